import { describe, expect, test } from 'vitest';
import { modPow, prime } from './mod-pow.ts';

/** Square and multiply, as the witness. */
function slowModPow(base: bigint, exponent: bigint): bigint {
  let result = 1n;
  let square = base % prime;
  for (let rest = exponent; rest > 0n; rest >>= 1n) {
    if (rest % 2n === 1n) result = (result * square) % prime;
    square = (square * square) % prime;
  }
  return result;
}

const big = slowModPow(7n, 0x123456789abcdef0123456789n);

describe('modPow agrees with plain arithmetic', () => {
  test.each([
    ['the generator', 2n, 0xfedcba9876543210n],
    ['a base that is no quadratic residue', 5n, 0xfedcba9876543210fedcba9876543210n],
    ['a large base', big, big >> 2500n],
    ['the negative of a large base', prime - big, (big >> 2500n) | 1n],
    ['a base over the prime', prime * 3n + 5n, 65537n],
    ['an exponent of odd hex length', 3n, 0xfffn],
    ['an exponent of 1', 3n, 1n],
    ['an exponent of 0', 3n, 0n],
    ['a base of 0', 0n, 5n],
    ['a base equal to the prime', prime, 5n],
    ['a base of 1', 1n, 5n],
    ['a base of -1 and an even exponent', prime - 1n, 6n],
    ['a base of -1 and an odd exponent', prime - 1n, 7n],
  ])('for %s', (_name, base, exponent) => {
    expect(modPow(base, exponent)).toBe(slowModPow(base, exponent));
  });

  test('and takes a negative base as its positive remainder', () => {
    expect(modPow(-5n, 3n)).toBe(slowModPow(prime - 5n, 3n));
  });
});
