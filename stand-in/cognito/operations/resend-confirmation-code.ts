// ResendConfirmationCode: another code for ConfirmSignUp; the one before is good no more.
// https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_ResendConfirmationCode.html
import * as v from 'valibot';
import { accountOf, simulatedDelivery } from '../accounts.ts';
import { invalidParameter } from '../cognito-error.ts';
import { anyString, appClientId, username } from '../request-shape.ts';
import { operation } from './operation.ts';

const shape = v.object({ ClientId: appClientId, Username: username, SecretHash: v.optional(anyString) });

export const resendConfirmationCode = operation('ResendConfirmationCode', shape, (request, cognito) => {
  const { pool, user } = accountOf(cognito, request);
  const { accountCodes } = cognito.state;
  accountCodes.countSend(pool, user?.username ?? request.Username, 'sign-up');
  if (user === undefined) return { CodeDeliveryDetails: simulatedDelivery(request.Username) };
  if (user.status !== 'UNCONFIRMED') throw invalidParameter('User is already confirmed.');
  const medium = user.attributes['email'] === undefined ? 'SMS' : 'EMAIL';
  return { CodeDeliveryDetails: accountCodes.send(pool, user, medium, 'sign-up') };
});
