import { execFile } from 'node:child_process';
import { createHash, getDiffieHellman } from 'node:crypto';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { CognitoError } from './cognito-error.ts';
import { modPow } from './mod-pow.ts';
import { srpPoolNameFrom, srpTimestampFrom, type SrpChallenge } from './srp-exchange.ts';
import vectors from './srp-vectors.json' with { type: 'json' };
import { beginSrp, proveSrp, srpOnThisThread, verifierFor } from './srp.ts';

type Vector = (typeof vectors)[number];

const challengeOf = (vector: Vector): SrpChallenge => ({
  poolName: vector.pool,
  userIdForSrp: vector.USER_ID_FOR_SRP,
  password: vector.password,
  salt: vector.SALT,
  srpB: vector.SRP_B,
  secretBlock: vector.SECRET_BLOCK,
  timestamp: vector.TIMESTAMP,
});
const hexOf = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');

/** RFC 3526's group 15, as Node has it. */
const N = BigInt(`0x${getDiffieHellman('modp15').getPrime('hex')}`);

/** Square and multiply, with nothing clever about it. */
function plainPower(base: bigint, exponent: bigint, modulus: bigint): bigint {
  return exponent
    .toString(2)
    .split('')
    .reduce((r, bit) => (bit === '1' ? (r * r * base) % modulus : (r * r) % modulus), 1n);
}

describe('SRP against the known exchanges', () => {
  it.each(vectors)('agrees with "$name" in A, key and signature', async (vector) => {
    const pair = beginSrp(vector.a);
    expect(pair.srpA).toBe(vector.A);
    expect(hexOf(pair.keyFor(challengeOf(vector)))).toBe(vector.hkdfKey);
    expect(await proveSrp(beginSrp(vector.a), challengeOf(vector))).toEqual({
      signature: vector.PASSWORD_CLAIM_SIGNATURE,
      timestamp: vector.TIMESTAMP,
    });
  });

  it('agrees with the stock library, unpatched, in a process of its own', async () => {
    const chosen = vectors.slice(0, 2);
    const stock = await stockResults(chosen);
    for (const [index, vector] of chosen.entries()) {
      const pair = beginSrp(vector.a);
      expect({ A: pair.srpA, key: hexOf(pair.keyFor(challengeOf(vector))) }).toEqual(stock[index]);
    }
  }, 60_000);
});

describe('an SRP exchange', () => {
  it('draws another A each time, of at most 3072 bits', async () => {
    const drawn = await Promise.all([1, 2, 3].map(() => srpOnThisThread.begin()));
    const all = drawn.map(({ srpA }) => srpA);
    expect(new Set(all).size).toBe(3);
    for (const srpA of all) expect(srpA).toMatch(/^[1-9a-f][0-9a-f]{700,767}$/);
  });

  const [plain] = vectors;
  it.each([
    ['B is 0', { srpB: '0' }],
    ['the secret block is not base64', { secretBlock: '!' }],
  ])('is refused as no user pool’s where %s', async (_case, change) => {
    if (plain === undefined) throw new Error('There are no vectors.');
    const exchange = await srpOnThisThread.begin();
    const refusal = await exchange.prove({ ...challengeOf(plain), ...change }).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(CognitoError);
    expect(refusal).toMatchObject({ code: 'NotCognito', reason: 'wrong-shape' });
    expect(String(refusal)).not.toContain(plain.password);
  });
});

describe('modPow', () => {
  it.each([
    [2n, 10n, 1000n, 24n],
    [-3n, 3n, 7n, 1n],
    [5n, 0n, 7n, 1n],
    [0n, 5n, 7n, 0n],
    [5n, 3n, 1n, 0n],
    [123456789n, 987654321n, 1000000007n, 652541198n],
  ])('(%s ^ %s) mod %s is %s', (base, exponent, modulus, power) => {
    expect(modPow(base, exponent, modulus)).toBe(power);
  });

  it('agrees with plain square-and-multiply over exponents of every length', () => {
    const modulus = (1n << 127n) - 1n;
    for (let bits = 1n; bits < 80n; bits += 1n) {
      const exponent = (0xb7e151628aed2a6abf71n % (1n << bits)) | 1n;
      expect(modPow(12345n, exponent, modulus)).toBe(plainPower(12345n, exponent, modulus));
    }
  });

  it('refuses a negative exponent', () => {
    expect(() => modPow(2n, -1n, 7n)).toThrow(RangeError);
  });
});

describe('a device', () => {
  const device = { key: 'eu-west-1_4d1c', groupKey: '-aBcDeF' };

  it('gets a password of its own, and the verifier that belongs to it', () => {
    for (let times = 0; times < 8; times += 1) {
      const { password, PasswordVerifier, Salt } = verifierFor(device);
      const sha256 = (...parts: (string | Buffer)[]) =>
        parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest();
      const secret = sha256(`${device.groupKey}${device.key}:${password}`);
      const x = BigInt(`0x${sha256(Buffer.from(Salt, 'base64'), secret).toString('hex')}`);
      const verifier = BigInt(`0x${Buffer.from(PasswordVerifier, 'base64').toString('hex')}`);
      expect(verifier).toBe(plainPower(2n, x, N));
    }
  });

  it('gets another password and salt each time', () => {
    const [one, two] = [verifierFor(device), verifierFor(device)];
    expect(one.password).not.toBe(two.password);
    expect(one.Salt).not.toBe(two.Salt);
  });
});

describe('the SRP timestamp', () => {
  it.each([
    ['2024-03-05T09:07:03.999Z', 'Tue Mar 5 09:07:03 UTC 2024'],
    ['2026-11-23T13:05:09Z', 'Mon Nov 23 13:05:09 UTC 2026'],
    ['2026-02-01T00:00:00Z', 'Sun Feb 1 00:00:00 UTC 2026'],
    ['2025-12-31T23:59:59+00:00', 'Wed Dec 31 23:59:59 UTC 2025'],
  ])('of %s is "%s"', (date, timestamp) => {
    expect(srpTimestampFrom(new Date(date))).toBe(timestamp);
  });

  it('goes with the pool’s name, which follows the first "_"', () => {
    expect(srpPoolNameFrom('eu-west-1_AbC')).toBe('AbC');
  });
});

/** A and key as the library computes them where nothing has replaced its modPow. */
async function stockResults(of: readonly Vector[]): Promise<unknown[]> {
  const script = `
    const AuthenticationHelper = require('amazon-cognito-identity-js/lib/AuthenticationHelper').default;
    const BigInteger = require('amazon-cognito-identity-js/lib/BigInteger').default;
    if (/BigInt\\(/.test(String(BigInteger.prototype.modPow))) throw new Error('The witness is not the stock library.');
    const results = ${JSON.stringify(of)}.map((vector) => {
      const helper = new AuthenticationHelper(vector.pool);
      helper.smallAValue = new BigInteger(vector.a, 16);
      helper.largeAValue = undefined;
      const result = {};
      helper.getLargeAValue((error, A) => { result.A = A.toString(16); });
      helper.getPasswordAuthenticationKey(
        vector.USER_ID_FOR_SRP, vector.password, new BigInteger(vector.SRP_B, 16), new BigInteger(vector.SALT, 16),
        (error, key) => { result.key = Buffer.from(key).toString('hex'); },
      );
      return result;
    });
    console.log(JSON.stringify(results));`;
  const nodeArguments = ['--input-type=commonjs', '--eval', script];
  const { stdout } = await promisify(execFile)(process.execPath, nodeArguments);
  const results: unknown = JSON.parse(stdout);
  return Array.isArray(results) ? results : [];
}
