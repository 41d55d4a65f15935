import { exportJWK, generateKeyPair, SignJWT, UnsecuredJWT, type JWTPayload } from 'jose';
import { beforeAll, describe, expect, it } from 'vitest';
import type { SignInPool } from './sign-in-flow.ts';
import type { TokenKind, Tokens } from './tokens.ts';
import { verifyTokens, type FetchKeys, type TokenVerdict } from './verify-tokens.ts';

type Pair = Awaited<ReturnType<typeof generateKeyPair>>;

const pool: SignInPool = {
  userPoolId: 'eu-west-1_Dem0Poo1x',
  appClientId: '4demoappsyncgraphiql0clien',
  cognitoEndpoint: 'https://cognito-idp.eu-west-1.amazonaws.com/',
};
const now = 1_795_439_751_000;
const issuer = `https://cognito-idp.eu-west-1.amazonaws.com/${pool.userPoolId}`;
const idClaims = { iss: issuer, aud: pool.appClientId, token_use: 'id', sub: 'a' };
const accessClaims = { iss: issuer, client_id: pool.appClientId, token_use: 'access', sub: 'a' };

let ours: Pair;
let foreign: Pair;
let published: object;

beforeAll(async () => {
  [ours, foreign] = await Promise.all([generateKeyPair('RS256'), generateKeyPair('RS256')]);
  published = { keys: [{ ...(await exportJWK(ours.publicKey)), kid: 'ours', alg: 'RS256', use: 'sig' }] };
});

const signed = (claims: JWTPayload, { privateKey } = ours, kid = 'ours') =>
  new SignJWT(claims).setProtectedHeader({ alg: 'RS256', kid }).sign(privateKey);
const answering =
  (body: unknown, status = 200): FetchKeys =>
  async () =>
    Response.json(body, { status });

function tokensWith(kind: TokenKind, token: string, expiresAt = now + 1000): Tokens {
  const of = kind === 'id' ? { idToken: token } : { accessToken: token };
  return { ...of, issuedAt: now, expiresAt: { [kind]: expiresAt }, sub: 'a', username: 'alice', groups: [] };
}

async function verdictOn(
  token: string,
  { kind = 'id', expiresAt = now + 1000, fetchKeys = answering(published) }: Circumstances = {},
): Promise<TokenVerdict> {
  const [verdict] = await verifyTokens(tokensWith(kind, token, expiresAt), pool, now, fetchKeys);
  if (verdict === undefined) throw new Error('no verdict');
  return verdict;
}

interface Circumstances {
  kind?: TokenKind;
  expiresAt?: number;
  fetchKeys?: FetchKeys;
}

const resultsOf = ({ checks }: TokenVerdict) => checks.map(({ of, result }) => `${of}: ${result}`);
const signatureOf = ({ checks }: TokenVerdict) => checks[0];

describe('a token of the pool', () => {
  it.each<[TokenKind, JWTPayload]>([
    ['id', idClaims],
    ['access', accessClaims],
  ])('of kind %s is good in all respects', async (kind, claims) => {
    const verdict = await verdictOn(await signed(claims), { kind });
    expect(resultsOf(verdict)).toEqual(['signature: good', 'issuer: good', 'client: good', 'kind: good']);
    expect(verdict).toMatchObject({
      kind,
      verdict: 'good',
      expiresAt: now + 1000,
      header: { alg: 'RS256', kid: 'ours' },
    });
  });

  it('may be issued under the pool’s newer name, or where a stand-in is reached', async () => {
    const newer = issuer.replace('cognito-idp', 'issuer-cognito-idp');
    expect(await verdictOn(await signed({ ...idClaims, iss: newer }))).toMatchObject({ verdict: 'good' });
    const [there] = await verifyTokens(
      tokensWith('id', await signed({ ...idClaims, iss: `http://localhost:9229/${pool.userPoolId}` })),
      { ...pool, cognitoEndpoint: 'http://localhost:9229/' },
      now,
      answering(published),
    );
    expect(there).toMatchObject({ verdict: 'good' });
  });

  it('that has expired is still signed', async () => {
    const verdict = await verdictOn(await signed(idClaims), { expiresAt: now });
    expect(verdict.verdict).toBe('expired');
    expect(signatureOf(verdict)).toMatchObject({ result: 'good' });
  });

  it('is asked for at the address of the pool', async () => {
    const asked: string[] = [];
    const fetchKeys: FetchKeys = async (url) => {
      asked.push(url);
      return Response.json(published);
    };
    await verdictOn(await signed(idClaims), { fetchKeys });
    expect(asked).toEqual([`${issuer}/.well-known/jwks.json`]);
  });
});

