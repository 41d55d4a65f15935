// Who may call Cognito's operations for administrators: a principal whose signature is true and whose policy allows the action on
// that user pool. Looked at before the request's own members are, as everywhere in AWS.
// https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazoncognitouserpools.html
import type { IamGate, SignedService } from '../iam/iam-gate.ts';
import type { IncomingRequest } from '../iam/signature.ts';

/** @throws IamRefusal */
export type AdminAccess = (request: IncomingRequest, operationName: string, body: unknown) => Promise<void>;

export function adminAccess(gate: IamGate, region: string): AdminAccess {
  const service: SignedService = { region, service: 'cognito-idp', missingToken: 'Missing Authentication Token' };
  return async (request, operationName, body) => {
    const caller = await gate.callerOf(request, service);
    const poolId = userPoolIdIn(body);
    const resource = poolId === null ? '*' : `arn:aws:cognito-idp:${region}:${gate.account.id}:userpool/${poolId}`;
    gate.authorize(caller, `cognito-idp:${operationName}`, resource);
  };
}

function userPoolIdIn(body: unknown): string | null {
  if (typeof body !== 'object' || body === null || !('UserPoolId' in body)) return null;
  return typeof body.UserPoolId === 'string' ? body.UserPoolId : null;
}
