// What a code target writes: one request, whose credential is a named placeholder unless somebody asked for the real one. Pure.
import type { AuthMode } from '../../appsync/authorization.ts';

export interface CodeRequest {
  readonly endpoint: string;
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly operationName: string | undefined;
  readonly headers: readonly CodeHeader[];
  /** The headers lack what a signature brings; it covers region and body. */
  readonly signed: boolean;
}

/** Its value, or the name of the environment variable that holds it. */
export type CodeHeader = { readonly name: string } & ({ readonly value: string } | { readonly variable: string });

export interface CodeTarget {
  readonly id: string;
  /** "curl" */
  readonly name: string;
  /** Where it runs, in a few words. */
  readonly runsIn: string;
  readonly write: (request: CodeRequest) => string;
}

/** What is sent as the body, by every target alike. */
export function bodyOf({ query, variables, operationName }: CodeRequest) {
  return {
    query,
    ...(Object.keys(variables).length > 0 && { variables }),
    ...(operationName !== undefined && { operationName }),
  };
}

/** The region of a standard endpoint; of others nobody can tell. */
export function regionOf(endpoint: string): string | undefined {
  return /\.appsync-api\.([a-z0-9-]+)\.amazonaws\.com(?:\.cn)?$/.exec(new URL(endpoint).hostname)?.[1];
}

/** The placeholder of what an identity sends. */
export function placeholderOf(authMode: AuthMode, tokenKind: 'id' | 'access' | undefined): string | undefined {
  switch (authMode) {
    case 'AMAZON_COGNITO_USER_POOLS':
      return tokenKind === 'access' ? 'ACCESS_TOKEN' : 'ID_TOKEN';
    case 'API_KEY':
      return 'APPSYNC_API_KEY';
    case 'OPENID_CONNECT':
      return 'OIDC_TOKEN';
    case 'AWS_LAMBDA':
      return 'LAMBDA_TOKEN';
    case 'AWS_IAM':
    case 'NONE':
      return undefined;
    default:
      return authMode satisfies never;
  }
}
