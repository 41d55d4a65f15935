import { describe, expect, test } from 'vitest';
import { prime } from './mod-pow.ts';
import { claimSignatureFrom, multiplier, pad, publicValueFrom, sharedKeyFrom, verifierFrom } from './srp.ts';
import vectors from './srp-vectors.json' with { type: 'json' };

const integer = (hex: string) => BigInt(`0x${hex}`);

test('the multiplier is the one of every client', () => {
  expect(multiplier.toString(16)).toBe('538282c4354742d7cbbde2359fcf67f9f5b3a6b08791e5011b43b8a5b66d9ee6');
});

test.each([
  [0n, '00'],
  [0x7fn, '7f'],
  [0x80n, '0080'],
  [0xabcn, '0abc'],
  [0x8000n, '008000'],
])('pad(%s) is %s', (value, hex) => {
  expect(pad(value).toString('hex')).toBe(hex);
});

// The client half of the vectors was computed by amazon-cognito-identity-js, the server half by independent arithmetic.
describe.each(vectors)('vector "$name"', (vector) => {
  const identity = { poolName: vector.pool, userId: vector.USER_ID_FOR_SRP };
  const verifier = verifierFrom(identity, vector.password, integer(vector.SALT));
  const exchange = { verifier, ephemeral: integer(vector.b), clientPublic: integer(vector.A) };
  const key = sharedKeyFrom(exchange);

  test('gives the verifier', () => {
    expect(verifier.toString(16)).toBe(vector.v);
  });

  test('gives SRP_B', () => {
    expect(publicValueFrom(verifier, exchange.ephemeral).toString(16)).toBe(vector.SRP_B);
  });

  test('gives the shared key', () => {
    expect(key?.toString('hex')).toBe(vector.hkdfKey);
  });

  test('gives the signature', () => {
    const signature = claimSignatureFrom(key ?? Buffer.alloc(0), identity, vector.SECRET_BLOCK, vector.TIMESTAMP);
    expect(signature).toBe(vector.PASSWORD_CLAIM_SIGNATURE);
  });
});

test.each([0n, prime, prime * 2n])(
  'there is no key for a client value that is zero modulo the prime',
  (clientPublic) => {
    expect(sharedKeyFrom({ verifier: 5n, ephemeral: 7n, clientPublic })).toBeNull();
  },
);
