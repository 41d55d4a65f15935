// Has a request to AppSync signed by the page's helper with the developer's AWS credentials, which never come here. What the
// request asks does not go there either: a signature needs no more than its digest. Fetched with the first request that needs it.
import * as v from 'valibot';
import {
  appsyncSignatureAnswerSchema,
  appsyncSignaturePath,
  launchSecretHeader,
  refusalSchema,
  type AppSyncSignatureRequest,
} from '../../server/api.ts';
import { AppSyncError } from '../appsync/appsync-error.ts';
import type { SignWithIam } from '../sessions/credential.ts';

export interface IamSignatureOptions {
  readonly fetch: typeof globalThis.fetch;
  /** Shows the helper that this is a page of its own. */
  readonly launchSecret: string;
}

/** Credentials may have to be fetched first, or a person be asked for a touch. */
const timeoutMs = 60_000;

export function createIamSignature({ fetch, launchSecret }: IamSignatureOptions): SignWithIam {
  return async (connectionId, profile, { url, body, headers }) => {
    const request: AppSyncSignatureRequest = {
      connectionId,
      url,
      bodySha256: await sha256(body),
      headers,
      ...(profile !== undefined && { profile }),
    };
    const answer = await answerOf(fetch, launchSecret, request);
    if (answer.kind === 'signed') return answer.headers;
    const { message, command } = answer;
    throw new AppSyncError('NotAuthorized', command === undefined ? message : `${message} In a terminal: ${command}`);
  };
}

async function answerOf(fetch: IamSignatureOptions['fetch'], launchSecret: string, request: AppSyncSignatureRequest) {
  let reply: { readonly status: number; readonly json: unknown };
  try {
    const response = await fetch(appsyncSignaturePath, {
      method: 'POST',
      headers: { 'content-type': 'application/json', [launchSecretHeader]: launchSecret },
      body: JSON.stringify(request),
      credentials: 'omit',
      redirect: 'error',
      cache: 'no-store',
      signal: AbortSignal.timeout(timeoutMs),
    });
    reply = { status: response.status, json: await response.json() };
  } catch (cause) {
    const why = 'The page’s helper, which signs for IAM, did not answer. See that npm start is running.';
    throw new AppSyncError('NotAuthorized', why, { cause });
  }
  const answer = v.safeParse(appsyncSignatureAnswerSchema, reply.json);
  if (reply.status === 200 && answer.success) return answer.output;
  const refusal = v.safeParse(refusalSchema, reply.json);
  const why = refusal.success ? refusal.output.error.message : 'The page’s helper did not sign the request.';
  throw new AppSyncError('NotAuthorized', why);
}

async function sha256(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
