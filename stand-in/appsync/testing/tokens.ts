// Tokens for the tests of this folder: signed with a key of the test's own, and judged by a few lines that know that key.
// The stand-in's real judge belongs to its Cognito half.
import { errors, generateKeyPair, jwtVerify, SignJWT } from 'jose';
import type { TokenVerdict } from '../api.ts';

export const testPool = 'eu-west-1_TestPool1';
const issuer = `https://cognito-idp.eu-west-1.amazonaws.com/${testPool}`;

export interface TokenDesk {
  /** An ID token for an hour; claims given replace the usual ones, undefined takes one away. */
  tokenFor(username: string, groups: readonly string[], claims?: Readonly<Record<string, unknown>>): Promise<string>;
  verifyToken(token: string): Promise<TokenVerdict>;
  /** Those given out so far. */
  expireTokens(): void;
}

export async function openTokenDesk(): Promise<TokenDesk> {
  const { privateKey, publicKey } = await generateKeyPair('RS256');
  const given = new Set<string>();
  const expired = new Set<string>();
  return {
    tokenFor: async (username, groups, claims = {}) => {
      const now = Math.floor(Date.now() / 1000);
      const usual = {
        sub: `sub-of-${username}`,
        iss: issuer,
        aud: 'testclient0000000000000000',
        token_use: 'id',
        'cognito:username': username,
        ...(groups.length > 0 && { 'cognito:groups': groups }),
        iat: now,
        exp: now + 3600,
      };
      const jwt = new SignJWT({ ...usual, ...claims }).setProtectedHeader({ alg: 'RS256' });
      // Two of the same second would be the same otherwise.
      const token = await jwt.setJti(String(given.size)).sign(privateKey);
      given.add(token);
      return token;
    },
    expireTokens: () => {
      for (const token of given) expired.add(token);
    },
    verifyToken: async (token) => {
      try {
        const { payload } = await jwtVerify(token, publicKey, { issuer });
        if (expired.has(token)) return { ok: false, why: 'expired' };
        return { ok: true, claims: payload, userPoolId: testPool };
      } catch (error) {
        return { ok: false, why: whyOf(error) };
      }
    },
  };
}

function whyOf(error: unknown): Extract<TokenVerdict, { ok: false }>['why'] {
  if (error instanceof errors.JWTExpired) return 'expired';
  if (error instanceof errors.JWSSignatureVerificationFailed) return 'signature';
  return error instanceof errors.JWTClaimValidationFailed && error.claim === 'iss' ? 'issuer' : 'malformed';
}
