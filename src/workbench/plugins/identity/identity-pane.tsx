// The Identity pane: who operations run as, what the two tokens say and whether that can be believed, and what can be done about
// it. A token itself is never drawn.
import { useIdentities } from '../../../sessions/use-identities.ts';
import { useSessions } from '../../../sessions/use-sessions.ts';
import { Button } from '../../../ui/button.tsx';
import { IdentityChoice } from './identity-choice.tsx';
import { OtherFacts } from './other-facts.tsx';
import { SessionActs } from './session-acts.tsx';
import { SessionFacts } from './session-facts.tsx';
import { TokensView } from './tokens-view.tsx';
import { useIdentityTools } from './use-identity-tools.ts';
import './identity-pane.css';

export function IdentityPane() {
  const { sessions, identities, connection, lookedAt, onAddIdentity, onSignOutAll } = useIdentityTools();
  const { sessions: signedIn } = useSessions(sessions);
  const { identities: all, activeIds } = useIdentities(identities);
  const here = all.filter(({ connectionId }) => connectionId === connection.id);
  const active = here.find(({ id }) => id === activeIds[connection.id]);
  const shown = here.find(({ id }) => id === lookedAt) ?? active;
  const session = signedIn.find(({ id }) => id === shown?.sessionId);
  return (
    <section className="identity-pane" aria-labelledby="identity-pane-title">
      <header className="identity-pane-header">
        <h2 id="identity-pane-title">Identity</h2>
        {all.length > 1 ? (
          <Button kind="quiet" title={everybodyWords(all.length, here.length)} onClick={onSignOutAll}>
            Sign out all {all.length}
          </Button>
        ) : null}
      </header>
      {shown === undefined ? (
        <div className="identity-pane-empty">
          <p>Nobody is signed in. Once somebody is, this pane tells who operations run as and what the tokens say.</p>
          <Button kind="primary" onClick={onAddIdentity}>
            Sign in
          </Button>
        </div>
      ) : (
        <>
          <IdentityChoice here={here} shown={shown} active={active} />
          {session === undefined ? (
            <OtherFacts identity={shown} />
          ) : (
            <>
              <SessionFacts session={session} />
              <SessionActs key={session.id} session={session} />
              <TokensView session={session} />
            </>
          )}
        </>
      )}
    </section>
  );
}

function everybodyWords(all: number, here: number): string {
  const elsewhere = all - here;
  return elsewhere === 0
    ? `${all} identities are signed out or forgotten.`
    : `${all} identities are signed out or forgotten, ${elsewhere} at other connections.`;
}
