// AdminInitiateAuth: a flow begins, by an administrator's backend, which may send the password itself.
// https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminInitiateAuth.html
import * as v from 'valibot';
import { authFlows, beginFlow } from '../begin-flow.ts';
import { appClientInPool } from '../cognito.ts';
import { anyMap, appClientId, oneOf, userPoolId } from '../request-shape.ts';
import { signedOperation } from './operation.ts';

const shape = v.object({
  UserPoolId: userPoolId,
  ClientId: appClientId,
  AuthFlow: oneOf(authFlows),
  AuthParameters: v.optional(anyMap, {}),
});

export const adminInitiateAuth = signedOperation('AdminInitiateAuth', shape, (request, cognito) =>
  beginFlow('AdminInitiateAuth', appClientInPool(cognito, request.UserPoolId, request.ClientId), request, cognito),
);
