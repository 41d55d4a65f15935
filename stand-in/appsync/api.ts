// What an AppSync API of the stand-in is, as data: schema, authorization modes, resolvers. No HTTP, no GraphQL engine here.
import type { Clock } from '../movable-clock.ts';
import type { ResolverExtensions } from './extensions.ts';

/** AppSync's authorization types, spelled as in its API and in Amplify's configuration files. */
export type AuthMode = 'API_KEY' | 'AWS_IAM' | 'AMAZON_COGNITO_USER_POOLS' | 'OPENID_CONNECT' | 'AWS_LAMBDA';

/** One way in that this API offers. The stand-in lets callers in by API key and by user pool token only. */
export type AuthProvider =
  | { readonly mode: 'API_KEY'; readonly keys: readonly ApiKey[] }
  | {
      readonly mode: 'AMAZON_COGNITO_USER_POOLS';
      readonly userPoolId: string;
      /** A regular expression that `aud` or `client_id` must match as a whole; absent = every app client of the pool. */
      readonly appIdClientRegex?: string;
      /** What becomes of unmarked root fields where this is the default mode. */
      readonly defaultAction: 'ALLOW' | 'DENY';
    };

export interface ApiKey {
  /** `da2-` and 26 lower-case letters or digits. */
  readonly id: string;
  /** Milliseconds since the epoch; absent = never (AppSync itself allows 365 days at most). */
  readonly expires?: number;
}

export interface Api {
  readonly name: string;
  /** Where it is served, e.g. `/graphql`. */
  readonly path: string;
  /** The schema as one uploads it to AppSync: without the definitions of AWS's scalars and directives. */
  readonly schema: string;
  readonly defaultProvider: AuthProvider;
  readonly additionalProviders: readonly AuthProvider[];
  readonly resolvers: Resolvers;
  /** True: `Authorization: Bearer …` is taken as well. Captures of real APIs show it refused, so absent = refused. */
  readonly acceptsBearer?: boolean;
  /** True: a token that expires ends the subscriptions it started. Nothing documents it, so absent = they go on. */
  endsExpiredSubscriptions?: boolean;
  /** `introspectionConfig`; absent = ENABLED. */
  readonly introspection?: 'ENABLED' | 'DISABLED';
}

/**
 * By type name, then field name. A field that has none here is read from its parent's value: a property, or a function
 * property, which is called as a resolver.
 */
export type Resolvers = Readonly<Record<string, Readonly<Record<string, Resolver>>>>;
export type Resolver = (context: ResolverContext) => unknown;

/** What AppSync calls `ctx`. Made for each field of each request, so that nothing of one caller reaches another. */
export interface ResolverContext {
  readonly arguments: Readonly<Record<string, unknown>>;
  /** The parent's value. */
  readonly source: unknown;
  /** Null for an API key. */
  readonly identity: CognitoIdentity | null;
  readonly info: { readonly parentTypeName: string; readonly fieldName: string };
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  /** Aborted when the client hangs up. */
  readonly signal: AbortSignal;
  /** What a resolver may say about subscriptions. */
  readonly extensions: ResolverExtensions;
}

/** `ctx.identity` of a user pool caller (AppSync developer guide, "Resolver mapping template context reference"). */
export interface CognitoIdentity {
  readonly sub: string;
  readonly issuer: string;
  readonly username: string;
  readonly claims: Readonly<Record<string, unknown>>;
  /** `cognito:groups`; AppSync gives null where the token has none. */
  readonly groups: readonly string[] | null;
  readonly sourceIp: readonly string[];
  readonly defaultAuthStrategy: 'ALLOW' | 'DENY';
}

/** What the API needs of the world around it. */
export interface AppSyncDeps {
  readonly clock: Clock;
  verifyToken(token: string): Promise<TokenVerdict>;
  requestId(this: void): string;
  /** Whether a name with its port is the API's own: what clients of its real-time endpoint must give as `host`. */
  isOwnHost(this: void, host: string): boolean;
}

export type TokenVerdict =
  | { ok: true; claims: Readonly<Record<string, unknown>>; userPoolId: string }
  | { ok: false; why: 'malformed' | 'signature' | 'issuer' | 'expired' | 'token_use' };
