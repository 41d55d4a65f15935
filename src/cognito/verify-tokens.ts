// Checks tokens as a server would: signature against the pool's published keys, issuer, app client and kind. Loads jose, so it
// is to be imported when asked for. Says in words what it found; decides nothing.
// https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-using-tokens-verifying-a-jwt.html

import { compactVerify, createLocalJWKSet, decodeProtectedHeader, errors, type JSONWebKeySet } from 'jose';
import * as v from 'valibot';
import type { SignInPool } from './sign-in-flow.ts';
import { kindsIn, tokenOf, type TokenKind, type Tokens } from './tokens.ts';
import { unverifiedClaims, type UnverifiedClaims } from './unverified-claims.ts';

export interface TokenCheck {
  readonly of: 'signature' | 'issuer' | 'client' | 'kind';
  /** unknown: the pool's keys could not be had. The others are comparisons: worth as much as the signature. */
  readonly result: 'good' | 'bad' | 'unknown';
  /** For people: what was found, and what to do where it is not good. */
  readonly sentence: string;
}

export interface TokenVerdict {
  readonly kind: TokenKind;
  /** Of all checks together and of the time. */
  readonly verdict: 'good' | 'expired' | 'bad' | 'unknown';
  /** The signature first. */
  readonly checks: readonly TokenCheck[];
  /** ms of this machine's clock. */
  readonly expiresAt: number;
  /** Unverified, unless the signature is good. */
  readonly header: UnverifiedClaims;
}

/** One verdict for each token that is there. */
export type Verified = readonly TokenVerdict[];

/** What is asked of fetch. */
export type FetchKeys = (
  url: string,
  init: { credentials: 'omit'; referrerPolicy: 'no-referrer' },
) => Promise<Response>;

type Keys =
  { readonly found: true; readonly set: JSONWebKeySet } | { readonly found: false; readonly sentence: string };

const jwks = v.object({ keys: v.array(v.looseObject({ kid: v.string(), kty: v.string() })) });

/** Never rejects. @param now ms */
export async function verifyTokens(
  tokens: Tokens,
  pool: SignInPool,
  now: number,
  fetchKeys: FetchKeys,
): Promise<Verified> {
  const keys = await keysFrom(`${pool.cognitoEndpoint}${pool.userPoolId}/.well-known/jwks.json`, fetchKeys);
  return Promise.all(
    kindsIn(tokens).map(async (kind) => {
      const token = tokenOf(tokens, kind) ?? '';
      const checks = [await signatureCheck(token, keys), ...claimChecks(unverifiedClaims(token) ?? {}, kind, pool)];
      const expiresAt = tokens.expiresAt[kind] ?? 0;
      return { kind, verdict: verdictFrom(checks, expiresAt <= now), checks, expiresAt, header: headerOf(token) };
    }),
  );
}

function verdictFrom(checks: readonly TokenCheck[], expired: boolean): TokenVerdict['verdict'] {
  if (checks.some(({ result }) => result === 'bad')) return 'bad';
  if (checks.some(({ result }) => result === 'unknown')) return 'unknown';
  return expired ? 'expired' : 'good';
}

async function keysFrom(url: string, fetchKeys: FetchKeys): Promise<Keys> {
  const missing = (why: string): Keys => ({
    found: false,
    sentence: `Could not be checked: ${why} for the pool’s public keys, ${url}. See that it can be reached, then check again.`,
  });
  let response: Response;
  try {
    response = await fetchKeys(url, { credentials: 'omit', referrerPolicy: 'no-referrer' });
  } catch {
    return missing('nobody answered');
  }
  if (!response.ok) return missing(`HTTP ${response.status} was the answer`);
  try {
    return { found: true, set: v.parse(jwks, await response.json()) };
  } catch {
    return missing('something else came');
  }
}

async function signatureCheck(token: string, keys: Keys): Promise<TokenCheck> {
  if (!keys.found) return { of: 'signature', result: 'unknown', sentence: keys.sentence };
  try {
    await compactVerify(token, createLocalJWKSet(keys.set), { algorithms: ['RS256'] });
    return { of: 'signature', result: 'good', sentence: 'The pool signed it, and nothing in it was changed.' };
  } catch (error) {
    return { of: 'signature', result: 'bad', sentence: `${fault(error)} Believe nothing in it; sign in again.` };
  }
}

function fault(error: unknown): string {
  if (error instanceof errors.JWKSNoMatchingKey) return 'None of the pool’s keys has signed it.';
  if (error instanceof errors.JWSSignatureVerificationFailed)
    return 'It was changed after it was signed, or the pool never signed it.';
  return 'It is signed in no way that a user pool signs.';
}

function claimChecks(claims: UnverifiedClaims, kind: TokenKind, pool: SignInPool): TokenCheck[] {
  const { iss, token_use: use } = claims;
  const client = claims[kind === 'id' ? 'aud' : 'client_id'];
  const check = (of: TokenCheck['of'], good: boolean, yes: string, no: string): TokenCheck =>
    good ? { of, result: 'good', sentence: yes } : { of, result: 'bad', sentence: no };
  return [
    check(
      'issuer',
      issuersOf(pool).some((issuer) => issuer === iss),
      `Issued by ${pool.userPoolId}, the pool of this connection.`,
      `Issued by ${shown(iss)}, not by ${pool.userPoolId}: an API of this connection refuses it.`,
    ),
    check(
      'client',
      client === pool.appClientId,
      `For ${pool.appClientId}, the app client of this connection.`,
      `For ${shown(client)}, not for ${pool.appClientId}: an API that takes only some app clients may refuse it.`,
    ),
    check(
      'kind',
      use === kind,
      `Says itself that it is an ${kind === 'id' ? 'ID' : 'access'} token.`,
      `Says that it is for ${shown(use)}, not an ${kind === 'id' ? 'ID' : 'access'} token.`,
    ),
  ];
}

function shown(claim: unknown): string {
  return typeof claim === 'string' ? claim : (JSON.stringify(claim) ?? 'nobody it names');
}

function headerOf(token: string): UnverifiedClaims {
  try {
    return { ...decodeProtectedHeader(token) };
  } catch {
    return {};
  }
}

/** AWS's two names for a pool, which stand-ins use too, and the name that others give it: the address where it is reached. */
function issuersOf({ userPoolId, cognitoEndpoint }: SignInPool): string[] {
  const region = userPoolId.slice(0, userPoolId.indexOf('_'));
  const domain = `${region}.amazonaws.com${region.startsWith('cn-') ? '.cn' : ''}`;
  return [
    `https://cognito-idp.${domain}/${userPoolId}`,
    // https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_IssuerConfigurationType.html
    `https://issuer-cognito-idp.${domain}/${userPoolId}`,
    `${cognitoEndpoint}${userPoolId}`,
  ];
}
