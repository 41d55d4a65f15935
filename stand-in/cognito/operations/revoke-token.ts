// RevokeToken: a refresh token and all that came of its sign-in end. An unknown one is no error.
// https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_RevokeToken.html
import * as v from 'valibot';
import { findAppClient } from '../cognito.ts';
import { CognitoError } from '../cognito-error.ts';
import { anyString, appClientId, token } from '../request-shape.ts';
import { operation } from './operation.ts';

const shape = v.object({ Token: token, ClientId: appClientId, ClientSecret: v.optional(anyString) });

export const revokeToken = operation('RevokeToken', shape, (request, cognito) => {
  const client = findAppClient(cognito, request.ClientId)?.client;
  if (client === undefined || (client.secret !== undefined && client.secret !== request.ClientSecret)) {
    throw new CognitoError('UnauthorizedException', 'Invalid client or secret');
  }
  if (!client.enableTokenRevocation) {
    throw new CognitoError('UnsupportedOperationException', 'Token revocation is not enabled for this client');
  }
  if (isSignedJwt(request.Token)) throw new CognitoError('UnsupportedTokenTypeException', 'Unsupported token type');
  const found = cognito.state.signIns.findRefreshToken(request.Token);
  if (found?.signIn.client.id === client.id) found.signIn.isRevoked = true;
  return {};
});

/** ID and access tokens have three parts, refresh tokens five. */
function isSignedJwt(text: string): boolean {
  return text.split('.').length === 3;
}
