// Ends a sign-in at Cognito once it is forgotten here, and tells how that went.

import type { CognitoApi } from '../cognito/cognito-api.ts';
import type { Explanation } from '../cognito/explanation.ts';
import { loadExplanations } from '../cognito/load-explanations.ts';
import type { SignInPool } from '../cognito/sign-in-flow.ts';
import type { SessionRenewal } from './session-renewal.ts';
import { signOutResultFrom, type SignOutReach, type SignOutResult } from './sign-out-result.ts';
import type { SignedIn } from './signed-in.ts';

export interface SignOutDeps {
  /** ms */
  readonly now: () => number;
  readonly apiFor: (pool: SignInPool) => CognitoApi;
  readonly renewal: SessionRenewal;
}

const noAccessToken: Explanation = {
  what: 'There is no access token to show to Cognito.',
  why: 'Signing out everywhere needs one, and only an ID token was pasted.',
  next: 'Sign in as this user, then sign out everywhere.',
  retry: 'start-over',
};

/** Never rejects. */
export function createSignOut({ now, apiFor, renewal }: SignOutDeps) {
  return async (signedIn: SignedIn, reach: SignOutReach): Promise<SignOutResult> => {
    const problem = await (reach === 'here' ? revoked(signedIn) : revokedEverywhere(signedIn));
    return signOutResultFrom({ session: signedIn.session, tokens: signedIn.tokens, reach, problem }, now());
  };

  function revoked(signedIn: SignedIn): Promise<Explanation | undefined> {
    return problemWith(signedIn, () => renewal.revoke(signedIn));
  }

  async function revokedEverywhere(signedIn: SignedIn): Promise<Explanation | undefined> {
    // GlobalSignOut takes a living access token only.
    if (signedIn.tokens.refreshToken !== undefined && (signedIn.tokens.expiresAt.access ?? 0) <= now()) {
      const renewed = await renewal.renew(signedIn);
      if (!renewed.ok) return renewed.problem;
    }
    const { accessToken } = signedIn.tokens;
    if (accessToken === undefined) return noAccessToken;
    return problemWith(signedIn, () => apiFor(signedIn.pool).globalSignOut({ AccessToken: accessToken }));
  }

  async function problemWith(
    { pool, clientSecret }: SignedIn,
    act: () => Promise<void>,
  ): Promise<Explanation | undefined> {
    try {
      await act();
      return undefined;
    } catch (error) {
      const explain = await loadExplanations();
      const withSecret = clientSecret !== undefined;
      return explain(error, { ...pool, authFlow: 'REFRESH_TOKEN_AUTH', step: 'sign-out', withSecret });
    }
  }
}
