// InitiateAuth: a flow begins. Clients depend on the order of the checks: app client, flow, parameters, secret hash, user.
// https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_InitiateAuth.html
import * as v from 'valibot';
import { appClientOf } from '../cognito.ts';
import { invalidParameter, throwRefusal } from '../cognito-error.ts';
import { flows } from '../flows/index.ts';
import { anyMap, appClientId, oneOf } from '../request-shape.ts';
import { requireParameters } from '../required-parameters.ts';
import { secretHashRefusal } from '../secret-hash.ts';
import { operation } from './operation.ts';

const authFlows = [
  'USER_SRP_AUTH',
  'REFRESH_TOKEN_AUTH',
  'REFRESH_TOKEN',
  'CUSTOM_AUTH',
  'ADMIN_NO_SRP_AUTH',
  'USER_PASSWORD_AUTH',
  'ADMIN_USER_PASSWORD_AUTH',
  'USER_AUTH',
];

const shape = v.object({
  AuthFlow: oneOf(authFlows),
  ClientId: appClientId,
  AuthParameters: v.optional(anyMap, {}),
});

export const initiateAuth = operation('InitiateAuth', shape, (request, cognito) => {
  const { AuthFlow: flowName, AuthParameters: parameters } = request;
  const { pool, client } = appClientOf(cognito, request.ClientId);
  if (flowName.startsWith('ADMIN_')) throw invalidParameter('Initiate Auth method not supported.');
  const flow = flows.find(({ names }) => names.includes(flowName));
  flow?.refuseClient?.(client);
  if (flow === undefined || !client.explicitAuthFlows.includes(flow.permission)) {
    throw invalidParameter(`${flowName} flow not enabled for this client`);
  }
  requireParameters(parameters, flow.requiredParameters);
  if (flow.requiredParameters.includes('USERNAME')) {
    throwRefusal(secretHashRefusal(client, parameters['USERNAME'] ?? '', parameters['SECRET_HASH']));
  }
  return flow.begin({ pool, client, parameters }, cognito);
});
