// Which hosts the page's security policy lets it call. The helper names them when it sends the page; a connection that was
// added since, with hosts of its own, needs the page anew.
import { cognitoEndpointOf, type Connection } from './connection.ts';

/** The origins a connection calls, for people to read and for the policy to be compared with. */
export function originsOf(connection: Connection): readonly string[] {
  return [...new Set([cognitoEndpointOf(connection), connection.graphqlEndpoint].map((url) => new URL(url).origin))];
}

/** Whether the page as it was sent may call everything this connection needs. */
export function isReachable(connection: Connection, atLaunch: readonly Connection[]): boolean {
  const admitted = new Set(atLaunch.flatMap(originsOf));
  return originsOf(connection).every((origin) => admitted.has(origin));
}
