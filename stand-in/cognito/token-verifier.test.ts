import { decodeJwt, SignJWT } from 'jose';
import { expect, test } from 'vitest';
import { issuerFrom } from './issuer.ts';
import { generateSigningKeys } from './signing-keys.ts';
import { testBench } from './test-bench.ts';

const bench = testBench();
const { verifier, issuer } = bench.cognito;
const { AccessToken, IdToken } = await bench.signIn('carol');
const keys = await issuer.keysOf(bench.pool);
const { id: foreignKey } = await generateSigningKeys();

function signed(claims: object, { key = keys.id.privateKey, kid = keys.id.kid } = {}): Promise<string> {
  return new SignJWT({ ...decodeJwt(IdToken), ...claims }).setProtectedHeader({ kid, alg: 'RS256' }).sign(key);
}

test('both kinds of token are good, and tell the pool', async () => {
  for (const token of [AccessToken, IdToken]) {
    expect(await verifier.verify(token)).toMatchObject({
      ok: true,
      userPoolId: bench.pool.id,
      claims: { sub: bench.user('carol').sub },
    });
  }
});

test.each([
  ['text', 'malformed', () => 'not a token'],
  ['an empty text', 'malformed', () => ''],
  ['one that says Bearer', 'malformed', () => `Bearer ${IdToken}`],
  ['a changed payload', 'signature', () => withPayload({ sub: 'somebody else' })],
  ['an unknown key', 'signature', () => signed({}, { key: foreignKey.privateKey, kid: foreignKey.kid })],
  ["another's key under our id", 'signature', () => signed({}, { key: foreignKey.privateKey })],
  ['no signature at all', 'signature', () => withHeader({ alg: 'none', kid: keys.id.kid })],
  ['another pool', 'issuer', () => signed({ iss: 'https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_Another00' })],
  ['another issuer', 'issuer', () => signed({ iss: 'https://attacker.example/' })],
  ['an expiry in the past', 'expired', () => signed({ exp: Math.floor(bench.now() / 1000) - 1 })],
  ['no expiry', 'signature', () => signed({ exp: undefined })],
  ['another use', 'token_use', () => signed({ token_use: 'refresh' })],
])('a token that is %s is refused: %s', async (_name, why, token) => {
  expect(await verifier.verify(await token())).toEqual({ ok: false, why });
});

test('the issuer has the form of AWS', () => {
  expect(issuerFrom(bench.pool)).toBe('https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_Dem0Poo1x');
});

function withPayload(change: object): string {
  const [header, , signature] = IdToken.split('.');
  return [header, base64({ ...decodeJwt(IdToken), ...change }), signature].join('.');
}

function withHeader(header: object): string {
  return `${base64(header)}.${IdToken.split('.')[1] ?? ''}.`;
}

function base64(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}
