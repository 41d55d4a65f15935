// Checks tokens as a server would: signature against the pool's published keys, issuer, app client, kind and time. Loads jose,
// so it is to be imported when asked for. Says in words what it found; decides nothing.
// https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-using-tokens-verifying-a-jwt.html

import { createLocalJWKSet, errors, jwtVerify, type JSONWebKeySet, type JWTPayload } from 'jose';
import * as v from 'valibot';
import type { SignInPool } from './sign-in-flow.ts';
import { kindsIn, tokenOf, type TokenKind, type Tokens } from './tokens.ts';

export interface TokenVerdict {
  readonly kind: TokenKind;
  /** unknown: the pool's keys could not be had. */
  readonly verdict: 'good' | 'expired' | 'bad' | 'unknown';
  /** For people. */
  readonly sentence: string;
}

/** One verdict for each token that is there. */
export type Verified = readonly TokenVerdict[];

/** What is asked of fetch. */
export type FetchKeys = (
  url: string,
  init: { credentials: 'omit'; referrerPolicy: 'no-referrer' },
) => Promise<Response>;

const jwks = v.object({ keys: v.array(v.looseObject({ kid: v.string(), kty: v.string() })) });

/** Never rejects. @param now ms */
export async function verifyTokens(
  tokens: Tokens,
  pool: SignInPool,
  now: number,
  fetchKeys: FetchKeys,
): Promise<Verified> {
  const kinds = kindsIn(tokens);
  const url = `${pool.cognitoEndpoint}${pool.userPoolId}/.well-known/jwks.json`;
  const keys = await keysFrom(url, fetchKeys);
  if (keys === undefined) {
    const sentence = `Not checked: the pool’s public keys could not be had from ${url}`;
    return kinds.map((kind) => ({ kind, verdict: 'unknown', sentence }));
  }
  return Promise.all(kinds.map((kind) => verdictOn(tokenOf(tokens, kind) ?? '', kind, pool, now, keys)));
}

async function keysFrom(url: string, fetchKeys: FetchKeys): Promise<JSONWebKeySet | undefined> {
  try {
    const response = await fetchKeys(url, { credentials: 'omit', referrerPolicy: 'no-referrer' });
    return response.ok ? v.parse(jwks, await response.json()) : undefined;
  } catch {
    return undefined;
  }
}

async function verdictOn(
  token: string,
  kind: TokenKind,
  pool: SignInPool,
  now: number,
  keys: JSONWebKeySet,
): Promise<TokenVerdict> {
  const bad = (sentence: string): TokenVerdict => ({ kind, verdict: 'bad', sentence });
  let claims: JWTPayload;
  let expired = false;
  try {
    const options = { algorithms: ['RS256'], currentDate: new Date(now), clockTolerance: 5 };
    claims = (await jwtVerify(token, createLocalJWKSet(keys), options)).payload;
  } catch (error) {
    if (error instanceof errors.JWKSNoMatchingKey) return bad('Not signed by this user pool: none of its keys fits.');
    if (error instanceof errors.JWSSignatureVerificationFailed)
      return bad('The signature is wrong: the token was changed, or the pool never signed it.');
    if (!(error instanceof errors.JWTExpired)) return bad('Not a token that a user pool signs.');
    // The signature was checked first.
    claims = error.payload;
    expired = true;
  }
  const client = claims[kind === 'id' ? 'aud' : 'client_id'];
  if (!issuersOf(pool).includes(claims.iss ?? ''))
    return bad(`Signed, but issued by ${claims.iss ?? 'nobody'}, not by ${pool.userPoolId}.`);
  if (client !== pool.appClientId)
    return bad(`Signed, but for another app client than ${pool.appClientId}: ${JSON.stringify(client ?? 'none')}.`);
  if (claims['token_use'] !== kind) return bad(`Signed, but not as ${kind === 'id' ? 'an ID' : 'an access'} token.`);
  return expired
    ? { kind, verdict: 'expired', sentence: 'The signature is right, and the token has expired.' }
    : { kind, verdict: 'good', sentence: `Signed by ${pool.userPoolId} for this app client, and not expired.` };
}

/** AWS's name for the pool, which stand-ins use too, and the name that others give it: the address where it is reached. */
function issuersOf({ userPoolId, cognitoEndpoint }: SignInPool): string[] {
  const region = userPoolId.slice(0, userPoolId.indexOf('_'));
  return [
    `https://cognito-idp.${region}.amazonaws.com${region.startsWith('cn-') ? '.cn' : ''}/${userPoolId}`,
    `${cognitoEndpoint}${userPoolId}`,
  ];
}
