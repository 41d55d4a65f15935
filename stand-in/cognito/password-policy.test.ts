import { expect, test } from 'vitest';
import { passwordViolation } from './password-policy.ts';

const strict = {
  minimumLength: 8,
  requireLowercase: true,
  requireUppercase: true,
  requireNumbers: true,
  requireSymbols: true,
  temporaryPasswordValidityDays: 7,
};
const lax = {
  ...strict,
  requireLowercase: false,
  requireUppercase: false,
  requireNumbers: false,
  requireSymbols: false,
};

test.each([
  ['aA1!', 'Password did not conform with policy: Password not long enough'],
  ['password', 'Password did not conform with policy: Password must have uppercase characters'],
  ['PASSWORD', 'Password did not conform with policy: Password must have lowercase characters'],
  ['Password', 'Password did not conform with policy: Password must have numeric characters'],
  ['Passw0rd', 'Password did not conform with policy: Password must have symbol characters'],
  [' Passw0rd ', 'Password did not conform with policy: Password must have symbol characters'],
  ['Passw0rd!', null],
  ['Passw0rd-', null],
  ['Pass w0rd', null],
  ['Passw0rd]', null],
])('"%s": %s', (password, sentence) => {
  expect(passwordViolation(strict, password)).toBe(sentence);
});

test('what the policy does not demand is not demanded', () => {
  expect(passwordViolation(lax, 'aaaaaaaa')).toBeNull();
  expect(passwordViolation(lax, 'aaaaaaa')).toMatch(/not long enough/);
});
