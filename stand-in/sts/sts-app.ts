// AWS's Security Token Service, as far as a developer asks it "who am I?". At `/` like Cognito's API; what is not for it goes on.
// https://docs.aws.amazon.com/STS/latest/APIReference/API_GetCallerIdentity.html
import { Hono } from 'hono';
import { IamRefusal } from '../iam/iam-refusal.ts';
import type { IamGate, SignedService } from '../iam/iam-gate.ts';
import { incomingRequestFrom } from '../iam/incoming-request.ts';
import { isQueryRequest, queryActionFrom } from './query-request.ts';
import { resultResponse, stsErrorResponse } from './sts-answer.ts';

export function stsApp(gate: IamGate, region: string): Hono {
  const app = new Hono();
  const service: SignedService = { region, service: 'sts', missingToken: 'Request is missing Authentication Token' };

  app.post('/', async (c, next) => {
    if (!isQueryRequest(c.req.header('content-type'))) return next();
    try {
      const caller = await gate.callerOf(await incomingRequestFrom(c.req), service);
      const action = queryActionFrom(await c.req.text());
      if (action !== 'GetCallerIdentity') {
        return stsErrorResponse(400, 'InvalidAction', `Could not find operation ${action} for version 2011-06-15`);
      }
      // Needs no permission: no policy keeps anybody from asking who they are.
      return resultResponse(action, { Arn: caller.arn, UserId: caller.userId, Account: gate.account.id });
    } catch (error) {
      if (error instanceof IamRefusal) return stsErrorResponse(403, error.queryCode, error.message);
      throw error;
    }
  });

  return app;
}
