// Everybody an operation can run as: the signed-in users of sessions.ts, and beside them API keys, pasted tokens, IAM and nobody,
// whose secrets are kept here and nowhere else, in memory. The snapshot is for everybody and holds none; what is secret leaves
// through authorizeFor, as headers of one request.

import type { AuthMode, Authorize } from '../appsync/authorization.ts';
import { AppSyncError } from '../appsync/appsync-error.ts';
import type { TokenKind } from '../cognito/tokens.ts';
import { clockTime } from './countdown.ts';
import { authorized, describe, forgotten, type Credential, type SignWithIam } from './credential.ts';
import { modeOrder, sentWords, type Identity } from './identity.ts';
import { HUES, nextMark, type Mark } from './mark.ts';
import { SessionExpired } from './session-expired.ts';
import type { Session } from './session.ts';
import type { Sessions } from './sessions.ts';

export interface IdentitiesSnapshot {
  /** Of all connections: users in the order of their first sign-in, then keys, tokens, IAM, nobody. */
  readonly identities: readonly Identity[];
  /** By connection id: whom operations of the tab at hand run as. */
  readonly activeIds: Readonly<Record<string, string>>;
}

export interface Identities {
  /** The same object until something changes. */
  readonly getSnapshot: () => IdentitiesSnapshot;
  readonly subscribe: (listener: () => void) => () => void;
  readonly inConnection: (connectionId: string) => readonly Identity[];
  readonly get: (id: string) => Identity | undefined;
  readonly active: (connectionId: string) => Identity | undefined;
  readonly setActive: (id: string) => void;
  /** Rejects with an AppSyncError 'NotAuthorized' where there is nothing left to ask with. */
  readonly authorizeFor: (id: string) => Authorize;
  /** Becomes the active one of its connection. One that asks with the very same is not added again: that one is given. */
  readonly add: (connectionId: string, credential: Credential, name?: string) => Identity;
  /** The other token of a signed-in user, beside the one that is there; undefined where the session holds one only. */
  readonly addOtherToken: (sessionId: string) => Identity | undefined;
  /** Nothing, or blanks: it gets back the name it had. */
  readonly rename: (id: string, name: string) => void;
  /** Users sign out instead; of two tokens of one user the second goes. */
  readonly remove: (id: string) => void;
  /** All but the users. */
  readonly removeAllOf: (connectionId: string) => void;
  /** Of those that are no users. */
  readonly marks: () => readonly Mark[];
}

export interface IdentitiesDeps {
  readonly sessions: Pick<Sessions, 'getSnapshot' | 'subscribe' | 'tokenFor'>;
  readonly signWithIam: SignWithIam;
  /** ms */
  readonly now: () => number;
  /** setTimeout; gives back how to take the timer back. */
  readonly setTimer: (run: () => void, afterMs: number) => () => void;
}

interface Kept {
  readonly identity: Identity;
  readonly credential: Credential;
}

interface OtherToken {
  readonly id: string;
  readonly kind: TokenKind;
  readonly mark: Mark;
}

/** A sleeping machine's timers sleep too: look at the clock at least this often. */
const LONGEST_WAIT_MS = 30_000;

