// Asks the page's helper to sign the calls of the admin flow with the developer's own AWS credentials, which never come here.

import * as v from 'valibot';
import {
  adminSignInAnswerSchema,
  adminSignInPath,
  launchSecretHeader,
  refusalSchema,
  type AdminSignInAnswer,
} from '../../server/api.ts';
import { createAdminApi } from './admin-answers.ts';
import type { AdminApi } from './admin-api.ts';
import { CognitoError } from './cognito-error.ts';

export interface HelperOptions {
  readonly cognitoEndpoint: string;
  readonly fetch: FetchFromHelper;
  /** Shows the helper that this is a page of its own. */
  readonly launchSecret: string;
  /** Credentials may have to be fetched first; default 60 000. */
  readonly timeoutMs?: number;
}

/** What is asked of fetch. */
export type FetchFromHelper = (
  path: string,
  init: {
    method: 'POST';
    headers: Record<string, string>;
    body: string;
    credentials: 'omit';
    redirect: 'error';
    cache: 'no-store';
    signal: AbortSignal;
  },
) => Promise<Response>;

export function adminApiOverHelper({
  cognitoEndpoint,
  fetch,
  launchSecret,
  timeoutMs = 60_000,
}: HelperOptions): AdminApi {
  return createAdminApi({
    cognitoEndpoint,
    ask: async (request, signal) => {
      const timeout = AbortSignal.timeout(timeoutMs);
      let reply: { readonly status: number; readonly json: unknown };
      try {
        const response = await fetch(adminSignInPath, {
          method: 'POST',
          headers: { 'content-type': 'application/json', [launchSecretHeader]: launchSecret },
          body: JSON.stringify(request),
          credentials: 'omit',
          redirect: 'error',
          cache: 'no-store',
          signal: signal === undefined ? timeout : AbortSignal.any([signal, timeout]),
        });
        reply = { status: response.status, json: await response.json() };
      } catch (cause) {
        if (signal?.aborted) throw new CognitoError('Aborted', { detail: 'stopped before the answer came' });
        throw new CognitoError('NoHelper', { timedOut: timeout.aborted, cause });
      }
      return answerFrom(reply);
    },
  });
}

function answerFrom({ status, json }: { readonly status: number; readonly json: unknown }): AdminSignInAnswer {
  const answer = v.safeParse(adminSignInAnswerSchema, json);
  if (status === 200 && answer.success) return answer.output;
  const refusal = v.safeParse(refusalSchema, json);
  throw new CognitoError('NoHelper', { status, detail: refusal.success ? refusal.output.error.message : undefined });
}
