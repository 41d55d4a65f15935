// The sign-in card for the chosen connection: on the front page, and in a dialog when somebody is added.
import { useCallback, useMemo } from 'react';
import type { Session } from '../sessions/session.ts';
import { ConnectionPicker } from '../settings/connection-picker.tsx';
import { Button } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';
import type { Connection } from '../settings/connection.ts';
import type { SignedInUser } from '../cognito/sign-in.ts';
import { SignInCard } from '../sign-in/sign-in-card.tsx';
import type { ConnectionTask } from './connection-dialog.tsx';
import { poolOf, type Services } from './services.ts';
import { addressOf, type Connections } from './use-connections.ts';

export interface SignInPanelProps {
  services: Services | undefined;
  connections: Connections;
  signedIn: readonly Session[];
  initialUsername?: string | undefined;
  /** A sign-in has begun. */
  onStart: () => void;
  onDone: () => void;
  onConnection: (task: ConnectionTask) => void;
}

const nobody: [] = [];

export function SignInPanel({
  services,
  connections,
  signedIn,
  initialUsername,
  onStart,
  onDone,
  onConnection,
}: SignInPanelProps) {
  const { chosen, kept, demo } = connections;
  const signIn = useMemo(() => (services && chosen ? services.createSignIn(chosen) : undefined), [services, chosen]);

  const onSignedIn = useCallback(
    (user: SignedInUser) => {
      if (!services || !chosen) return;
      services.remembered.setLastConnection(chosen.id);
      services.sessions.setActive(
        services.sessions.add({ connectionId: chosen.id, pool: poolOf(chosen), origin: 'signed-in', ...user }).id,
      );
      onDone();
    },
    [services, chosen, onDone],
  );

  if (chosen && !connections.reachable) return <ElsewhereOnly connection={chosen} connections={connections} />;
  return (
    <SignInCard
      signIn={signIn}
      authFlow={chosen?.authFlow ?? 'USER_SRP_AUTH'}
      people={chosen && demo.includes(chosen) ? (services?.launch.demo?.people ?? nobody) : nobody}
      signedIn={signedIn}
      initialUsername={initialUsername}
      onStart={onStart}
      onSignedIn={onSignedIn}
      onTyping={services?.warmUp}
      onEditConnection={
        chosen && kept.includes(chosen) ? () => onConnection({ do: 'edit', connection: chosen }) : undefined
      }
      connection={
        <ConnectionPicker
          kept={kept}
          demo={demo}
          chosen={chosen}
          onChoose={connections.choose}
          onNew={() => onConnection({ do: 'new' })}
          onEdit={() => chosen && onConnection({ do: 'edit', connection: chosen })}
          onCopy={() => chosen && onConnection({ do: 'copy', connection: chosen })}
          onRemove={() => chosen && onConnection({ do: 'remove', connection: chosen })}
        />
      }
    />
  );
}

/** The page's security policy was fixed when it was opened, and does not name this connection's hosts. */
function ElsewhereOnly({ connection, connections }: { connection: Connection; connections: Connections }) {
  const { kept, demo, choose } = connections;
  return (
    <div className="sign-in-card">
      <Notice
        kind="info"
        what={`“${connection.name}” opens in a page of its own.`}
        why="Its hosts are new: the security policy of this page names those it was opened with."
        action={
          <a className="button button-primary" href={addressOf(connection)} target="_blank" rel="noreferrer">
            Open in a new tab
          </a>
        }
      />
      {[...kept, ...demo]
        .filter((other) => other.id !== connection.id)
        .map((other) => (
          <Button key={other.id} kind="quiet" onClick={() => choose(other.id)}>
            Back to {other.name}
          </Button>
        ))}
    </div>
  );
}
