// InitiateAuth: a flow begins, by whoever holds an app client's id.
// https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_InitiateAuth.html
import * as v from 'valibot';
import { authFlows, beginFlow } from '../begin-flow.ts';
import { appClientOf } from '../cognito.ts';
import { anyMap, appClientId, oneOf } from '../request-shape.ts';
import { operation } from './operation.ts';

const shape = v.object({
  AuthFlow: oneOf(authFlows),
  ClientId: appClientId,
  AuthParameters: v.optional(anyMap, {}),
});

export const initiateAuth = operation('InitiateAuth', shape, (request, cognito) =>
  beginFlow('InitiateAuth', appClientOf(cognito, request.ClientId), request, cognito),
);
