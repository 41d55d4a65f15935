// Who is signed in: the only home of tokens, in memory. The snapshot is for everybody and holds none; a token leaves
// through tokenFor alone. Renews in time and on demand; draws nothing and stores nothing.

import type { CognitoApi } from '../cognito/cognito-api.ts';
import { loadExplanations } from '../cognito/load-explanations.ts';
import type { SignInPool } from '../cognito/sign-in-flow.ts';
import type { TokenKind, Tokens } from '../cognito/tokens.ts';
import { nextMark } from './mark.ts';
import { mustRenewFirst, renewalDueAt } from './renewal.ts';
import { SessionExpired } from './session-expired.ts';
import { createSessionRenewal, noRefreshToken } from './session-renewal.ts';
import type { Session } from './session.ts';
import { signOutResultFrom, type SignOutResult } from './sign-out-result.ts';
import { nextRenewalOf, problemOf, type Renewed, type SignedIn } from './signed-in.ts';

export interface SessionsSnapshot {
  /** In the order of the first sign-in. */
  readonly sessions: readonly Session[];
  /** By connection id: the session that requests of this connection run as. */
  readonly activeIds: Readonly<Record<string, string>>;
}

export interface NewSession {
  readonly connectionId: string;
  /** What issued the tokens: renewals go there, whatever becomes of the connection. */
  readonly pool: SignInPool;
  readonly username: string;
  readonly tokens: Tokens;
}

/** A token on its way to AppSync, with what the answer's stamp has to say of it. */
export interface SentToken {
  readonly token: string;
  readonly kind: TokenKind;
}

export interface Sessions {
  /** The same object until something changes. */
  readonly getSnapshot: () => SessionsSnapshot;
  readonly subscribe: (listener: () => void) => () => void;
  /** A user who is signed in to this connection already keeps id, mark and place. A new one becomes the active one. */
  readonly add: (session: NewSession) => Session;
  /** Renews first where the token is about to end; rejects with SessionExpired where there is none to be had. */
  readonly tokenFor: (id: string) => Promise<SentToken>;
  /** Never rejects. */
  readonly renewNow: (id: string) => Promise<Renewed>;
  readonly setSends: (id: string, sends: TokenKind) => void;
  readonly setActive: (id: string) => void;
  /** Forgets at once, then revokes at Cognito; undefined for a session that is not there. Never rejects. */
  readonly signOut: (id: string) => Promise<SignOutResult | undefined>;
}

export interface SessionsDeps {
  /** ms */
  readonly now: () => number;
  /** setTimeout; gives back how to take the timer back. */
  readonly setTimer: (run: () => void, afterMs: number) => () => void;
  readonly apiFor: (pool: SignInPool) => CognitoApi;
}

/** A sleeping machine's timers sleep too: look at the clock at least this often. */
const LONGEST_WAIT_MS = 30_000;

