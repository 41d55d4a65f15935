import { expect, test } from 'vitest';
import { newTotpSecret, totpAt, totpEnd, totpStep } from './totp.ts';

// RFC 6238, appendix B: the ASCII secret "12345678901234567890" and SHA-1, of whose eight digits the last six are these.
const secret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';

test.each([
  [59, '287082'],
  [1_111_111_109, '081804'],
  [1_111_111_111, '050471'],
  [1_234_567_890, '005924'],
  [2_000_000_000, '279037'],
])('at %i s the code is %s', (seconds, code) => {
  expect(totpAt(secret, seconds * 1000)).toBe(code);
  expect(totpStep(secret, code, seconds * 1000)).toBe(Math.floor(seconds / 30));
});

test.each([
  ['a step early', -30, true],
  ['a step late', 30, true],
  ['two steps early', -60, false],
  ['two steps late', 60, false],
])('a code that comes %s', (_when, seconds, isTaken) => {
  const made = 1_700_000_010_000;
  const step = totpStep(secret, totpAt(secret, made), made + seconds * 1000);
  expect(step).toBe(isTaken ? Math.floor(made / 30_000) : null);
});

test.each(['', '28708', '2870822', 'abcdef'])('"%s" is no code', (code) => {
  expect(totpStep(secret, code, 59_000)).toBeNull();
});

test('a code ends with its half minute', () => {
  expect(totpEnd(59_000)).toBe(60_000);
  expect(totpEnd(60_000)).toBe(90_000);
});

test('secrets are 52 characters of base32, each its own', () => {
  const secrets = [newTotpSecret(), newTotpSecret()];
  for (const made of secrets) expect(made).toMatch(/^[A-Z2-7]{52}$/);
  expect(new Set(secrets).size).toBe(2);
});
