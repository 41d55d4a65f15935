// Renews and revokes the tokens of a sign-in at Cognito, one renewal at a time for each. When to do so, others decide.

import type { CognitoApi } from '../cognito/cognito-api.ts';
import { CognitoError } from '../cognito/cognito-error.ts';
import type { Explanation } from '../cognito/explanation.ts';
import { loadExplanations } from '../cognito/load-explanations.ts';
import type { SignInPool } from '../cognito/sign-in-flow.ts';
import { kindsIn, tokensFrom } from '../cognito/tokens.ts';
import { textClaim, unverifiedClaims } from '../cognito/unverified-claims.ts';
import { createFetchRenewedTokens } from './renewed-tokens.ts';
import { renewalVerdict } from './renewal.ts';
import type { KeptSessions } from './kept-sessions.ts';
import { isRenewable, problemOf, type Renewed, type SignedIn } from './signed-in.ts';

export interface SessionRenewalDeps {
  /** ms */
  readonly now: () => number;
  readonly apiFor: (pool: SignInPool) => CognitoApi;
  /** A session that is not among them any more: what comes then is for nobody. */
  readonly kept: Pick<KeptSessions, 'has' | 'update'>;
  readonly clientSecretOf: (signedIn: SignedIn) => string | undefined;
  /** The one that was sent is not right, so that nobody else is to sign in with it. */
  readonly onSecretRefused: (pool: SignInPool) => void;
}

export interface SessionRenewal {
  /** Joins a renewal that is under way. Never rejects. */
  renew(signedIn: SignedIn): Promise<Renewed>;
  /** Rejects with a CognitoError. */
  revoke(signedIn: SignedIn): Promise<void>;
}

export const noRefreshToken: Explanation = {
  what: 'This session cannot be renewed.',
  why: 'No refresh token came with it, or it is signed out.',
  next: 'Sign in again.',
  retry: 'start-over',
};

export function createSessionRenewal(deps: SessionRenewalDeps): SessionRenewal {
  const { now, apiFor, kept, clientSecretOf, onSecretRefused } = deps;
  const fetchRenewedTokens = createFetchRenewedTokens();

  function renew(signedIn: SignedIn): Promise<Renewed> {
    if (signedIn.renewing !== undefined) return signedIn.renewing;
    const { refreshToken } = signedIn.tokens;
    if (refreshToken === undefined) return Promise.resolve({ ok: false, problem: noRefreshToken });
    const renewing = Promise.resolve().then(() => renewOnce(signedIn, refreshToken));
    signedIn.renewing = renewing;
    if (kept.has(signedIn)) kept.update(signedIn, { status: 'renewing', ...problemOf(signedIn) });
    return renewing;
  }

  async function renewOnce(signedIn: SignedIn, refreshToken: string): Promise<Renewed> {
    const { pool } = signedIn;
    try {
      const { username } = signedIn.tokens;
      const [clientSecret, deviceKey] = [clientSecretOf(signedIn), deviceKeyOf(signedIn)];
      const result = await fetchRenewedTokens(apiFor(pool), pool, { refreshToken, username, clientSecret, deviceKey });
      const parsed = tokensFrom(result, now(), refreshToken);
      if (!parsed.ok) throw new CognitoError('NotCognito', { reason: 'wrong-shape', detail: parsed.wrong });
      signedIn.tokens = parsed.tokens;
    } catch (error) {
      return failed(signedIn, error);
    }
    // Over before it is told, so that whoever hears of it finds the next one planned.
    signedIn.renewing = undefined;
    signedIn.failures = 0;
    signedIn.refused = false;
    if (kept.has(signedIn)) {
      const { groups, issuedAt, expiresAt } = signedIn.tokens;
      kept.update(signedIn, {
        status: 'active',
        groups,
        issuedAt,
        expiresAt: expiresAt[signedIn.session.sends] ?? issuedAt,
        ends: expiresAt,
        holds: kindsIn(signedIn.tokens),
        renewable: true,
      });
    } else if (signedIn.tokens.refreshToken !== refreshToken) {
      // Signed out meanwhile: nobody shall have what rotation has just brought.
      await revoke(signedIn).catch(() => undefined);
    }
    return { ok: true };
  }

  async function failed(signedIn: SignedIn, error: unknown): Promise<Renewed> {
    const { pool, session } = signedIn;
    const explain = await loadExplanations();
    const withSecret = clientSecretOf(signedIn) !== undefined;
    const problem = explain(error, { ...pool, authFlow: 'REFRESH_TOKEN_AUTH', step: 'renewal', withSecret });
    if (problem.action === 'client-secret') onSecretRefused(pool);
    signedIn.renewing = undefined;
    signedIn.refused = renewalVerdict(error) === 'sign-in';
    signedIn.failures += 1;
    signedIn.lastFailureAt = now();
    if (kept.has(signedIn)) {
      const failedStatus = signedIn.refused ? 'renewal-failed' : 'active';
      const status = session.expiresAt <= now() ? 'expired' : failedStatus;
      kept.update(signedIn, { status, renewable: isRenewable(signedIn), problem });
    }
    return { ok: false, problem };
  }

  async function revoke(signedIn: SignedIn): Promise<void> {
    const { pool, tokens } = signedIn;
    if (tokens.refreshToken === undefined) return;
    const ClientSecret = clientSecretOf(signedIn);
    await apiFor(pool).revokeToken({
      Token: tokens.refreshToken,
      ClientId: pool.appClientId,
      ...(ClientSecret !== undefined && { ClientSecret }),
    });
  }

  return { renew, revoke };
}

/** Of pasted tokens, which bring no device, the access token tells it. */
function deviceKeyOf({ device, tokens: { accessToken = '' } }: SignedIn): string | undefined {
  return device?.key ?? textClaim(unverifiedClaims(accessToken) ?? {}, 'device_key');
}
