// How a request says who asks: the auth modes of AppSync, and the one seam through which a request is authorized. Who asks is
// somebody else's to know; https://docs.aws.amazon.com/appsync/latest/devguide/security-authz.html

/** AppSync's auth modes in its own spelling, and NONE for a request that says nothing of who asks. */
export const authModes = [
  'AMAZON_COGNITO_USER_POOLS',
  'API_KEY',
  'OPENID_CONNECT',
  'AWS_LAMBDA',
  'AWS_IAM',
  'NONE',
] as const;
export type AuthMode = (typeof authModes)[number];

/** In the words of the page. */
export const authModeNames: Readonly<Record<AuthMode, string>> = {
  AMAZON_COGNITO_USER_POOLS: 'user pool',
  API_KEY: 'API key',
  OPENID_CONNECT: 'OIDC token',
  AWS_LAMBDA: 'Lambda token',
  AWS_IAM: 'IAM',
  NONE: 'no authorization',
};

/** What is about to be sent by POST: a signature covers all of it, other modes look at none of it. */
export interface RequestToAuthorize {
  readonly url: string;
  readonly body: string;
  /** Further headers that a signature has to cover, in lower case; over HTTP none but the content type. */
  readonly headers: Readonly<Record<string, string>>;
}

/**
 * The headers that say who asks: `{ Authorization: token }` for a user pool, raw, never `Bearer`; `{ 'x-api-key': key }`; for
 * IAM what a signature adds (`Authorization`, `x-amz-date`, `x-amz-security-token`); for NONE an empty object. Rejects with an
 * AppSyncError 'NotAuthorized' when there is nothing left to ask with.
 */
export type Authorize = (request: RequestToAuthorize) => Promise<Readonly<Record<string, string>>>;
