// `ctx.identity`, which is another in each authorization mode; null for an API key.
// AppSync developer guide, "AWS AppSync resolver mapping template context object reference"

export type Identity = CognitoIdentity | OidcIdentity | LambdaIdentity | IamIdentity;

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

export interface OidcIdentity {
  readonly sub: string;
  readonly issuer: string;
  readonly claims: Readonly<Record<string, unknown>>;
}

export interface LambdaIdentity {
  readonly resolverContext: Readonly<Record<string, string | number | boolean>>;
}

export interface IamIdentity {
  readonly accountId: string;
  readonly userArn: string;
  readonly username: string;
  readonly sourceIp: readonly string[];
  /** Null for a caller who did not come through an identity pool. */
  readonly cognitoIdentityId: null;
}

export function isCognitoIdentity(identity: Identity | null): identity is CognitoIdentity {
  return identity !== null && 'groups' in identity;
}
