// Has a request to AppSync signed by the page's helper with the developer's AWS credentials, which never come here. What the
// request asks does not go there either: a signature needs no more than its digest. Fetched with the first request that needs it.
import * as v from 'valibot';
import {
  appsyncSignatureAnswerSchema,
  appsyncSignaturePath,
  refusalSchema,
  type AppSyncSignatureRequest,
} from '../../server/api.ts';
import { AppSyncError } from '../appsync/appsync-error.ts';
import { askHelper, type HelperAccess, type HelperReply } from '../cognito/ask-helper.ts';
import type { SignWithIam } from '../sessions/credential.ts';

/** Credentials may have to be fetched first, or a person be asked for a touch. */
const timeoutMs = 60_000;

export function createIamSignature(access: HelperAccess): SignWithIam {
  return async (connectionId, profile, { url, body, headers }) => {
    const request: AppSyncSignatureRequest = {
      connectionId,
      url,
      bodySha256: await sha256(body),
      headers,
      ...(profile !== undefined && { profile }),
    };
    const answer = await answerOf(access, request);
    if (answer.kind === 'signed') return answer.headers;
    const { message, command } = answer;
    throw new AppSyncError('NotAuthorized', command === undefined ? message : `${message} In a terminal: ${command}`);
  };
}

async function answerOf(access: HelperAccess, request: AppSyncSignatureRequest) {
  let reply: HelperReply;
  try {
    reply = await askHelper(access, appsyncSignaturePath, request, AbortSignal.timeout(timeoutMs));
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
