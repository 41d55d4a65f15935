// On the front page of one connection: who can still be asked as at another, and the way back.
import type { Identity } from '../sessions/identity.ts';
import { Button } from '../ui/button.tsx';
import type { Connections } from './use-connections.ts';

export interface SignedInElsewhereProps {
  identities: readonly Identity[];
  connections: Connections;
}

export function SignedInElsewhere({ identities, connections }: SignedInElsewhereProps) {
  const { kept, demo, chosen, choose } = connections;
  const others = [...kept, ...demo].flatMap((connection) => {
    const names = identities.filter(({ connectionId }) => connectionId === connection.id).map(({ name }) => name);
    return connection.id === chosen?.id || names.length === 0 ? [] : [{ connection, names }];
  });
  if (others.length === 0) return null;
  return (
    <ul className="front-page-elsewhere">
      {others.map(({ connection, names }) => (
        <li key={connection.id}>
          <Button kind="quiet" onClick={() => choose(connection.id)}>
            Back to {connection.name} ({names.join(', ')})
          </Button>
        </li>
      ))}
    </ul>
  );
}
