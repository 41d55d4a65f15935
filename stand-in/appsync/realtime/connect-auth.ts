// How a client says who it is when it opens the socket: in the subprotocol, in the query, or in headers that browsers cannot set.
// Reads only; whether it is let in is decided elsewhere.
import { textMembersOf } from './messages.ts';

export const realtimeProtocol = 'graphql-ws';
const headerPrefix = 'header-';

export interface ConnectRequest {
  readonly query: URLSearchParams;
  /** As offered in Sec-WebSocket-Protocol. */
  readonly protocols: readonly string[];
  readonly headers: Headers;
}

export type ConnectReading =
  | { readonly ok: true; readonly auth: Readonly<Record<string, string>> }
  | { readonly ok: false; readonly why: 'no protocol' | 'encoding' };

export function readConnectAuth({ query, protocols, headers }: ConnectRequest): ConnectReading {
  if (!protocols.includes(realtimeProtocol)) return { ok: false, why: 'no protocol' };
  const inProtocol = protocols.find((protocol) => protocol.startsWith(headerPrefix));
  if (inProtocol !== undefined) return readingOf(objectFrom(inProtocol.slice(headerPrefix.length), 'base64url'));
  const inQuery = query.get('header');
  if (inQuery === null) return readingOf(authOfHeaders(headers));
  // This way wants a payload too, and it must be an object.
  const payload = objectFrom(query.get('payload') ?? '', 'base64');
  return readingOf(payload && objectFrom(inQuery, 'base64'));
}

const readingOf = (auth: object | null): ConnectReading =>
  auth ? { ok: true, auth: textMembersOf(auth) } : { ok: false, why: 'encoding' };

function authOfHeaders(headers: Headers): Record<string, string> {
  const names = ['host', 'Authorization', 'x-api-key', 'x-amz-date', 'x-amz-security-token'];
  return textMembersOf(Object.fromEntries(names.map((name) => [name, headers.get(name)])));
}

const alphabets = { base64: /^[A-Za-z\d+/]+={0,2}$/, base64url: /^[\w-]+$/ };

/** The bytes are UTF-8. */
function objectFrom(text: string, encoding: 'base64' | 'base64url'): object | null {
  if (!alphabets[encoding].test(text)) return null;
  try {
    const value: unknown = JSON.parse(Buffer.from(text, encoding).toString('utf8'));
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : null;
  } catch {
    return null;
  }
}
