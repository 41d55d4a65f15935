// Renews tokens at Cognito in one of two ways, and remembers for each app client which one it takes.
// GetTokensFromRefreshToken is the newer and works with rotation on or off; REFRESH_TOKEN_AUTH is for what does not know it.
// https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-using-the-refresh-token.html

import type { CognitoApi } from '../cognito/cognito-api.ts';
import { CognitoError, type CognitoErrorCode } from '../cognito/cognito-error.ts';
import type { AuthenticationResult } from '../cognito/cognito-replies.ts';

/** Rejects with a CognitoError. */
export type FetchRenewedTokens = (
  api: CognitoApi,
  client: { readonly cognitoEndpoint: string; readonly appClientId: string },
  refreshToken: string,
) => Promise<AuthenticationResult>;

type Way = (api: CognitoApi, ClientId: string, refreshToken: string) => Promise<AuthenticationResult>;

const byOperation: Way = (api, ClientId, RefreshToken) => api.getTokensFromRefreshToken({ ClientId, RefreshToken });

const byFlow: Way = async (api, ClientId, REFRESH_TOKEN) => {
  const AuthParameters = { REFRESH_TOKEN };
  const reply = await api.initiateAuth({ AuthFlow: 'REFRESH_TOKEN_AUTH', ClientId, AuthParameters });
  if (reply.kind === 'tokens') return reply.result;
  throw new CognitoError('NotCognito', { reason: 'wrong-shape', detail: `it asked for ${reply.name} to renew` });
};

/** The way is not taken here, whatever the token: the other one may be. */
const notTaken: readonly CognitoErrorCode[] = [
  'InvalidParameterException',
  'SerializationException',
  'UnknownOperationException',
  'UnsupportedOperationException',
];
const isNotTaken = (error: unknown) => error instanceof CognitoError && notTaken.includes(error.code);

export function createFetchRenewedTokens(): FetchRenewedTokens {
  const worked = new Map<string, Way>();

  return async (api, { cognitoEndpoint, appClientId }, refreshToken) => {
    const client = `${cognitoEndpoint} ${appClientId}`;
    const first = worked.get(client) ?? byOperation;
    const second = first === byOperation ? byFlow : byOperation;
    const renew = async (way: Way) => {
      const result = await way(api, appClientId, refreshToken);
      worked.set(client, way);
      return result;
    };
    try {
      return await renew(first);
    } catch (refusal) {
      if (!isNotTaken(refusal)) throw refusal;
      // Where neither is taken, the first refusal is the one that tells why.
      return renew(second).catch((error: unknown) => {
        throw isNotTaken(error) ? refusal : error;
      });
    }
  };
}
