// How a flow begins, whoever may begin it. Clients depend on the order of the checks: app client, flow, parameters, secret hash,
// user.
import type { ClientOfPool, Cognito } from './cognito.ts';
import { invalidParameter, throwRefusal } from './cognito-error.ts';
import type { BeginningOperation } from './flows/flow.ts';
import { flows } from './flows/index.ts';
import type { AuthAnswer } from './next-answer.ts';
import { requireParameters } from './required-parameters.ts';
import { secretHashRefusal } from './secret-hash.ts';

export interface FlowRequest {
  readonly AuthFlow: string;
  readonly AuthParameters: Readonly<Record<string, string>>;
}

/** Values of AuthFlow. */
export const authFlows = [
  'USER_SRP_AUTH',
  'REFRESH_TOKEN_AUTH',
  'REFRESH_TOKEN',
  'CUSTOM_AUTH',
  'ADMIN_NO_SRP_AUTH',
  'USER_PASSWORD_AUTH',
  'ADMIN_USER_PASSWORD_AUTH',
  'USER_AUTH',
];

export function beginFlow(
  operationName: BeginningOperation,
  { pool, client }: ClientOfPool,
  { AuthFlow: flowName, AuthParameters: parameters }: FlowRequest,
  cognito: Cognito,
): AuthAnswer | Promise<AuthAnswer> {
  const flow = flows.find(({ names }) => names.includes(flowName));
  if (flow?.begunBy.includes(operationName) === false) throw invalidParameter('Initiate Auth method not supported.');
  flow?.refuseClient?.(client);
  if (flow === undefined || !client.explicitAuthFlows.includes(flow.permission)) {
    throw invalidParameter(notEnabled(operationName, flowName));
  }
  requireParameters(parameters, flow.requiredParameters);
  if (flow.requiredParameters.includes('USERNAME')) {
    throwRefusal(secretHashRefusal(client, parameters['USERNAME'] ?? '', parameters['SECRET_HASH']));
  }
  return flow.begin({ pool, client, parameters }, cognito);
}

/** The two operations word it differently; both are captured. */
function notEnabled(operationName: BeginningOperation, flowName: string): string {
  const flow = operationName === 'InitiateAuth' ? `${flowName} flow` : 'Auth flow';
  return `${flow} not enabled for this client`;
}
