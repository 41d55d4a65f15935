// Who asks, as the real-time protocol wants to be told: an object of headers with the HTTP endpoint's host, once for the
// connection and once for each start. It never goes into a URL, where logs would keep it.
import { overridingHeader } from '../http.ts';
import type { Authorize } from '../authorization.ts';
import type { AuthObject } from './messages.ts';

/** What a signature covers beside the body; AppSync checks it against a POST with exactly these, which is never sent. */
const signedHeaders = {
  accept: 'application/json, text/javascript',
  'content-encoding': 'amz-1.0',
  'content-type': 'application/json; charset=UTF-8',
} as const;

export interface AuthObjectOptions {
  /** The GraphQL endpoint over HTTP. */
  readonly endpoint: string;
  readonly authorize: Authorize;
  /** The person's own headers; one that says who asks stands in place of ours. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
}

/** For the connection itself. */
export function connectAuth(options: AuthObjectOptions): Promise<AuthObject> {
  const url = new URL(options.endpoint);
  url.pathname += '/connect';
  return authObject(options, { url: url.href, body: '{}' });
}

/** For one subscription, whose `data` is the body of the request that is signed. */
export function startAuth(options: AuthObjectOptions, data: string): Promise<AuthObject> {
  return authObject(options, { url: options.endpoint, body: data });
}

async function authObject(
  { endpoint, authorize, headers = {} }: AuthObjectOptions,
  { url, body }: { url: string; body: string },
): Promise<AuthObject> {
  const isOwn = overridingHeader(headers) !== undefined;
  const ours = isOwn ? {} : await authorize({ url, body, headers: signedHeaders });
  const given = spelledRight({ ...headers, ...ours });
  const isSigned = given['Authorization']?.startsWith('AWS4-') ?? false;
  return { ...(isSigned && signedHeaders), ...given, host: new URL(endpoint).host };
}

/** Over HTTP the case of a name is nothing; here AppSync overlooks an `authorization`. */
function spelledRight(headers: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers)
      .filter(([name]) => name.toLowerCase() !== 'host')
      .map(([name, value]) => {
        const small = name.toLowerCase();
        if (small === 'authorization') return ['Authorization', value];
        return [small === 'x-api-key' ? small : name, value];
      }),
  );
}

/** The subprotocols to offer: base64url of UTF-8 without padding, since a subprotocol may hold neither `=`, `/` nor `+`. */
export function protocolsWith(auth: AuthObject): string[] {
  const bytes = new TextEncoder().encode(JSON.stringify(auth));
  const base64 = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
  const base64url = base64.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
  return ['graphql-ws', `header-${base64url}`];
}
