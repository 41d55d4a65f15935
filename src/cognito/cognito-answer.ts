// Reads one HTTP answer that ought to be Cognito's: bounded, as JSON, or as AWS's error. Sends nothing.

import { CognitoError, isAwsException } from './cognito-error.ts';
import { isRecord } from './cognito-replies.ts';

/** The body as text; rejects with 'too-large' as soon as it passes the bound, and drops the rest of it. */
export async function readBounded(response: Response, maxBytes: number): Promise<string> {
  const tooLarge = () => new CognitoError('NotCognito', { reason: 'too-large', status: response.status });
  if (Number(response.headers.get('content-length') ?? 0) > maxBytes) {
    await response.body?.cancel();
    throw tooLarge();
  }
  if (response.body === null) return '';
  const reader = response.body.getReader();
  const decoder = new TextDecoder();
  let text = '';
  let bytes = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    bytes += value.byteLength;
    if (bytes > maxBytes) {
      await reader.cancel();
      throw tooLarge();
    }
    text += decoder.decode(value, { stream: true });
  }
}

/** A success's JSON; throws the CognitoError that tells what came instead. */
export function parsedBody(response: Response, body: string): unknown {
  const json = jsonFrom(body);
  if (json !== undefined) return json;
  throw notJson(response, body);
}

function jsonFrom(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

function notJson(response: Response, body: string): CognitoError {
  const { status } = response;
  const start = body.trimStart();
  if (start === '') return new CognitoError('NotCognito', { reason: 'empty', status });
  if (start.startsWith('<') || response.headers.get('content-type')?.includes('html')) {
    return new CognitoError('NotCognito', { reason: 'html', status });
  }
  // Starts as JSON does, and does not end.
  if (start.startsWith('{')) return new CognitoError('NotCognito', { reason: 'cut', status });
  return new CognitoError('NotCognito', { reason: 'not-json', status });
}

/**
 * The error of an answer that is not 200: AWS's where body or header name one, else 'NotCognito'.
 * Body `{"__type": "NotAuthorizedException", "message": "..."}`, at times with a namespace before a "#" or a capital M;
 * header `x-amzn-errortype: NotAuthorizedException:`.
 * @param request what was sent: its values are cut from AWS's message should that quote them.
 */
export function awsErrorFrom(response: Response, body: string, request: object): CognitoError {
  const { status, headers } = response;
  const json = jsonFrom(body);
  const fields = isRecord(json) ? json : {};
  const type = bareName(fields['__type']) ?? bareName(headers.get('x-amzn-errortype'));
  if (type === undefined) {
    if (status >= 500) return new CognitoError('NotCognito', { reason: 'bad-status', status });
    if (json === undefined) return notJson(response, body);
    return new CognitoError('NotCognito', { reason: 'wrong-shape', status, detail: 'its error has no __type' });
  }
  const message = [fields['message'], fields['Message'], headers.get('x-amzn-errormessage')].find(
    (text) => typeof text === 'string' && text !== '',
  );
  const awsMessage = typeof message === 'string' ? withoutSecretsOf(request, message) : undefined;
  if (isAwsException(type)) return new CognitoError(type, { awsMessage, status });
  return new CognitoError('Unknown', { awsType: type, awsMessage, status });
}

/** "com.amazonaws.x#NotAuthorizedException:http://..." gives "NotAuthorizedException". */
function bareName(type: unknown): string | undefined {
  if (typeof type !== 'string') return undefined;
  const name = type
    .slice(type.indexOf('#') + 1)
    .split(/[:,]/)[0]
    ?.trim();
  return name === undefined || !/^\w{1,100}$/.test(name) ? undefined : name;
}

const SECRET_NAMES = /password|token|secret|session|code|claim|answer/i;

/** Every value of the request under a name that tells of a secret, at any depth. */
function secretsIn(request: unknown): string[] {
  if (!isRecord(request)) return [];
  return Object.entries(request).flatMap(([name, value]) => {
    if (typeof value === 'string') return SECRET_NAMES.test(name) ? [value] : [];
    return secretsIn(value);
  });
}

/** AWS's message without what the request held in secret. */
export function withoutSecretsOf(request: object, message: string): string {
  return withoutSecrets(message, secretsIn(request));
}

/**
 * AWS hides what it finds wrong in a password ("Value at 'password' failed to satisfy constraint"); a stand-in, a proxy or
 * a Lambda trigger may quote it. A secret of letters only is cut where it stands in quotes or is long, so that the password
 * "password" does not take the word out of AWS's own sentence.
 */
function withoutSecrets(message: string, secrets: readonly string[]): string {
  const unquoted = message.replaceAll(
    /Value '[^']*' at '(\w*(?:password|token|secret|code)\w*)'/gi,
    "Value '…' at '$1'",
  );
  return secrets.reduce((text, secret) => {
    if (secret.length >= 20 || (secret.length >= 6 && /[^\p{L}\s]/u.test(secret))) return text.replaceAll(secret, '…');
    return secret === '' ? text : text.replaceAll(`'${secret}'`, "'…'").replaceAll(`"${secret}"`, '"…"');
  }, unquoted);
}
