// ForgotPassword: sends a code to a verified address, with which ConfirmForgotPassword sets a new password.
// https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_ForgotPassword.html
import * as v from 'valibot';
import { accountOf, simulatedDelivery, verifiedMedium } from '../accounts.ts';
import { invalidParameter, notAuthorized } from '../cognito-error.ts';
import { anyString, appClientId, username } from '../request-shape.ts';
import { operation } from './operation.ts';

const shape = v.object({ ClientId: appClientId, Username: username, SecretHash: v.optional(anyString) });

export const forgotPassword = operation('ForgotPassword', shape, (request, cognito) => {
  const { pool, client, user } = accountOf(cognito, request);
  const { accountCodes } = cognito.state;
  accountCodes.countSend(pool, user?.username ?? request.Username, 'forgot-password');
  if (user?.status === 'FORCE_CHANGE_PASSWORD' || user?.status === 'EXTERNAL_PROVIDER') {
    throw notAuthorized('User password cannot be reset in the current state.');
  }
  const medium = user && verifiedMedium(user);
  if (user && medium) return { CodeDeliveryDetails: accountCodes.send(pool, user, medium, 'forgot-password') };
  if (client.preventUserExistenceErrors === 'ENABLED') {
    return { CodeDeliveryDetails: simulatedDelivery(request.Username) };
  }
  const reason = 'there is no registered/verified email or phone_number';
  throw invalidParameter(`Cannot reset password for the user as ${reason}`);
});
