// The two RSA keys of a user pool, one for ID tokens and one for access tokens, and the JWKS that publishes them. Made anew at
// each start, so that no token outlives the stand-in that signed it.
// https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-using-tokens-verifying-a-jwt.html
import { randomBytes } from 'node:crypto';
import { exportJWK, generateKeyPair, type CryptoKey } from 'jose';

export interface SigningKey {
  readonly kid: string;
  readonly privateKey: CryptoKey;
  readonly publicKey: CryptoKey;
  readonly jwk: PublishedKey;
}

/** A member of the JWKS, in Cognito's order. */
export interface PublishedKey {
  readonly alg: 'RS256';
  readonly e: string;
  readonly kid: string;
  readonly kty: 'RSA';
  readonly n: string;
  readonly use: 'sig';
}

export interface SigningKeys {
  readonly id: SigningKey;
  readonly access: SigningKey;
}

export async function generateSigningKeys(): Promise<SigningKeys> {
  const [id, access] = await Promise.all([generateSigningKey(), generateSigningKey()]);
  return { id, access };
}

/** The JWKS document. */
export function keySetFrom({ id, access }: SigningKeys): { keys: readonly PublishedKey[] } {
  return { keys: [id.jwk, access.jwk] };
}

async function generateSigningKey(): Promise<SigningKey> {
  const { privateKey, publicKey } = await generateKeyPair('RS256');
  const { e = '', n = '' } = await exportJWK(publicKey);
  const kid = randomBytes(32).toString('base64');
  return { kid, privateKey, publicKey, jwk: { alg: 'RS256', e, kid, kty: 'RSA', n, use: 'sig' } };
}
