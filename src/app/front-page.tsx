// Nobody is signed in: what this is, where requests will go, and the sign-in panel. Rendered into index.html as well, where
// nothing is known yet of connections and people.
import type { ReactNode } from 'react';
import type { Connection } from '../settings/connection.ts';
import { originsOf } from '../settings/reachable.ts';
import { Notice } from '../ui/notice.tsx';
import './front-page.css';

export interface FrontPageProps {
  connection: Connection | undefined;
  notes: readonly string[];
  /** The sign-in card. */
  children: ReactNode;
  /** What has just been done. */
  told?: ReactNode;
  /** What stands in the upper corner. */
  corner?: ReactNode;
}

export function FrontPage({ connection, notes, children, told, corner }: FrontPageProps) {
  return (
    <main className="front-page">
      {corner ? <div className="front-page-corner">{corner}</div> : null}
      <div className="front-page-intro">
        <h1>AppSync GraphiQL</h1>
        <p className="front-page-lead">Explore an AWS AppSync API as anyone who may use it.</p>
        <p>
          Sign in to its Amazon Cognito user pool, run operations as that user, add another user and see what differs.
        </p>
        <div className="front-page-promise">
          <p>Tokens stay in this page’s memory. Nothing leaves this machine but requests to:</p>
          <ul>
            {connection ? (
              originsOf(connection).map((origin) => (
                <li key={origin}>
                  <code>{origin}</code>
                </li>
              ))
            ) : (
              <li>the hosts of the connection you choose</li>
            )}
          </ul>
        </div>
        <p className="front-page-file">
          An <code>amplify_outputs.json</code> or <code>aws-exports.js</code> makes a new connection: drop it anywhere
          on this page.
        </p>
        {notes.map((note) => (
          <Notice key={note} kind="caution" what={note} />
        ))}
      </div>
      <section className="front-page-panel" aria-labelledby="sign-in-title">
        <h2 id="sign-in-title">Sign in</h2>
        {told}
        {children}
      </section>
    </main>
  );
}
