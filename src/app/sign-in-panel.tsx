// The sign-in card for the chosen connection: on the front page, and in a dialog when somebody is added.
import { useCallback, useMemo } from 'react';
import type { Session } from '../sessions/session.ts';
import type { NewSession } from '../sessions/sessions.ts';
import { ConnectionPicker } from '../settings/connection-picker.tsx';
import { Button } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';
import { cognitoEndpointOf, type Connection } from '../settings/connection.ts';
import type { SignedInUser } from '../cognito/sign-in.ts';
import { SignInCard } from '../sign-in/sign-in-card.tsx';
import type { KeptSecret } from '../sign-in/use-client-secret.ts';
import type { ConnectionTask } from './connection-dialog.tsx';
import { DemoHint } from './demo-hint.tsx';
import { peopleFor } from './demo-people.ts';
import { poolOf, type Services } from './services.ts';
import { addressOf, type Connections } from './use-connections.ts';
import type { Offer } from '../sign-in/other-identity/offer.ts';

export interface SignInPanelProps {
  services: Services | undefined;
  connections: Connections;
  signedIn: readonly Session[];
  /** Who is to sign in again, if it is for that. */
  again?: Session | undefined;
  offers: readonly Offer[];
  onOffer: (offer: Offer) => void;
  /** To identities that need no signing in; absent where they stand beside the panel. */
  onOtherKind?: (() => void) | undefined;
  /** A sign-in has begun. */
  onStart: () => void;
  onDone: () => void;
  onConnection: (task: ConnectionTask) => void;
}

const noSecret: KeptSecret = { read: () => undefined, forget: () => undefined };

/** Where the codes lie that the demo's Cognito would have sent: of its own connections, and of copies of them. */
function outboxOf(connection: Connection, demo: readonly Connection[]): string | undefined {
  const endpoint = cognitoEndpointOf(connection);
  return demo.some((each) => cognitoEndpointOf(each) === endpoint) ? new URL('/outbox', endpoint).href : undefined;
}

export function SignInPanel({
  services,
  connections,
  signedIn,
  again,
  offers,
  onOffer,
  onOtherKind,
  onStart,
  onDone,
  onConnection,
}: SignInPanelProps) {
  const { chosen, kept, demo } = connections;
  const pool = useMemo(() => chosen && poolOf(chosen), [chosen]);
  const signIn = useMemo(() => (services && chosen ? services.createSignIn(chosen) : undefined), [services, chosen]);

  const add = useCallback(
    (user: Omit<NewSession, 'connectionId' | 'pool'>) => {
      if (!services || !chosen || !pool) return;
      services.remembered.setLastConnection(chosen.id);
      const { id } = services.sessions.add({ connectionId: chosen.id, pool, ...user });
      services.identities.setActive(id);
      onDone();
    },
    [services, chosen, pool, onDone],
  );
  const { keep } = connections;
  const onSignedIn = useCallback(
    (user: SignedInUser) => {
      add({ origin: 'signed-in', ...user });
      // Remembered is that there is one, so that the next visit asks for it at once. Where it cannot be, Cognito's refusal will.
      if (user.clientSecret !== undefined && chosen && kept.includes(chosen) && !chosen.hasClientSecret)
        keep({ ...chosen, hasClientSecret: true }).catch(() => undefined);
    },
    [add, chosen, kept, keep],
  );
  const keptSecret = useMemo<KeptSecret>(() => {
    const sessions = services?.sessions;
    if (!sessions || !pool) return noSecret;
    return { read: () => sessions.clientSecretFor(pool), forget: () => sessions.forgetClientSecret(pool) };
  }, [services, pool]);

  const guide = services?.launch.demo ?? null;
  const alone = signedIn.length === 0;
  const people = useMemo(() => peopleFor(chosen, guide, alone), [chosen, guide, alone]);
  const hint = chosen && guide?.hints[chosen.id];

  if (chosen && !connections.reachable) return <ElsewhereOnly connection={chosen} connections={connections} />;
  return (
    <SignInCard
      signIn={signIn}
      connection={chosen}
      pool={pool}
      keptSecret={keptSecret}
      outbox={chosen && outboxOf(chosen, demo)}
      people={people}
      offers={alone ? offers : []}
      onOffer={onOffer}
      onOtherKind={onOtherKind}
      onConnectionFile={(file) => onConnection({ do: 'new', file })}
      onChooseConnection={connections.choose}
      signedIn={signedIn}
      initialUsername={again?.username}
      startsWithToken={again?.origin === 'pasted'}
      onStart={onStart}
      onSignedIn={onSignedIn}
      onPasted={(user) => add({ origin: 'pasted', ...user })}
      onTyping={services?.warmUp}
      onEditConnection={
        chosen && kept.includes(chosen) ? () => onConnection({ do: 'edit', connection: chosen }) : undefined
      }
      picker={
        <>
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
          {hint ? <DemoHint {...hint} /> : null}
        </>
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
