// What a connection is, and the one judge of its shape. No sentences for people here (the form has those), no React, no Node:
// the page, the helper and the command line all read connections through this schema.
import * as v from 'valibot';

/** Which user pool and which API: everything the app remembers about a place to sign in. Holds no secret. */
export interface Connection {
  /** Ours; letters, digits, `-` and `_`. */
  readonly id: string;
  /** The person's own words for it. */
  readonly name: string;
  /** `{region}_{letters and digits}`. */
  readonly userPoolId: string;
  readonly appClientId: string;
  /** `https://….appsync-api.{region}.amazonaws.com/graphql`, or a custom domain, or loopback over http. */
  readonly graphqlEndpoint: string;
  /** Only for hosts that are not AWS's: the full URL. Absent: `https://cognito-idp.{region}.amazonaws.com/`. */
  readonly cognitoEndpoint?: string;
  readonly authFlow: AuthFlow;
  /** The app client has a secret. The secret itself is typed each time the page opens, and kept in memory. */
  readonly hasClientSecret?: true;
}

export const authFlows = [
  'USER_SRP_AUTH',
  'USER_PASSWORD_AUTH',
  'CUSTOM_AUTH',
  /** Signed by the helper with the developer's own AWS credentials. */
  'ADMIN_USER_PASSWORD_AUTH',
] as const;
export type AuthFlow = (typeof authFlows)[number];

const loopbackHosts = new Set(['localhost', '127.0.0.1']);

/**
 * True for https URLs, and for http ones of localhost and 127.0.0.1, without user name, password or fragment. The host must
 * be one a Content-Security-Policy can name, or the page could never call it: no IPv6 address (so no `http://[::1]`), and
 * none of `*` `;` `,` `'`, which the URL standard lets a host hold.
 */
export function isEndpointUrl(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const url = new URL(text);
  const safe = url.protocol === 'https:' || (url.protocol === 'http:' && loopbackHosts.has(url.hostname));
  return safe && /^[a-z0-9._-]+$/.test(url.hostname) && url.username === '' && url.password === '' && url.hash === '';
}

const trimmed = v.pipe(v.string(), v.trim(), v.nonEmpty(), v.maxLength(200));
const endpoint = v.pipe(
  trimmed,
  v.check(isEndpointUrl),
  // As the URL parser reads it, so that what is kept is what is called.
  v.transform((text) => new URL(text).href),
);

/** Trims, puts URLs in their normal form, drops unknown properties, refuses everything that is not a Connection. */
export const connectionSchema = v.object({
  id: v.pipe(trimmed, v.regex(/^[A-Za-z0-9][\w-]*$/)),
  name: v.pipe(trimmed, v.regex(/^\P{Cc}*$/u)),
  // AWS: [\w-]+_[0-9a-zA-Z]+, at most 55. Regions are lower case; `local_x` is what other stand-ins use.
  userPoolId: v.pipe(trimmed, v.maxLength(55), v.regex(/^[a-z0-9-]+_[0-9A-Za-z]+$/)),
  // AWS: [\w+]+, at most 128.
  appClientId: v.pipe(trimmed, v.maxLength(128), v.regex(/^[\w+]+$/)),
  graphqlEndpoint: endpoint,
  cognitoEndpoint: v.exactOptional(endpoint),
  authFlow: v.picklist(authFlows),
  hasClientSecret: v.exactOptional(v.literal(true)),
}) satisfies v.GenericSchema<unknown, Connection>;

/** The region a user pool id names: what stands before its underscore. */
export function regionOf(userPoolId: string): string {
  return userPoolId.slice(0, userPoolId.indexOf('_'));
}

/** Where Cognito listens for this connection, as a full URL. https://docs.aws.amazon.com/general/latest/gr/cognito_identity.html */
export function cognitoEndpointOf(connection: Pick<Connection, 'userPoolId' | 'cognitoEndpoint'>): string {
  const region = regionOf(connection.userPoolId);
  return (
    connection.cognitoEndpoint ?? `https://cognito-idp.${region}.amazonaws.com${region.startsWith('cn-') ? '.cn' : ''}/`
  );
}
