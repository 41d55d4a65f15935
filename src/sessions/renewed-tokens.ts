// Renews tokens at Cognito in one of two ways, and remembers for each app client which one it takes.
// GetTokensFromRefreshToken is the newer and works with rotation on or off; REFRESH_TOKEN_AUTH is for what does not know it.
// https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-using-the-refresh-token.html

import type { CognitoApi } from '../cognito/cognito-api.ts';
import { CognitoError, type CognitoErrorCode } from '../cognito/cognito-error.ts';
import type { AuthenticationResult } from '../cognito/cognito-replies.ts';
import { secretHashFrom } from '../cognito/secret-hash.ts';

/** What a renewal is asked with. */
export interface RenewalProofs {
  readonly refreshToken: string;
  /** The user's real name in the pool, which no alias can stand for. */
  readonly username: string;
  readonly clientSecret?: string | undefined;
  /** Of a pool that tracks devices: it renews no tokens without. */
  readonly deviceKey?: string | undefined;
}

/** Rejects with a CognitoError. */
export type FetchRenewedTokens = (
  api: CognitoApi,
  client: { readonly cognitoEndpoint: string; readonly appClientId: string },
  proofs: RenewalProofs,
) => Promise<AuthenticationResult>;

type Way = (api: CognitoApi, ClientId: string, proofs: RenewalProofs) => Promise<AuthenticationResult>;

const byOperation: Way = (api, ClientId, { refreshToken, clientSecret, deviceKey }) =>
  api.getTokensFromRefreshToken({
    ClientId,
    RefreshToken: refreshToken,
    ...(clientSecret !== undefined && { ClientSecret: clientSecret }),
    ...(deviceKey !== undefined && { DeviceKey: deviceKey }),
  });

const byFlow: Way = async (api, ClientId, { refreshToken, username, clientSecret, deviceKey }) => {
  const AuthParameters = {
    REFRESH_TOKEN: refreshToken,
    ...(clientSecret !== undefined && { SECRET_HASH: await secretHashFrom(clientSecret, username, ClientId) }),
    ...(deviceKey !== undefined && { DEVICE_KEY: deviceKey }),
  };
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

  return async (api, { cognitoEndpoint, appClientId }, proofs) => {
    const client = `${cognitoEndpoint} ${appClientId}`;
    const first = worked.get(client) ?? byOperation;
    const second = first === byOperation ? byFlow : byOperation;
    const renew = async (way: Way) => {
      const result = await way(api, appClientId, proofs);
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
