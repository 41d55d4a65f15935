// Who is signed in: the only home of tokens, in memory. The snapshot is for everybody and holds none; a token leaves through
// tokenFor, or through copyOf where a person asks for it. Renews in time and on demand; draws nothing and stores nothing.

import type { CognitoApi } from '../cognito/cognito-api.ts';
import type { SignedInUser } from '../cognito/sign-in.ts';
import type { SignInPool } from '../cognito/sign-in-flow.ts';
import { kindsIn, tokenOf, type TokenKind } from '../cognito/tokens.ts';
import { unverifiedClaims, type UnverifiedClaims } from '../cognito/unverified-claims.ts';
import type { FetchKeys, Verified } from '../cognito/verify-tokens.ts';
import { createClientSecrets } from './client-secrets.ts';
import type { Mark } from './mark.ts';
import { createKeptSessions, type SessionsSnapshot } from './kept-sessions.ts';
import { mustRenewFirst, renewalDueAt } from './renewal.ts';
import { SessionExpired } from './session-expired.ts';
import { createSessionRenewal, noRefreshToken } from './session-renewal.ts';
import type { Session, SessionOrigin } from './session.ts';
import { createSignOut } from './sign-out.ts';
import type { SignOutReach, SignOutResult } from './sign-out-result.ts';
import { isRenewable, nextRenewalOf, problemOf, type Renewed, type SignedIn } from './signed-in.ts';

/** A signed-in user, or pasted tokens, which know no `authFlow`. */
export interface NewSession extends Omit<SignedInUser, 'authFlow'>, Partial<Pick<SignedInUser, 'authFlow'>> {
  readonly connectionId: string;
  /** What issued the tokens: renewals go there, whatever becomes of the connection. */
  readonly pool: SignInPool;
  readonly origin: SessionOrigin;
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
  /** A user who is signed in to this connection already keeps id, mark and place. */
  readonly add: (session: NewSession) => Session;
  /**
   * Renews first where the token is about to end; rejects with SessionExpired where there is none to be had.
   * @param kind that which the session sends, unless another one is asked for
   */
  readonly tokenFor: (id: string, kind?: TokenKind) => Promise<SentToken>;
  /** Never rejects. */
  readonly renewNow: (id: string) => Promise<Renewed>;
  /** A kind that the session does not hold is not taken. */
  readonly setSends: (id: string, sends: TokenKind) => void;
  /** Forgets at once, then revokes at Cognito; undefined for a session that is not there. Never rejects. */
  readonly signOut: (id: string) => Promise<SignOutResult | undefined>;
  /** The same, and every other session of the user at Cognito with it. */
  readonly signOutEverywhere: (id: string) => Promise<SignOutResult | undefined>;
  /** Each session, in order. */
  readonly signOutAll: () => Promise<readonly SignOutResult[]>;
  /** What the tokens say, unverified; undefined for a session that is not there. */
  readonly claimsOf: (id: string) => Partial<Record<TokenKind, UnverifiedClaims>> | undefined;
  /** A token for the clipboard: for an explicit act of the person, and for nothing else. */
  readonly copyOf: (id: string, kind: TokenKind) => string | undefined;
  /** Signature, issuer, app client, kind and time of each token, against the pool's keys. Never rejects. */
  readonly verify: (id: string) => Promise<Verified>;
  /** The secret that the last sign-in at this client had. */
  readonly clientSecretFor: (pool: SignInPool) => string | undefined;
  readonly forgetClientSecret: (pool: SignInPool) => void;
}

export interface SessionsDeps {
  /** ms */
  readonly now: () => number;
  /** setTimeout; gives back how to take the timer back. */
  readonly setTimer: (run: () => void, afterMs: number) => () => void;
  readonly apiFor: (pool: SignInPool) => CognitoApi;
  readonly fetchKeys: FetchKeys;
  /** Marks that no user may be given, since another identity has them. */
  readonly otherMarks?: () => readonly Mark[];
}

/** A sleeping machine's timers sleep too: look at the clock at least this often. */
const LONGEST_WAIT_MS = 30_000;

const noMarks = () => [];