export function createSessions({ now, setTimer, apiFor }: SessionsDeps): Sessions {
  const kept = new Map<string, SignedIn>();
  const listeners = new Set<() => void>();
  const renewal = createSessionRenewal({ now, apiFor, isKept, update });
  let activeIds: Readonly<Record<string, string>> = {};
  let snapshot: SessionsSnapshot = { sessions: [], activeIds };
  let ids = 0;
  let stopTimer: (() => void) | undefined;

  function isKept(signedIn: SignedIn): boolean {
    return kept.get(signedIn.session.id) === signedIn;
  }

  function changed(): void {
    snapshot = { sessions: [...kept.values()].map(({ session }) => session), activeIds };
    for (const listener of listeners) listener();
    schedule();
  }

  /** The session's problem goes, unless the change brings one. */
  function update(signedIn: SignedIn, change: Partial<Session>): void {
    const { problem: _old, ...session } = signedIn.session;
    signedIn.session = { ...session, ...change };
    changed();
  }

  function waiting(): SignedIn[] {
    return [...kept.values()].filter(({ session, renewing }) => renewing === undefined && session.status !== 'expired');
  }

  function schedule(): void {
    stopTimer?.();
    stopTimer = undefined;
    const times = waiting().map((signedIn) => nextRenewalOf(signedIn).at);
    if (times.length === 0) return;
    stopTimer = setTimer(wake, Math.min(Math.max(Math.min(...times) - now(), 0), LONGEST_WAIT_MS));
  }

  function wake(): void {
    for (const signedIn of waiting()) {
      const next = nextRenewalOf(signedIn);
      if (next.at > now()) continue;
      if (next.do === 'renew') void renewal.renew(signedIn);
      else update(signedIn, { status: 'expired', ...problemOf(signedIn) });
    }
    schedule();
  }

  function add({ connectionId, pool, username, tokens }: NewSession): Session {
    const before = [...kept.values()].find(
      ({ session, tokens: { sub } }) => session.connectionId === connectionId && sub === tokens.sub,
    )?.session;
    const marks = snapshot.sessions.map(({ mark }) => mark);
    const sends = before?.sends ?? 'id';
    const session: Session = {
      id: before?.id ?? `session-${++ids}`,
      connectionId,
      username,
      groups: tokens.groups,
      mark: before?.mark ?? nextMark(username, marks),
      sends,
      signedInAt: now(),
      issuedAt: tokens.issuedAt,
      expiresAt: tokens.expiresAt[sends],
      status: 'active',
    };
    const fresh = { refused: false, failures: 0, lastFailureAt: 0, renewing: undefined };
    kept.set(session.id, { pool, session, tokens, ...fresh });
    if (before === undefined) activeIds = { ...activeIds, [connectionId]: session.id };
    changed();
    return session;
  }

  async function tokenFor(id: string): Promise<SentToken> {
    const signedIn = kept.get(id);
    if (signedIn === undefined) throw new SessionExpired(id, 'This user is signed out. Sign in again to go on.');
    const renewable = signedIn.tokens.refreshToken !== undefined && !signedIn.refused;
    if (renewable && mustRenewFirst(signedIn.session, now())) await renewal.renew(signedIn);
    // With time to spare the request does not wait; after a failure the timer tries again.
    else if (renewable && signedIn.failures === 0 && now() >= renewalDueAt(signedIn.session))
      void renewal.renew(signedIn);
    if (!isKept(signedIn)) return tokenFor(id);

    const { session, tokens } = signedIn;
    if (session.expiresAt > now()) {
      return { token: session.sends === 'id' ? tokens.idToken : tokens.accessToken, kind: session.sends };
    }
    if (session.status !== 'expired') update(signedIn, { status: 'expired', ...problemOf(signedIn) });
    throw new SessionExpired(id, expiredSentence(session));
  }

  function setSends(id: string, sends: TokenKind): void {
    const signedIn = kept.get(id);
    if (signedIn === undefined || signedIn.session.sends === sends) return;
    const expiresAt = signedIn.tokens.expiresAt[sends];
    // The two kinds may have lives of their own: one can be over and the other not.
    const over = signedIn.session.status === 'expired' && expiresAt > now();
    const status = over ? (signedIn.refused ? 'renewal-failed' : 'active') : signedIn.session.status;
    update(signedIn, { sends, expiresAt, status, ...problemOf(signedIn) });
  }

  function setActive(id: string): void {
    const session = kept.get(id)?.session;
    if (session === undefined || activeIds[session.connectionId] === id) return;
    activeIds = { ...activeIds, [session.connectionId]: id };
    changed();
  }

  async function signOut(id: string): Promise<SignOutResult | undefined> {
    const signedIn = kept.get(id);
    if (signedIn === undefined) return undefined;
    kept.delete(id);
    activeIds = activeIdsWithout(signedIn.session, snapshot);
    changed();
    try {
      await renewal.revoke(signedIn);
      return signOutResultFrom(signedIn.session, signedIn.tokens, now());
    } catch (error) {
      const explain = await loadExplanations();
      const context = { ...signedIn.pool, authFlow: 'REFRESH_TOKEN_AUTH', step: 'sign-out' } as const;
      return signOutResultFrom(signedIn.session, signedIn.tokens, now(), explain(error, context));
    }
  }

  return {
    getSnapshot: () => snapshot,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    add,
    tokenFor,
    renewNow: async (id) => {
      const signedIn = kept.get(id);
      return signedIn === undefined ? { ok: false, problem: noRefreshToken } : renewal.renew(signedIn);
    },
    setSends,
    setActive,
    signOut,
  };
}

/** Another user of the same connection takes over, where there is one. */
function activeIdsWithout(
  { id, connectionId }: Session,
  { sessions, activeIds }: SessionsSnapshot,
): SessionsSnapshot['activeIds'] {
  if (activeIds[connectionId] !== id) return activeIds;
  const { [connectionId]: _gone, ...others } = activeIds;
  const next = sessions.find((session) => session.connectionId === connectionId && session.id !== id);
  return next === undefined ? others : { ...others, [connectionId]: next.id };
}

function expiredSentence({ username, problem }: Session): string {
  if (problem === undefined) return `The token of ${username} has expired. Sign in again to go on.`;
  return `The token of ${username} has expired and could not be renewed. ${problem.what} ${problem.next}`;
}
