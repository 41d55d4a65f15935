// What an identity that is no signed-in user asks with: in memory, in this room only. What of it may be said, `describe` says.

import type { Authorize } from '../appsync/authorization.ts';
import { AppSyncError } from '../appsync/appsync-error.ts';
import { groupsClaim, textClaim, timeClaim, unverifiedClaims } from '../cognito/unverified-claims.ts';
import type { Identity } from './identity.ts';

export type Credential =
  | { readonly authMode: 'API_KEY'; readonly key: string; /** ms, where a file told it. */ readonly expiresAt?: number }
  | { readonly authMode: 'OPENID_CONNECT'; readonly token: string }
  /** As it is sent, its prefix included. */
  | { readonly authMode: 'AWS_LAMBDA'; readonly token: string }
  /** A profile of the machine's AWS configuration, or what the helper finds by itself. */
  | { readonly authMode: 'AWS_IAM'; readonly profile?: string }
  | { readonly authMode: 'NONE' };

/** Signs with the developer's AWS credentials, which the page never sees. Rejects with an AppSyncError 'NotAuthorized'. */
export type SignWithIam = (
  connectionId: string,
  profile: string | undefined,
  ...request: Parameters<Authorize>
) => ReturnType<Authorize>;

export type Described = Pick<Identity, 'name' | 'groups'> &
  Partial<Pick<Identity, 'detail' | 'issuedAt' | 'expiresAt'>>;

/** What may be known of it. */
export function describe(credential: Credential): Described {
  switch (credential.authMode) {
    case 'API_KEY': {
      const { expiresAt } = credential;
      return { name: 'API key', groups: [], ...(expiresAt !== undefined && { expiresAt }) };
    }
    case 'OPENID_CONNECT':
      return describeOidc(credential.token);
    case 'AWS_LAMBDA':
      return { name: 'Lambda token', groups: [] };
    case 'AWS_IAM': {
      const { profile } = credential;
      return profile === undefined
        ? { name: 'IAM', groups: [], detail: 'default credentials' }
        : { name: `IAM ${profile}`, groups: [], detail: `profile ${profile}` };
    }
    case 'NONE':
      return { name: 'nobody', groups: [] };
    default:
      return credential satisfies never;
  }
}

function describeOidc(token: string): Described {
  const claims = unverifiedClaims(token) ?? {};
  const [issuedAt, expiresAt] = [timeClaim(claims, 'iat'), timeClaim(claims, 'exp')];
  const issuer = textClaim(claims, 'iss');
  const name = ['preferred_username', 'email', 'name', 'sub'].map((claim) => textClaim(claims, claim)).find(Boolean);
  return {
    name: name ?? 'OIDC token',
    groups: groupsClaim(claims),
    ...(issuer !== undefined && { detail: issuer }),
    ...(issuedAt !== undefined && { issuedAt }),
    ...(expiresAt !== undefined && { expiresAt }),
  };
}

/** The headers that say who asks. */
export async function authorized(
  credential: Credential,
  connectionId: string,
  signWithIam: SignWithIam,
  request: Parameters<Authorize>[0],
): ReturnType<Authorize> {
  switch (credential.authMode) {
    case 'API_KEY':
      return { 'x-api-key': credential.key };
    case 'OPENID_CONNECT':
    case 'AWS_LAMBDA':
      return { Authorization: credential.token };
    case 'AWS_IAM':
      return signWithIam(connectionId, credential.profile, request);
    case 'NONE':
      return {};
    default:
      return credential satisfies never;
  }
}

export function forgotten(name: string): AppSyncError {
  return new AppSyncError('NotAuthorized', `${name} is forgotten. Choose somebody else to go on.`);
}