export function createIdentities({ sessions, signWithIam, now, setTimer }: IdentitiesDeps): Identities {
  const kept = new Map<string, Kept>();
  /** By session id. */
  const otherTokens = new Map<string, OtherToken>();
  const names = new Map<string, string>();
  const listeners = new Set<() => void>();
  let snapshot: IdentitiesSnapshot = { identities: [], activeIds: {} };
  let ids = 0;
  let stopTimer: (() => void) | undefined;

  function named(identity: Identity): Identity {
    return { ...identity, name: names.get(identity.id) ?? identity.name };
  }

  function ofSession(session: Session): Identity[] {
    const other = otherTokens.get(session.id);
    const first = fromSession(session, session.sends);
    if (other === undefined) return [named(first)];
    const { id, kind, mark } = other;
    const second = fromSession(session, kind);
    const words = `${session.username}, ${sentWords({ authMode: first.authMode, tokenKind: kind })}`;
    return [named(first), named({ ...second, id, mark, name: words, status: statusOf(second, now()) })];
  }

  function changed(activate?: { readonly connectionId: string; readonly id: string }): void {
    const users = sessions.getSnapshot().sessions;
    for (const id of otherTokens.keys()) if (users.every((session) => session.id !== id)) otherTokens.delete(id);
    const others = [...kept.values()].map(({ identity }) => ({
      ...named(identity),
      status: statusOf(identity, now()),
    }));
    const identities = [...users.flatMap(ofSession), ...inModeOrder(others)];
    const activeIds = nextActiveIds(snapshot, identities);
    if (activate) activeIds[activate.connectionId] = activate.id;
    snapshot = { identities, activeIds };
    for (const id of names.keys()) if (get(id) === undefined) names.delete(id);
    wakeAtNextEnd();
    for (const listener of listeners) listener();
  }

  /** Of those that no session watches over: it looks after the token that it sends. */
  function wakeAtNextEnd(): void {
    stopTimer?.();
    const ends = snapshot.identities.flatMap(({ status, expiresAt = 0 }) =>
      status !== 'expired' && expiresAt > now() ? [expiresAt] : [],
    );
    stopTimer =
      ends.length === 0 ? undefined : setTimer(look, Math.min(Math.min(...ends) - now() + 1, LONGEST_WAIT_MS));
  }
  function look(): void {
    const unwatched = snapshot.identities.filter(({ id, sessionId }) => id !== sessionId);
    if (unwatched.some((identity) => statusOf(identity, now()) !== identity.status)) changed();
    else wakeAtNextEnd();
  }

  const get = (id: string) => snapshot.identities.find((identity) => identity.id === id);

  sessions.subscribe(() => changed());

  async function userToken(identity: Identity, sessionId: string): ReturnType<Authorize> {
    try {
      // The first of a user's tokens follows the choice made for the session.
      const kind = identity.id === sessionId ? undefined : identity.tokenKind;
      return { Authorization: (await sessions.tokenFor(sessionId, kind)).token };
    } catch (cause) {
      if (cause instanceof SessionExpired) throw new AppSyncError('NotAuthorized', cause.message, { cause });
      throw cause;
    }
  }

  return {
    getSnapshot: () => snapshot,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    inConnection: (connectionId) => snapshot.identities.filter((each) => each.connectionId === connectionId),
    get,
    active: (connectionId) => get(snapshot.activeIds[connectionId] ?? ''),
    setActive: (id) => {
      const identity = get(id);
      if (identity && snapshot.activeIds[identity.connectionId] !== id) changed(identity);
    },
    authorizeFor: (id) => {
      // Who is signed out or forgotten has a name until the last request has been told.
      const name = get(id)?.name ?? 'This identity';
      return async (request) => {
        const identity = get(id);
        if (identity === undefined) throw forgotten(name);
        if (identity.sessionId !== undefined) return userToken(identity, identity.sessionId);
        const { credential } = kept.get(id) ?? {};
        if (credential === undefined) throw forgotten(name);
        if (credential.authMode === 'OPENID_CONNECT' && statusOf(identity, now()) === 'expired')
          throw new AppSyncError(
            'NotAuthorized',
            `The token of ${identity.name} expired at ${clockTime(identity.expiresAt ?? 0)}. Paste a new one to go on.`,
          );
        return authorized(credential, identity.connectionId, signWithIam, request);
      };
    },
    add: (connectionId, credential, name) => {
      const same = [...kept.values()].find(
        (each) => each.identity.connectionId === connectionId && isSame(each.credential, credential),
      );
      const described = describe(credential);
      const id = same?.identity.id ?? `identity-${++ids}`;
      const taken = snapshot.identities.map(({ mark }) => mark);
      const identity: Identity = {
        ...described,
        id,
        connectionId,
        mark: same?.identity.mark ?? nextMark(markSeedOf(name?.trim() || described.name), taken),
        authMode: credential.authMode,
        status: 'active',
      };
      kept.set(id, { identity, credential });
      if (name?.trim()) names.set(id, name.trim());
      changed({ connectionId, id });
      return get(id) ?? identity;
    },
    addOtherToken: (sessionId) => {
      const session = sessions.getSnapshot().sessions.find((each) => each.id === sessionId);
      const kind = session?.holds.find((each) => each !== session.sends);
      if (session === undefined || kind === undefined) return undefined;
      const before = otherTokens.get(sessionId);
      if (before) return get(before.id);
      const { letter, hue } = session.mark;
      const id = `${sessionId}-${kind}`;
      otherTokens.set(sessionId, { id, kind, mark: { letter, hue: (hue + HUES / 2) % HUES } });
      changed({ connectionId: session.connectionId, id });
      return get(id);
    },
    rename: (id, name) => {
      if (name.trim() === '') names.delete(id);
      else names.set(id, name.trim());
      changed();
    },
    remove: (id) => {
      kept.delete(id);
      for (const [sessionId, other] of otherTokens) if (other.id === id) otherTokens.delete(sessionId);
      changed();
    },
    removeAllOf: (connectionId) => {
      for (const [id, { identity }] of kept) if (identity.connectionId === connectionId) kept.delete(id);
      changed();
    },
    marks: () => [...kept.values()].map(({ identity }) => identity.mark),
  };
}

/** Every key would have the A of API, which is somebody's. */
function markSeedOf(name: string): string {
  return name.replace(/^API /, '');
}

const userPool: AuthMode = 'AMAZON_COGNITO_USER_POOLS';

function fromSession(session: Session, tokenKind: TokenKind): Identity {
  const { id, connectionId, username, mark, groups, issuedAt, ends, status } = session;
  const expiresAt = ends[tokenKind] ?? issuedAt;
  const who = { id, connectionId, name: username, mark, groups, sessionId: id };
  return { ...who, authMode: userPool, tokenKind, issuedAt, expiresAt, status };
}

/** What has an end is over past it; a renewal that is under way or has failed is its session's. */
function statusOf({ status, expiresAt = Infinity }: Identity, now: number): Identity['status'] {
  if (expiresAt <= now) return status === 'renewing' ? status : 'expired';
  return status === 'expired' ? 'active' : status;
}

function inModeOrder(identities: readonly Identity[]): Identity[] {
  return modeOrder.flatMap((mode) => identities.filter(({ authMode }) => authMode === mode));
}

/** A new identity takes over; where the one at hand is gone, the first of its connection does. */
function nextActiveIds(before: IdentitiesSnapshot, identities: readonly Identity[]): Record<string, string> {
  const isNew = ({ id }: Identity) => before.identities.every((each) => each.id !== id);
  const next: Record<string, string> = {};
  for (const connectionId of new Set(identities.map((each) => each.connectionId))) {
    const here = identities.filter((each) => each.connectionId === connectionId);
    const stays = here.find(({ id }) => id === before.activeIds[connectionId]);
    const id = (here.find(isNew) ?? stays ?? here[0])?.id;
    if (id !== undefined) next[connectionId] = id;
  }
  return next;
}

function isSame(one: Credential, other: Credential): boolean {
  const key = (credential: Credential) => [
    credential.authMode,
    'key' in credential ? credential.key : undefined,
    'token' in credential ? credential.token : undefined,
    'profile' in credential ? credential.profile : undefined,
  ];
  const others = key(other);
  return key(one).every((part, index) => part === others[index]);
}
