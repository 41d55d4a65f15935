// What an AppSync API of the stand-in is, as data: schema, authorization modes, resolvers. No HTTP, no GraphQL engine here.
import type { Clock } from '../movable-clock.ts';
import type { AuthRequest } from './admission/admission.ts';
import type { AuthProvider } from './auth-provider.ts';
import type { ResolverExtensions } from './extensions.ts';
import type { Identity } from './identity.ts';

export interface Api {
  /** 26 lower-case letters or digits. */
  readonly id: string;
  readonly name: string;
  /** Where it is served, e.g. `/graphql`. */
  readonly path: string;
  /** The schema as one uploads it to AppSync: without the definitions of AWS's scalars and directives. */
  readonly schema: string;
  readonly defaultProvider: AuthProvider;
  readonly additionalProviders: readonly AuthProvider[];
  readonly resolvers: Resolvers;
  /** What the API's owner may change at any time; a test does it through the levers. */
  readonly settings: ApiSettings;
}

export interface ApiSettings {
  /** `introspectionConfig`; absent = ENABLED. */
  introspection?: 'ENABLED' | 'DISABLED';
  /** 1 to 75 levels, the scalars at the end included; absent = no limit, as at first on AppSync. */
  queryDepthLimit?: number;
  /** Resolvers of one request, 1 to 10,000; absent = 10,000. */
  resolverCountLimit?: number;
  /** Absent = 2,000. */
  requestTokensPerSecond?: number;
  /** True: `Authorization: Bearer …` is taken as well. Captures of real APIs show it refused, so absent = refused. */
  acceptsBearer?: boolean;
  /** True: a token that expires ends the subscriptions it started. Nothing documents it, so absent = they go on. */
  endsExpiredSubscriptions?: boolean;
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
  readonly identity: Identity | null;
  readonly info: { readonly parentTypeName: string; readonly fieldName: string };
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  /** Aborted when the client hangs up. */
  readonly signal: AbortSignal;
  /** What a resolver may say about subscriptions. */
  readonly extensions: ResolverExtensions;
}

/** What the API needs of the world around it. */
export interface AppSyncDeps {
  readonly clock: Clock;
  /** Of a user pool. */
  verifyToken(token: string): Promise<TokenVerdict>;
  verifyOidcToken(token: string): Promise<OidcVerdict>;
  verifySignature(request: AuthRequest): Promise<SignatureVerdict>;
  arnOf(this: void, api: Api): string;
  requestId(this: void): string;
  /** Whether a name with its port is the API's own: what clients of its real-time endpoint must give as `host`. */
  isOwnHost(this: void, host: string): boolean;
}

export type TokenVerdict =
  | { ok: true; claims: Readonly<Record<string, unknown>>; userPoolId: string }
  | { ok: false; why: 'malformed' | 'signature' | 'issuer' | 'expired' | 'token_use' };

export type TokenRefusal = Extract<TokenVerdict, { ok: false }>['why'];

export type OidcVerdict =
  | { readonly ok: true; readonly claims: Readonly<Record<string, unknown>>; readonly issuerId: string }
  | { readonly ok: false; readonly why: TokenRefusal };

export type SignatureVerdict =
  | { readonly ok: true; readonly signer: Signer }
  | { readonly ok: false; readonly errorType: string; readonly message: string };

export interface Signer {
  readonly accountId: string;
  readonly arn: string;
  mayCall(this: void, action: string, resource: string): boolean;
}
