// Renews and revokes the tokens of a sign-in at Cognito, one renewal at a time for each. When to do so, others decide.

import type { CognitoApi } from '../cognito/cognito-api.ts';
import { CognitoError } from '../cognito/cognito-error.ts';
import type { Explanation } from '../cognito/explanation.ts';
import { loadExplanations } from '../cognito/load-explanations.ts';
import type { SignInPool } from '../cognito/sign-in-flow.ts';
import { kindsIn, tokensFrom } from '../cognito/tokens.ts';
import { createFetchRenewedTokens } from './renewed-tokens.ts';
import { renewalVerdict } from './renewal.ts';
import type { Session } from './session.ts';
import { isRenewable, problemOf, type Renewed, type SignedIn } from './signed-in.ts';

export interface SessionRenewalDeps {
  /** ms */
  readonly now: () => number;
  readonly apiFor: (pool: SignInPool) => CognitoApi;
  /** False once signed out or signed in anew: what comes then is for nobody. */
  readonly isKept: (signedIn: SignedIn) => boolean;
  readonly update: (signedIn: SignedIn, change: Partial<Session>) => void;
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
  const { now, apiFor, isKept, update } = deps;
  const fetchRenewedTokens = createFetchRenewedTokens();

  function renew(signedIn: SignedIn): Promise<Renewed> {
    if (signedIn.renewing !== undefined) return signedIn.renewing;
    const { refreshToken } = signedIn.tokens;
    if (refreshToken === undefined) return Promise.resolve({ ok: false, problem: noRefreshToken });
    const renewing = Promise.resolve().then(() => renewOnce(signedIn, refreshToken));
    signedIn.renewing = renewing;
    if (isKept(signedIn)) update(signedIn, { status: 'renewing', ...problemOf(signedIn) });
    return renewing;
  }

  async function renewOnce(signedIn: SignedIn, refreshToken: string): Promise<Renewed> {
    const { pool } = signedIn;
    try {
      const result = await fetchRenewedTokens(apiFor(pool), pool, refreshToken);
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
    if (isKept(signedIn)) {
      const { groups, issuedAt, expiresAt } = signedIn.tokens;
      update(signedIn, {
        status: 'active',
        groups,
        issuedAt,
        expiresAt: expiresAt[signedIn.session.sends] ?? issuedAt,
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
    const problem = explain(error, { ...pool, authFlow: 'REFRESH_TOKEN_AUTH', step: 'renewal' });
    signedIn.renewing = undefined;
    signedIn.refused = renewalVerdict(error) === 'sign-in';
    signedIn.failures += 1;
    signedIn.lastFailureAt = now();
    if (isKept(signedIn)) {
      const failedStatus = signedIn.refused ? 'renewal-failed' : 'active';
      const status = session.expiresAt <= now() ? 'expired' : failedStatus;
      update(signedIn, { status, renewable: isRenewable(signedIn), problem });
    }
    return { ok: false, problem };
  }

  async function revoke({ pool, tokens: { refreshToken } }: SignedIn): Promise<void> {
    if (refreshToken === undefined) return;
    await apiFor(pool).revokeToken({ Token: refreshToken, ClientId: pool.appClientId });
  }

  return { renew, revoke };
}
