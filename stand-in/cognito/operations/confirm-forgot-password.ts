// ConfirmForgotPassword: a new password for the code that was sent.
// https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_ConfirmForgotPassword.html
import * as v from 'valibot';
import { codeMismatch } from '../account-codes.ts';
import { accountOf } from '../accounts.ts';
import { CognitoError } from '../cognito-error.ts';
import { passwordViolation } from '../password-policy.ts';
import { anyString, appClientId, confirmationCode, password, username } from '../request-shape.ts';
import { operation } from './operation.ts';

const shape = v.object({
  ClientId: appClientId,
  Username: username,
  ConfirmationCode: confirmationCode,
  Password: password,
  SecretHash: v.optional(anyString),
});

export const confirmForgotPassword = operation('ConfirmForgotPassword', shape, (request, cognito) => {
  const { pool, user } = accountOf(cognito, request);
  const { accountCodes, failedPasswords } = cognito.state;
  // A password that will not do costs neither the code nor a try.
  const violation = passwordViolation(pool.passwordPolicy, request.Password);
  if (violation !== null) throw new CognitoError('InvalidPasswordException', violation);
  accountCodes.countTry(pool, user?.username ?? request.Username, 'forgot-password');
  if (user === undefined) throw codeMismatch();
  accountCodes.redeem(pool, user, 'forgot-password', request.ConfirmationCode);
  user.password = request.Password;
  user.status = 'CONFIRMED';
  failedPasswords.forget(pool, user.username);
  return {};
});
