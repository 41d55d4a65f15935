// A user pool as an issuer of tokens. The name is AWS's, although the pool lives elsewhere: it is part of what clients check.
import type { UserPool } from './user-pool.ts';

export function issuerFrom(pool: UserPool): string {
  return `https://cognito-idp.${pool.region}.amazonaws.com/${pool.id}`;
}

/**
 * OpenID Connect discovery, of a pool without a domain.
 * @param origin where the stand-in is reached: the issuer is AWS's by name, its keys are here
 */
export function openIdConfigurationFrom(pool: UserPool, origin: string): object {
  return {
    id_token_signing_alg_values_supported: ['RS256'],
    issuer: issuerFrom(pool),
    jwks_uri: `${origin}/${pool.id}/.well-known/jwks.json`,
    response_types_supported: ['code', 'token'],
    scopes_supported: ['openid', 'email', 'phone', 'profile'],
    subject_types_supported: ['public'],
  };
}
