// GetTokensFromRefreshToken: new tokens with or without rotation of the refresh token.
// https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_GetTokensFromRefreshToken.html
import * as v from 'valibot';
import { appClientOf } from '../cognito.ts';
import { notAuthorized, throwRefusal, type CognitoError } from '../cognito-error.ts';
import { refreshTokenOf, refreshTokenRefusal } from '../refresh-tokens.ts';
import { anyString, appClientId, deviceKey, token } from '../request-shape.ts';
import type { AppClient } from '../user-pool.ts';
import { operation } from './operation.ts';

const shape = v.object({
  RefreshToken: token,
  ClientId: appClientId,
  ClientSecret: v.optional(anyString),
  DeviceKey: v.optional(deviceKey),
});

export const getTokensFromRefreshToken = operation('GetTokensFromRefreshToken', shape, async (request, cognito) => {
  const { client } = appClientOf(cognito, request.ClientId);
  throwRefusal(clientSecretRefusal(client, request.ClientSecret));
  const old = refreshTokenOf(cognito, client, request.RefreshToken);
  throwRefusal(refreshTokenRefusal(cognito, old, request.DeviceKey));
  if (client.refreshTokenRotation.feature === 'DISABLED') {
    return { AuthenticationResult: await cognito.issuer.issue(old.signIn) };
  }
  old.rotatedAt ??= cognito.now();
  // A successor lives no longer than the first one would have.
  const successor = cognito.state.signIns.addRefreshToken(old.signIn, old.expiresAt);
  return { AuthenticationResult: await cognito.issuer.issue(old.signIn, successor) };
});

/** Here the secret itself is sent, not a hash. */
function clientSecretRefusal(client: AppClient, given: string | undefined): CognitoError | null {
  if (client.secret === undefined || client.secret === given) return null;
  if (given === undefined) {
    return notAuthorized(`Client ${client.id} is configured for secret but secret was not received`);
  }
  return notAuthorized(`Unable to verify secret hash for client ${client.id}`);
}
