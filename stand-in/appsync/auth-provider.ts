// The ways in that an API offers, as data. Spelled as in AppSync's own API and in Amplify's configuration files.
import type { LambdaAuthorizer } from './lambda-authorizer.ts';

export type AuthProvider = ApiKeyProvider | UserPoolProvider | OidcProvider | LambdaProvider | IamProvider;
export type AuthMode = AuthProvider['mode'];

export interface ApiKeyProvider {
  readonly mode: 'API_KEY';
  readonly keys: readonly ApiKey[];
}

export interface ApiKey {
  /** `da2-` and 26 lower-case letters or digits. */
  readonly id: string;
  /** Milliseconds since the epoch; absent = never (AppSync itself allows 365 days at most). A test may change it. */
  expires?: number;
}

export interface UserPoolProvider {
  readonly mode: 'AMAZON_COGNITO_USER_POOLS';
  readonly userPoolId: string;
  /** A regular expression that `aud` or `client_id` must match as a whole; absent = every app client of the pool. */
  readonly appIdClientRegex?: string;
  /** What becomes of unmarked root fields where this is the default mode. */
  readonly defaultAction: 'ALLOW' | 'DENY';
}

export interface OidcProvider {
  readonly mode: 'OPENID_CONNECT';
  /** One of the world's issuers. */
  readonly issuerId: string;
  /** A regular expression that `aud` or `azp` must match as a whole; absent = every client of the issuer. */
  readonly clientId?: string;
}

export interface LambdaProvider {
  readonly mode: 'AWS_LAMBDA';
  readonly authorize: LambdaAuthorizer;
  /** A regular expression: the function is not called for tokens that do not match it. */
  readonly identityValidationExpression?: string;
}

export interface IamProvider {
  readonly mode: 'AWS_IAM';
}
