// One request to Cognito over fetch: AWS JSON 1.1 to one address. Decides nothing and retries nothing.
// https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/

import { CognitoError } from './cognito-error.ts';
import { awsErrorFrom, parsedBody, readBounded } from './cognito-answer.ts';
import type { Parsed } from './cognito-replies.ts';

/** What we ask of fetch: the browser's and Node's both have it. */
export type Fetch = (
  url: string,
  init: {
    method: 'POST';
    headers: Record<string, string>;
    body: string;
    credentials: 'omit';
    redirect: 'manual';
    cache: 'no-store';
    referrerPolicy: 'no-referrer';
    signal: AbortSignal;
  },
) => Promise<Response>;

export interface CognitoRequestOptions {
  /** The full URL, with its closing slash. */
  readonly endpoint: string;
  readonly fetch: Fetch;
  /** An answer larger than this is not read to its end; default 1 MB. */
  readonly maxBytes?: number;
  /** A call without a whole answer by then has failed as 'Unreachable'; default 30 000. */
  readonly timeoutMs?: number;
}

/** Rejects with a CognitoError and nothing else. */
export async function sendToCognito<Reply>(
  { endpoint, fetch, maxBytes = 1_000_000, timeoutMs = 30_000 }: CognitoRequestOptions,
  operation: string,
  request: object,
  parse: (json: unknown) => Parsed<Reply>,
  signal: AbortSignal | undefined,
): Promise<Reply> {
  const timeout = AbortSignal.timeout(timeoutMs);
  const whole = signal === undefined ? timeout : AbortSignal.any([signal, timeout]);
  const stopped = () => {
    if (signal?.aborted) return new CognitoError('Aborted', { detail: 'stopped before the answer came' });
    if (timeout.aborted)
      return new CognitoError('Unreachable', { timedOut: true, detail: `no answer in ${timeoutMs} ms` });
    return undefined;
  };

  let response: Response;
  try {
    response = await fetch(endpoint, {
      method: 'POST',
      headers: {
        'Content-Type': 'application/x-amz-json-1.1',
        'X-Amz-Target': `AWSCognitoIdentityProviderService.${operation}`,
      },
      body: JSON.stringify(request),
      credentials: 'omit',
      // Passwords and tokens are in the body: 'follow' could carry them to another host.
      redirect: 'manual',
      cache: 'no-store',
      referrerPolicy: 'no-referrer',
      signal: whole,
    });
  } catch (cause) {
    throw stopped() ?? new CognitoError('Unreachable', { detail: 'the request got no answer', cause });
  }

  const { status } = response;
  // A browser hides a redirect's status; Node shows it.
  if (response.type === 'opaqueredirect' || (status >= 300 && status < 400)) {
    throw new CognitoError('NotCognito', { reason: 'redirect', ...(status > 0 && { status }) });
  }
  let body: string;
  try {
    body = await readBounded(response, maxBytes);
  } catch (cause) {
    throw (
      stopped() ??
      (cause instanceof CognitoError ? cause : new CognitoError('NotCognito', { reason: 'cut', status, cause }))
    );
  }
  if (!response.ok) throw awsErrorFrom(response, body, request);
  // Operations without output answer `{}`; an empty body says as much to their parser, and nothing to the others.
  const empty = body.trim() === '';
  const parsed = parse(empty ? undefined : parsedBody(response, body));
  if (parsed.ok) return parsed.reply;
  if (empty) throw new CognitoError('NotCognito', { reason: 'empty', status });
  throw new CognitoError('NotCognito', { reason: 'wrong-shape', status, detail: parsed.wrong });
}
