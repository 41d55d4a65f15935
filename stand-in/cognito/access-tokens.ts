// Who calls with an access token. Unlike AppSync, Cognito itself knows which sign-ins were revoked.
import type { Cognito } from './cognito.ts';
import { notAuthorized, throwRefusal } from './cognito-error.ts';
import type { SignIn } from './sign-ins.ts';
import { userRefusal } from './users.ts';

/** @throws CognitoError unless the token is a good access token of a user who may still call */
export async function signInOfAccessToken({ state, verifier }: Cognito, accessToken: string): Promise<SignIn> {
  const verdict = await verifier.verify(accessToken);
  if (!verdict.ok) {
    throw notAuthorized(verdict.why === 'expired' ? 'Access Token has expired' : 'Invalid Access Token');
  }
  const signIn = state.signIns.find(String(verdict.claims['origin_jti']));
  if (verdict.claims['token_use'] !== 'access' || signIn === undefined) throw notAuthorized('Invalid Access Token');
  if (signIn.isRevoked) throw notAuthorized('Access Token has been revoked');
  throwRefusal(userRefusal(signIn.user));
  return signIn;
}
