// ConfirmSignUp: the code that was sent confirms the user, and the address it was sent to.
// https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_ConfirmSignUp.html
import * as v from 'valibot';
import { expiredCode } from '../account-codes.ts';
import { accountOf } from '../accounts.ts';
import { notAuthorized } from '../cognito-error.ts';
import { anyString, appClientId, confirmationCode, username } from '../request-shape.ts';
import { operation } from './operation.ts';

const shape = v.object({
  ClientId: appClientId,
  Username: username,
  ConfirmationCode: confirmationCode,
  SecretHash: v.optional(anyString),
});

export const confirmSignUp = operation('ConfirmSignUp', shape, (request, cognito) => {
  const { pool, user } = accountOf(cognito, request);
  const { accountCodes } = cognito.state;
  accountCodes.countTry(pool, user?.username ?? request.Username, 'sign-up');
  if (user === undefined) throw expiredCode();
  if (user.status !== 'UNCONFIRMED') {
    throw notAuthorized(`User cannot be confirmed. Current status is ${user.status}`);
  }
  const medium = accountCodes.redeem(pool, user, 'sign-up', request.ConfirmationCode);
  const verified = medium === 'SMS' ? 'phone_number_verified' : 'email_verified';
  user.attributes = { ...user.attributes, [verified]: 'true' };
  user.status = 'CONFIRMED';
  return {};
});
