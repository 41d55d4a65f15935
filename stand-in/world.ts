// The whole pretend AWS as data: its account, its user pools, its GraphQL APIs, and what a newcomer is told about them. No behaviour here.
import type { Api } from './appsync/api.ts';
import type { UserPool } from './cognito/user-pool.ts';
import type { IamAccount } from './iam/account.ts';
import type { OidcIssuer } from './oidc/oidc-issuer.ts';

export interface World {
  readonly region: string;
  readonly account: IamAccount;
  readonly pools: readonly UserPool[];
  readonly oidcIssuers: readonly OidcIssuer[];
  readonly apis: readonly Api[];
  readonly guide: Guide;
}

/** What a newcomer is shown; the helper hands it to the page. */
export interface Guide {
  readonly connections: readonly GuideConnection[];
  readonly people: readonly GuidePerson[];
  /** Whom to ask as besides people. */
  readonly identities: readonly GuideIdentity[];
  /** Starter tabs by the id of the first connection to an API, one operation each. */
  readonly operations: Readonly<Record<string, readonly GuideOperation[]>>;
}

export interface GuideConnection {
  readonly id: string;
  readonly name: string;
  readonly userPoolId: string;
  readonly appClientId: string;
  /** Path of the API on the stand-in, `/graphql` for example. */
  readonly apiPath: string;
  /** AuthFlow of InitiateAuth; absent: USER_SRP_AUTH. */
  readonly authFlow?: 'USER_SRP_AUTH' | 'USER_PASSWORD_AUTH' | 'CUSTOM_AUTH' | 'ADMIN_USER_PASSWORD_AUTH';
  /** What this connection shows, in a line or two; absent for those a newcomer begins with. */
  readonly shows?: string;
  /** The app client's secret, where it has one: of a demo, so no secret. */
  readonly clientSecret?: string;
}

export interface GuidePerson {
  readonly username: string;
  readonly password: string;
  readonly groups: readonly string[];
  /** One line: what they may see, or which way in they show. */
  readonly maySee: string;
  /** The connections at which they are offered, by id. */
  readonly connectionIds: readonly string[];
  /** They are there for how they sign in, not for what they may see. */
  readonly showsWayIn?: true;
}

/** A key, a pass, a role or nobody: none of it is a secret. */
export interface GuideIdentity {
  readonly name: string;
  /** One line: what they may see, or what they show. */
  readonly maySee: string;
  /** Path of the API that takes it. */
  readonly apiPath: string;
  readonly credential: GuideCredential;
}

export type GuideCredential =
  | { readonly authMode: 'API_KEY'; readonly key: string; /** ms */ readonly expiresAt?: number }
  | { readonly authMode: 'AWS_LAMBDA'; readonly token: string }
  /** A GET of this path on the stand-in gives a fresh token. */
  | { readonly authMode: 'OPENID_CONNECT'; readonly tokenPath: string }
  /** One of the account's principals. */
  | { readonly authMode: 'AWS_IAM'; readonly profile: string }
  | { readonly authMode: 'NONE' };

export interface GuideOperation {
  readonly name: string;
  readonly query: string;
  /** JSON text. */
  readonly variables?: string;
}
