// One identity of the strip: a click runs as it, its menu does the rest.
import { useEffect, useRef } from 'react';
import { sentWords, type Identity } from '../sessions/identity.ts';
import type { Session } from '../sessions/session.ts';
import { useCountdown } from '../sessions/use-sessions.ts';
import { Button } from '../ui/button.tsx';
import { ChevronDownIcon, ClipboardIcon } from '../ui/icons.tsx';
import { Mark } from '../ui/mark.tsx';
import { Menu, MenuItem, MenuSeparator } from '../ui/menu.tsx';
import type { IdentityStripProps } from './identity-strip.tsx';
import { KeyHint } from './key-hint.tsx';

export interface IdentityItemProps extends Omit<IdentityStripProps, 'sessions' | 'identities' | 'connectionId'> {
  identity: Identity;
  /** Of a user. */
  session: Session | undefined;
  /** It is the second token of a user. */
  isSecond: boolean;
  /** It is a user whose second token stands beside it. */
  hasSecond: boolean;
  active: boolean;
  /** Its place in the strip, from 1: the key that chooses it. */
  number: number;
  onRunAs: () => void;
  onAddOtherToken: () => void;
  onRename: () => void;
  onForget: () => void;
}

export function IdentityItem(props: IdentityItemProps) {
  const { identity, session, isSecond, hasSecond, active, number, onRunAs } = props;
  const { name, status } = identity;
  const pasted = session?.origin === 'pasted';
  const over = status === 'expired' || status === 'renewal-failed';
  const groups = session === undefined ? [] : [identity.groups.join(', ') || 'no group'];
  const about = [...groups, sentWords(identity), ...(identity.detail === undefined ? [] : [identity.detail])];
  const place = useRef<HTMLDivElement>(null);
  // In a narrow window the strip is scrolled.
  useEffect(() => {
    if (active) place.current?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [active]);
  return (
    <div ref={place} className="identity" data-active={active || undefined} data-over={over || undefined}>
      <button
        type="button"
        className="identity-choose"
        aria-pressed={active}
        aria-label={`Run as ${name}${pasted ? ', whose token was pasted' : ''}`}
        title={[name, ...about].join(', ')}
        onClick={onRunAs}
      >
        <Mark {...identity.mark} />
        <span className="identity-name">{name}</span>
        {pasted ? (
          <span className="identity-origin">
            <ClipboardIcon />
            pasted
          </span>
        ) : null}
        <Tag words={tagOf(identity, hasSecond)} />
        {identity.expiresAt === undefined ? null : <Left status={status} expiresAt={identity.expiresAt} />}
      </button>
      {over ? <Mend {...props} /> : null}
      <Menu
        trigger={
          <button type="button" className="identity-more" aria-label={`More for ${name}`}>
            <ChevronDownIcon />
          </button>
        }
      >
        <p className="menu-label">
          {name}: {about.join(', ')}
          {pasted ? '. The token was pasted, not signed in for here.' : ''}
        </p>
        <MenuItem onSelect={onRunAs}>
          Run as {name} <KeyHint number={number} />
        </MenuItem>
        {session ? (
          <UserItems {...props} session={session} />
        ) : (
          <MenuItem onSelect={() => props.onInspect(identity)}>Show what is known of it</MenuItem>
        )}
        <MenuItem onSelect={props.onRename}>Rename…</MenuItem>
        <MenuSeparator />
        {session && !isSecond ? (
          <MenuItem onSelect={() => props.onSignOut(session)}>Sign out</MenuItem>
        ) : (
          <MenuItem onSelect={props.onForget}>{isSecond ? 'Remove from the strip' : 'Forget'}</MenuItem>
        )}
      </Menu>
    </div>
  );
}

function UserItems({ session, ...props }: IdentityItemProps & { session: Session }) {
  const other = session.holds.find((kind) => kind !== session.sends);
  return (
    <>
      <MenuItem onSelect={() => props.onInspect(props.identity)}>Show tokens and claims</MenuItem>
      {session.renewable ? <MenuItem onSelect={() => props.onRenew(session)}>Renew the tokens now</MenuItem> : null}
      {other && !props.isSecond && !props.hasSecond ? (
        <MenuItem onSelect={props.onAddOtherToken}>
          Add the {sentWords({ authMode: props.identity.authMode, tokenKind: other })} beside it
        </MenuItem>
      ) : null}
      <MenuItem onSelect={() => props.onSignInAgain(session)}>
        {session.origin === 'pasted' ? 'Paste a new token…' : 'Sign in again…'}
      </MenuItem>
    </>
  );
}

/** What helps where its time is over; an API key is good or not, whatever a file said of it. */
function Mend({ identity, session, onSignInAgain, onNewToken }: IdentityItemProps) {
  if (session === undefined && identity.authMode !== 'OPENID_CONNECT') return null;
  return (
    <Button
      kind="quiet"
      className="identity-again"
      onClick={() => (session === undefined ? onNewToken() : onSignInAgain(session))}
    >
      {session?.origin === 'signed-in' ? 'Sign in again' : 'Paste a new token'}
    </Button>
  );
}

/** What is sent, where the name does not say it. */
function tagOf(identity: Identity, hasSecond: boolean): string {
  const words = sentWords(identity);
  const isUser = identity.sessionId !== undefined;
  const isSaid = identity.name.toLowerCase().includes(words.toLowerCase());
  return isSaid || identity.authMode === 'NONE' || (isUser && !hasSecond && identity.id === identity.sessionId)
    ? ''
    : words;
}

function Tag({ words }: { words: string }) {
  return words === '' ? null : <span className="identity-kind">{words}</span>;
}

const endedWords = { 'renewal-failed': 'not renewed', expired: 'expired', renewing: 'renewing…', active: '' } as const;

function Left({ status, expiresAt }: { status: Identity['status']; expiresAt: number }) {
  const countdown = useCountdown(expiresAt);
  const words = status === 'renewal-failed' ? `${endedWords[status]}, ${countdown}` : endedWords[status] || countdown;
  return <span className="identity-left">{words}</span>;
}
