// On the front page of one connection: who is still signed in to another, and the way back.
import type { Session } from '../sessions/session.ts';
import { Button } from '../ui/button.tsx';
import type { Connections } from './use-connections.ts';

export interface SignedInElsewhereProps {
  sessions: readonly Session[];
  connections: Connections;
}

export function SignedInElsewhere({ sessions, connections }: SignedInElsewhereProps) {
  const { kept, demo, chosen, choose } = connections;
  const others = [...kept, ...demo].flatMap((connection) => {
    const names = sessions.filter(({ connectionId }) => connectionId === connection.id).map(({ username }) => username);
    return connection.id === chosen?.id || names.length === 0 ? [] : [{ connection, names }];
  });
  if (others.length === 0) return null;
  return (
    <ul className="front-page-elsewhere">
      {others.map(({ connection, names }) => (
        <li key={connection.id}>
          <Button kind="quiet" onClick={() => choose(connection.id)}>
            Back to {connection.name} ({names.join(', ')} signed in)
          </Button>
        </li>
      ))}
    </ul>
  );
}