export function createSessions(deps: SessionsDeps): Sessions {
  const { now, setTimer, apiFor, fetchKeys, otherMarks = noMarks } = deps;
  const kept = createKeptSessions(schedule, otherMarks);
  const secrets = createClientSecrets();
  const clientSecretOf = ({ clientSecret, pool }: SignedIn) => clientSecret ?? secrets.of(pool);
  const renewal = createSessionRenewal({ now, apiFor, kept, clientSecretOf, onSecretRefused: secrets.forget });
  const leave = createSignOut({ now, apiFor, renewal });
  let stopTimer: (() => void) | undefined;

  function waiting(): SignedIn[] {
    return kept.all().filter(({ session, renewing }) => renewing === undefined && session.status !== 'expired');
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
      else kept.update(signedIn, { status: 'expired', ...problemOf(signedIn) });
    }
    schedule();
  }

  function add({ connectionId, pool, origin, username, authFlow, tokens, clientSecret, device }: NewSession): Session {
    const { id, mark, before } = kept.placeFor(connectionId, tokens.sub, username);
    const holds = kindsIn(tokens);
    const sends = holds.find((kind) => kind === before?.sends) ?? holds[0] ?? 'id';
    if (clientSecret !== undefined) secrets.keep(pool, clientSecret);
    const session: Session = {
      id,
      connectionId,
      username,
      groups: tokens.groups,
      mark,
      origin,
      ...(authFlow !== undefined && { authFlow }),
      holds,
      renewable: tokens.refreshToken !== undefined,
      sends,
      signedInAt: now(),
      issuedAt: tokens.issuedAt,
      expiresAt: tokens.expiresAt[sends] ?? tokens.issuedAt,
      ends: tokens.expiresAt,
      status: 'active',
    };
    const fresh = { refused: false, failures: 0, lastFailureAt: 0, renewing: undefined };
    kept.put({ pool, clientSecret, device, session, tokens, ...fresh });
    return session;
  }

  async function tokenFor(id: string, asked?: TokenKind): Promise<SentToken> {
    const signedIn = kept.get(id);
    if (signedIn === undefined) throw new SessionExpired(id, 'This user is signed out. Sign in again to go on.');
    const renewable = isRenewable(signedIn);
    if (renewable && mustRenewFirst(lifeOf(signedIn.session, asked), now())) await renewal.renew(signedIn);
    // With time to spare the request does not wait; after a failure the timer tries again.
    else if (renewable && signedIn.failures === 0 && now() >= renewalDueAt(lifeOf(signedIn.session, asked)))
      void renewal.renew(signedIn);
    if (!kept.has(signedIn)) return tokenFor(id, asked);

    const { session, tokens } = signedIn;
    const kind = asked ?? session.sends;
    const token = tokenOf(tokens, kind);
    if (token !== undefined && lifeOf(session, kind).expiresAt > now()) return { token, kind };
    if (kind === session.sends && session.status !== 'expired')
      kept.update(signedIn, { status: 'expired', ...problemOf(signedIn) });
    throw new SessionExpired(id, expiredSentence(session));
  }

  function setSends(id: string, sends: TokenKind): void {
    const signedIn = kept.get(id);
    const expiresAt = signedIn?.tokens.expiresAt[sends];
    if (signedIn === undefined || expiresAt === undefined || signedIn.session.sends === sends) return;
    // The two kinds may have lives of their own: one can be over and the other not.
    const over = signedIn.session.status === 'expired' && expiresAt > now();
    const status = over ? (signedIn.refused ? 'renewal-failed' : 'active') : signedIn.session.status;
    kept.update(signedIn, { sends, expiresAt, status, ...problemOf(signedIn) });
  }

  async function signOut(id: string, reach: SignOutReach): Promise<SignOutResult | undefined> {
    const signedIn = kept.remove(id);
    return signedIn && leave(signedIn, reach);
  }

  return {
    getSnapshot: kept.getSnapshot,
    subscribe: kept.subscribe,
    add,
    tokenFor,
    renewNow: async (id) => {
      const signedIn = kept.get(id);
      return signedIn === undefined ? { ok: false, problem: noRefreshToken } : renewal.renew(signedIn);
    },
    setSends,
    signOut: (id) => signOut(id, 'here'),
    signOutEverywhere: (id) => signOut(id, 'everywhere'),
    signOutAll: async () => {
      const results = await Promise.all(kept.all().map(({ session }) => signOut(session.id, 'here')));
      return results.filter((result) => result !== undefined);
    },
    claimsOf: (sessionId) => {
      const tokens = kept.get(sessionId)?.tokens;
      if (tokens === undefined) return undefined;
      const [id, access] = [tokens.idToken, tokens.accessToken].map((token) => token && unverifiedClaims(token));
      return { ...(id && { id }), ...(access && { access }) };
    },
    copyOf: (id, kind) => {
      const tokens = kept.get(id)?.tokens;
      return tokens && tokenOf(tokens, kind);
    },
    verify: async (id) => {
      const signedIn = kept.get(id);
      if (signedIn === undefined) return [];
      const { verifyTokens } = await import('../cognito/verify-tokens.ts');
      return verifyTokens(signedIn.tokens, signedIn.pool, now(), fetchKeys);
    },
    clientSecretFor: secrets.of,
    forgetClientSecret: secrets.forget,
  };
}

function lifeOf({ issuedAt, ends, sends }: Session, kind: TokenKind = sends) {
  return { issuedAt, expiresAt: ends[kind] ?? issuedAt };
}

function expiredSentence({ username, problem }: Session): string {
  if (problem === undefined) return `The token of ${username} has expired. Sign in again to go on.`;
  return `The token of ${username} has expired and could not be renewed. ${problem.what} ${problem.next}`;
}
