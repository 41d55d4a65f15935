// Asks the page's helper to sign the calls of the admin flow with the developer's own AWS credentials, which never come here.

import * as v from 'valibot';
import { adminSignInAnswerSchema, adminSignInPath, refusalSchema, type AdminSignInAnswer } from '../../server/api.ts';
import { createAdminApi } from './admin-answers.ts';
import type { AdminApi } from './admin-api.ts';
import { askHelper, type HelperAccess, type HelperReply } from './ask-helper.ts';
import { CognitoError } from './cognito-error.ts';

export interface HelperOptions extends HelperAccess {
  readonly cognitoEndpoint: string;
  /** Credentials may have to be fetched first; default 60 000. */
  readonly timeoutMs?: number;
}

export function adminApiOverHelper({ cognitoEndpoint, timeoutMs = 60_000, ...access }: HelperOptions): AdminApi {
  return createAdminApi({
    cognitoEndpoint,
    ask: async (request, signal) => {
      const timeout = AbortSignal.timeout(timeoutMs);
      const either = signal === undefined ? timeout : AbortSignal.any([signal, timeout]);
      let reply: HelperReply;
      try {
        reply = await askHelper(access, adminSignInPath, request, either);
      } catch (cause) {
        if (signal?.aborted) throw new CognitoError('Aborted', { detail: 'stopped before the answer came' });
        throw new CognitoError('NoHelper', { timedOut: timeout.aborted, cause });
      }
      return answerFrom(reply);
    },
  });
}

function answerFrom({ status, json }: HelperReply): AdminSignInAnswer {
  const answer = v.safeParse(adminSignInAnswerSchema, json);
  if (status === 200 && answer.success) return answer.output;
  const refusal = v.safeParse(refusalSchema, json);
  throw new CognitoError('NoHelper', { status, detail: refusal.success ? refusal.output.error.message : undefined });
}
