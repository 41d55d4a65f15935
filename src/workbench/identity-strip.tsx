// Everybody who is signed in to this connection, with what is left of their tokens, and what can be done with each.
import type { Identities } from '../sessions/identities.ts';
import type { Session } from '../sessions/session.ts';
import type { Sessions } from '../sessions/sessions.ts';
import { useIdentities } from '../sessions/use-identities.ts';
import { useCountdown, useSessions } from '../sessions/use-sessions.ts';
import { Button } from '../ui/button.tsx';
import { ChevronDownIcon, ClipboardIcon, PlusIcon } from '../ui/icons.tsx';
import { Mark } from '../ui/mark.tsx';
import { Menu, MenuItem, MenuSeparator } from '../ui/menu.tsx';
import './identity-strip.css';

export interface IdentityStripProps {
  sessions: Sessions;
  identities: Identities;
  connectionId: string;
  onAddIdentity: () => void;
  /** The person is to sign in again as this user. */
  onSignInAgain: (session: Session) => void;
  onSignOut: (session: Session) => void;
  onRenew: (session: Session) => void;
  /** Its tokens are to be looked at. */
  onInspect: (session: Session) => void;
}

export function IdentityStrip({ sessions, identities, connectionId, ...actions }: IdentityStripProps) {
  const { sessions: all } = useSessions(sessions);
  const { activeIds } = useIdentities(identities);
  return (
    <ul className="identity-strip" aria-label="Identities">
      {all
        .filter((session) => session.connectionId === connectionId)
        .map((session) => (
          <li key={session.id}>
            <Identity
              session={session}
              active={activeIds[connectionId] === session.id}
              onRunAs={() => identities.setActive(session.id)}
              {...actions}
            />
          </li>
        ))}
      <li>
        <Button kind="quiet" className="identity-add" onClick={actions.onAddIdentity}>
          <PlusIcon /> Add identity
        </Button>
      </li>
    </ul>
  );
}

interface IdentityProps extends Omit<IdentityStripProps, 'sessions' | 'identities' | 'connectionId'> {
  session: Session;
  active: boolean;
  onRunAs: () => void;
}

const endedWords = { 'renewal-failed': 'not renewed', expired: 'expired', renewing: 'renewing…', active: '' } as const;

function Identity({ session, active, onRunAs, onSignInAgain, onSignOut, onRenew, onInspect }: IdentityProps) {
  const pasted = session.origin === 'pasted';
  const countdown = useCountdown(session.expiresAt);
  const over = session.status === 'expired' || session.status === 'renewal-failed';
  const left =
    session.status === 'renewing'
      ? endedWords.renewing
      : over
        ? `${endedWords[session.status]}${session.status === 'expired' ? '' : `, ${countdown}`}`
        : countdown;
  return (
    <div className="identity" data-active={active || undefined} data-over={over || undefined}>
      <button
        type="button"
        className="identity-choose"
        aria-pressed={active}
        aria-label={`Run as ${session.username}${pasted ? ', whose token was pasted' : ''}`}
        title={`${session.username}, ${session.groups.join(', ') || 'no group'}`}
        onClick={onRunAs}
      >
        <Mark {...session.mark} />
        <span className="identity-name">{session.username}</span>
        {pasted ? (
          <span className="identity-origin">
            <ClipboardIcon />
            pasted
          </span>
        ) : null}
        <span className="identity-left">{left}</span>
      </button>
      {over ? (
        <Button kind="quiet" className="identity-again" onClick={() => onSignInAgain(session)}>
          {pasted ? 'Paste a new token' : 'Sign in again'}
        </Button>
      ) : null}
      <Menu
        trigger={
          <button type="button" className="identity-more" aria-label={`More for ${session.username}`}>
            <ChevronDownIcon />
          </button>
        }
      >
        <p className="menu-label">
          {session.username}: {session.groups.join(', ') || 'no group'}
          {pasted ? '. The token was pasted, not signed in for here.' : ''}
        </p>
        <MenuItem onSelect={onRunAs}>Run as {session.username}</MenuItem>
        <MenuItem onSelect={() => onInspect(session)}>Show tokens and claims</MenuItem>
        {session.renewable ? <MenuItem onSelect={() => onRenew(session)}>Renew the tokens now</MenuItem> : null}
        <MenuItem onSelect={() => onSignInAgain(session)}>{pasted ? 'Paste a new token…' : 'Sign in again…'}</MenuItem>
        <MenuSeparator />
        <MenuItem onSelect={() => onSignOut(session)}>Sign out</MenuItem>
      </Menu>
    </div>
  );
}
