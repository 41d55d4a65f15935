// The Content-Security-Policy of the page: what it may load (its own files) and whom it may call (the kept connections).
// Pure. Must never let text of a connection into the header other than scheme, plain host name and port.
import { realtimeHostOf } from '../src/appsync/endpoint.ts';
import { cognitoEndpointOf, type Connection } from '../src/settings/connection.ts';

/** `scheme://host[:port]` of a URL, or nothing where a policy could not name it (`*`, `;`, `,` may stand in a URL's host). */
function originOf(url: string): { scheme: 'https' | 'http'; host: string }[] {
  if (!URL.canParse(url)) return [];
  const { protocol, host } = new URL(url);
  if (!/^[a-z0-9._-]+(?::\d+)?$/.test(host)) return [];
  return protocol === 'https:' || protocol === 'http:'
    ? [{ scheme: protocol === 'https:' ? 'https' : 'http', host }]
    : [];
}

/**
 * The origins one connection needs: Cognito over HTTP, AppSync over HTTP and WebSocket. The real-time host of a standard
 * endpoint is its own (https://docs.aws.amazon.com/appsync/latest/devguide/real-time-websocket-client.html); a custom
 * domain has it on the same host.
 */
export function originsOf(
  connection: Pick<Connection, 'userPoolId' | 'cognitoEndpoint' | 'graphqlEndpoint'>,
): string[] {
  return [
    ...originOf(cognitoEndpointOf(connection)).map(({ scheme, host }) => `${scheme}://${host}`),
    ...originOf(connection.graphqlEndpoint).flatMap(({ scheme, host }) => [
      `${scheme}://${host}`,
      `${scheme === 'https' ? 'wss' : 'ws'}://${realtimeHostOf(host)}`,
    ]),
  ];
}

export interface Relaxations {
  /** The dev server only: the nonce of its inline scripts, and blob workers for its reconnection. */
  readonly nonce?: string;
}

/** The policy of a page that may call these connections and nobody else. Monaco needs inline styles and data: images. */
export function policyFor(
  connections: readonly Pick<Connection, 'userPoolId' | 'cognitoEndpoint' | 'graphqlEndpoint'>[],
  relaxations: Relaxations = {},
): string {
  const { nonce } = relaxations;
  const callable = [...new Set(connections.flatMap((connection) => originsOf(connection)))];
  return [
    `default-src 'none'`,
    `script-src 'self'${nonce === undefined ? '' : ` 'nonce-${nonce}'`}`,
    `style-src 'self' 'unsafe-inline'`,
    `font-src 'self' data:`,
    `img-src 'self' data:`,
    `worker-src 'self'${nonce === undefined ? '' : ' blob:'}`,
    ['connect-src', `'self'`, ...callable].join(' '),
    `base-uri 'none'`,
    `form-action 'none'`,
    `frame-ancestors 'none'`,
  ].join('; ');
}
