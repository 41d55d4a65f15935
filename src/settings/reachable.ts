// Which hosts the page's security policy lets it call. The helper names them when it sends the page; a connection that was
// added since, with hosts of its own, needs the page anew.
import { cognitoEndpointOf, type Connection } from './connection.ts';

/** The origins a connection calls, for people to read and for the policy to be compared with. */
export function originsOf(connection: Connection): readonly string[] {
  return [...new Set([cognitoEndpointOf(connection), connection.graphqlEndpoint].map((url) => new URL(url).origin))];
}

/** Whether an edit made it another place: other tokens, or another host to send them to. */
export function isMoved(before: Connection, after: Connection): boolean {
  return (
    before.userPoolId !== after.userPoolId ||
    before.appClientId !== after.appClientId ||
    before.graphqlEndpoint !== after.graphqlEndpoint ||
    cognitoEndpointOf(before) !== cognitoEndpointOf(after)
  );
}

/** Whether the page as it was sent may call everything this connection needs. */
export function isReachable(connection: Connection, atLaunch: readonly Connection[]): boolean {
  const admitted = new Set(atLaunch.flatMap(originsOf));
  return originsOf(connection).every((origin) => admitted.has(origin));
}