describe('a token that is not as it should be', () => {
  it.each<[string, () => Promise<string> | string, RegExp]>([
    ['changed', async () => changed(await signed(idClaims)), /changed after it was signed/],
    ['signed by another', () => signed(idClaims, foreign), /changed after it was signed, or the pool never signed it/],
    ['of an unknown key', () => signed(idClaims, foreign, 'theirs'), /None of the pool’s keys/],
    ['not signed', () => new UnsecuredJWT(idClaims).encode(), /signed in no way that a user pool signs/],
    [
      'signed with a public key as its secret',
      () => new SignJWT(idClaims).setProtectedHeader({ alg: 'HS256', kid: 'ours' }).sign(new Uint8Array(32)),
      /signed in no way that a user pool signs/,
    ],
    ['no token', () => 'not a token', /signed in no way that a user pool signs/],
  ])('%s is bad by its signature', async (_what, token, words) => {
    const verdict = await verdictOn(await token());
    expect(verdict.verdict).toBe('bad');
    expect(signatureOf(verdict)).toMatchObject({
      of: 'signature',
      result: 'bad',
      sentence: expect.stringMatching(words),
    });
  });

  it.each<[string, JWTPayload, TokenKind, string, RegExp]>([
    [
      'another issuer',
      { ...idClaims, iss: 'https://elsewhere.example' },
      'id',
      'issuer',
      /https:\/\/elsewhere\.example, not by/,
    ],
    ['no issuer', { aud: pool.appClientId, token_use: 'id' }, 'id', 'issuer', /not by eu-west-1_Dem0Poo1x/],
    ['another app client', { ...idClaims, aud: 'other' }, 'id', 'client', /^For other, not for 4demo/],
    ['an audience that is no client', accessClaims, 'id', 'client', /not for 4demo/],
    ['another app client', { ...accessClaims, client_id: 'other' }, 'access', 'client', /^For other, not for 4demo/],
    ['another kind', { ...idClaims, token_use: 'access' }, 'id', 'kind', /for access, not an ID token/],
  ])('with %s says which', async (_what, claims, kind, of, words) => {
    const verdict = await verdictOn(await signed(claims), { kind });
    expect(verdict.verdict).toBe('bad');
    expect(signatureOf(verdict)).toMatchObject({ result: 'good' });
    const check = verdict.checks.find((each) => each.of === of);
    expect(check).toMatchObject({ result: 'bad', sentence: expect.stringMatching(words) });
  });
});

it.each<[string, FetchKeys, RegExp]>([
  ['cannot be reached', () => Promise.reject(new TypeError('Failed to fetch')), /nobody answered/],
  ['are refused', answering({ message: 'no' }, 404), /HTTP 404/],
  ['are no JSON', async () => new Response('<html>'), /something else came/],
  ['are no keys', answering({ keys: [{ n: 1 }] }), /something else came/],
])('where the keys %s nothing is claimed, and it is said what to do', async (_what, fetchKeys, words) => {
  const verdict = await verdictOn(await signed(idClaims), { fetchKeys });
  expect(verdict).toMatchObject({ verdict: 'unknown', header: { kid: 'ours' } });
  expect(signatureOf(verdict)).toMatchObject({ result: 'unknown', sentence: expect.stringMatching(words) });
  expect(signatureOf(verdict)?.sentence).toMatch(/check again\.$/);
});

function changed(token: string): string {
  const [header, , signature] = token.split('.');
  const payload = Buffer.from(JSON.stringify({ ...idClaims, 'cognito:groups': ['admins'] })).toString('base64url');
  return [header, payload, signature].join('.');
}
