// AssociateSoftwareToken: a secret for an authenticator app, on the way in (with the Session of MFA_SETUP) or when signed in.
// https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AssociateSoftwareToken.html
import * as v from 'valibot';
import { CognitoError } from '../cognito-error.ts';
import { session, token } from '../request-shape.ts';
import { softwareTokenOwner } from '../software-token-owner.ts';
import { operation } from './operation.ts';

const shape = v.object({ AccessToken: v.optional(token), Session: v.optional(session) });

export const associateSoftwareToken = operation('AssociateSoftwareToken', shape, async (request, cognito) => {
  const { pool, user, nextSession } = await softwareTokenOwner(request, cognito);
  if (!pool.enabledMfas.includes('SOFTWARE_TOKEN_MFA')) {
    const message = 'Software Token MFA has not been enabled by the userPool';
    throw new CognitoError('SoftwareTokenMFANotFoundException', message);
  }
  return { SecretCode: cognito.state.softwareTokens.associate(user), ...nextSession(false) };
});
