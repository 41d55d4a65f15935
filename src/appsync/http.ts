// One GraphQL operation to AppSync over HTTP, and what came back, as it came. It knows no session: `authorize` is handed in.
// Protocol: https://docs.aws.amazon.com/appsync/latest/devguide/security-authz.html
import { AppSyncError } from './appsync-error.ts';
import type { Authorize } from './authorization.ts';

/** The body of a GraphQL request. */
export interface Operation {
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>> | undefined;
  readonly operationName?: string | undefined;
}

export interface Answer {
  readonly status: number;
  /** From x-amzn-requestid, which AppSync lets a page read. */
  readonly requestId: string | undefined;
  /** From x-amzn-errortype. */
  readonly errorType: string | undefined;
  readonly contentType: string;
  /** From sending to the end of the body. */
  readonly milliseconds: number;
  /** Size of the body after decompression, in bytes. */
  readonly bytes: number;
  readonly body: AnswerBody;
}

export type AnswerBody =
  | { readonly kind: 'json'; readonly value: object }
  /** Not JSON, or JSON that is no object: shown as text. */
  | { readonly kind: 'text'; readonly text: string };

export interface SendOptions {
  readonly endpoint: string;
  readonly operation: Operation;
  readonly authorize: Authorize;
  /** Headers of the person's own; one that names Authorization or x-api-key stands in place of ours. */
  readonly headers?: Readonly<Record<string, string>>;
  readonly signal: AbortSignal;
  readonly fetch: typeof fetch;
  /** A monotonic clock in milliseconds. */
  readonly now: () => number;
}

/** AppSync's own bound is 5 MB; a proxy or another server may send more. Beyond this nothing is read. */
const largestAnswer = 64 * 1024 * 1024;

const contentType = 'application/json';

/** Ours, unless the person's own headers bring an authorization of their own: two would leave it to chance which counts. */
export function requestHeaders(
  authorization: Readonly<Record<string, string>>,
  own: Readonly<Record<string, string>>,
): Headers {
  const headers = new Headers(own);
  if (overridingHeader(own) === undefined) {
    for (const [name, value] of Object.entries(authorization)) headers.set(name, value);
  }
  headers.set('content-type', contentType);
  headers.set('accept', 'application/json');
  return headers;
}

/** The one of the person's own headers that decides who asks, as it is written. */
export function overridingHeader(own: Readonly<Record<string, string>>): string | undefined {
  return Object.keys(own).find((name) => ['authorization', 'x-api-key'].includes(name.toLowerCase()));
}

/** Sends one operation. Throws AppSyncError; an HTTP error status is an Answer, not a throw. */
export async function sendOperation(options: SendOptions): Promise<Answer> {
  const { endpoint, operation, signal, now } = options;
  const own = options.headers ?? {};
  const body = JSON.stringify(operation);
  const authorized =
    overridingHeader(own) !== undefined
      ? {}
      : await options.authorize({ url: endpoint, body, headers: { 'content-type': contentType } });
  const headers = requestHeaders(authorized, own);
  signal.throwIfAborted();
  const began = now();
  const response = await openResponse(options, { headers, body });
  if (response.type === 'opaqueredirect') {
    throw new AppSyncError('Redirected', `${new URL(endpoint).host} answered with a redirect, which is not followed.`);
  }
  const { text, bytes } = await readBody(response, signal);
  return {
    status: response.status,
    requestId: response.headers.get('x-amzn-requestid') ?? undefined,
    errorType: response.headers.get('x-amzn-errortype') ?? undefined,
    contentType: response.headers.get('content-type') ?? '',
    milliseconds: now() - began,
    bytes,
    body: parseBody(text),
  };
}

async function openResponse(
  { endpoint, signal, fetch }: SendOptions,
  request: { headers: Headers; body: string },
): Promise<Response> {
  try {
    return await fetch(endpoint, {
      method: 'POST',
      ...request,
      signal,
      mode: 'cors',
      credentials: 'omit',
      cache: 'no-store',
      // A token goes to the configured endpoint and nowhere else.
      redirect: 'manual',
      referrerPolicy: 'no-referrer',
    });
  } catch (cause) {
    if (signal.aborted) throw new AppSyncError('Aborted', 'The request was stopped.', { cause });
    throw new AppSyncError('Unreachable', `No answer came from ${new URL(endpoint).host}.`, { cause });
  }
}

async function readBody(response: Response, signal: AbortSignal): Promise<{ text: string; bytes: number }> {
  if (response.body === null) return { text: '', bytes: 0 };
  const reader = response.body.getReader();
  const decoder = new TextDecoder();
  let text = '';
  let bytes = 0;
  try {
    for (;;) {
      // oxlint-disable-next-line no-await-in-loop -- a stream is read in order
      const { done, value } = await reader.read();
      if (done) return { text: text + decoder.decode(), bytes };
      bytes += value.byteLength;
      if (bytes > largestAnswer) break;
      text += decoder.decode(value, { stream: true });
    }
  } catch (cause) {
    if (signal.aborted) throw new AppSyncError('Aborted', 'The request was stopped.', { cause });
    throw new AppSyncError('Cut', `The answer broke off after ${bytes} bytes.`, { cause });
  }
  await reader.cancel();
  throw new AppSyncError('TooLarge', `The answer is larger than ${largestAnswer / 1024 / 1024} MB.`);
}

/** What a body is: an object (every GraphQL answer is one), else the text as it came. */
export function parseBody(text: string): AnswerBody {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null) return { kind: 'json', value };
  } catch {
    // Not JSON: shown as text.
  }
  return { kind: 'text', text };
}
