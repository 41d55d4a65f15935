// REFRESH_TOKEN_AUTH: new ID and access tokens for a refresh token, which stays the same. Not for clients that rotate theirs.
// https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-using-the-refresh-token.html
import { CognitoError, throwRefusal } from '../cognito-error.ts';
import { refreshTokenOf, refreshTokenRefusal } from '../refresh-tokens.ts';
import { refreshSecretHashRefusal } from '../secret-hash.ts';
import type { Flow } from './flow.ts';

export const refreshTokenAuth: Flow = {
  names: ['REFRESH_TOKEN_AUTH', 'REFRESH_TOKEN'],
  begunBy: ['InitiateAuth', 'AdminInitiateAuth'],
  permission: 'ALLOW_REFRESH_TOKEN_AUTH',
  requiredParameters: ['REFRESH_TOKEN'],

  refuseClient(client) {
    if (client.refreshTokenRotation.feature === 'ENABLED') {
      throw new CognitoError('UnsupportedOperationException', 'This API does not support refresh token rotation');
    }
  },

  async begin({ client, parameters }, cognito) {
    const token = refreshTokenOf(cognito, client, parameters['REFRESH_TOKEN'] ?? '');
    const { username } = token.signIn.user;
    throwRefusal(refreshSecretHashRefusal(client, username, parameters['SECRET_HASH']));
    throwRefusal(refreshTokenRefusal(cognito, token, parameters['DEVICE_KEY']));
    return { ChallengeParameters: {}, AuthenticationResult: await cognito.issuer.issue(token.signIn) };
  },
};
