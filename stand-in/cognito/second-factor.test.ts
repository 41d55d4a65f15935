import { describe, expect, test } from 'vitest';
import { demoPool } from '../demo/demo-pool.ts';
import type { Progress } from './progress.ts';
import { factorsToSetUp, secondFactorOwed, type SecondFactor } from './second-factor.ts';
import type { PoolUser, UserPool } from './user-pool.ts';

const pool = demoPool();
const [client] = pool.clients;
const user = (name: string): PoolUser => {
  const found = pool.users.find(({ username }) => username === name);
  if (found === undefined) throw new Error(`There is no user ${name}.`);
  return found;
};
const none: SecondFactor = { kind: 'none' };
const setup: SecondFactor = { kind: 'setup' };
const sms: SecondFactor = { kind: 'factor', factor: 'SMS_MFA' };
const totp: SecondFactor = { kind: 'factor', factor: 'SOFTWARE_TOKEN_MFA' };
const email: SecondFactor = { kind: 'factor', factor: 'EMAIL_OTP' };
const samsTwo: SecondFactor = { kind: 'choice', factors: ['SMS_MFA', 'SOFTWARE_TOKEN_MFA'] };

function owed(
  poolIs: Partial<UserPool>,
  name: string,
  userIs: Partial<PoolUser>,
  known: Partial<Progress>,
): SecondFactor {
  if (client === undefined) throw new Error('The demo has no app client.');
  return secondFactorOwed({ pool: { ...pool, ...poolIs }, client, user: { ...user(name), ...userIs }, ...known });
}

const off = { mfaConfiguration: 'OFF' } as const;
const on = { mfaConfiguration: 'ON' } as const;

describe('what a user owes after the password', () => {
  test.each<[string, Partial<UserPool>, string, Partial<PoolUser>, Partial<Progress>, SecondFactor]>([
    ['nobody anything, where the pool has it off', off, 'mia', {}, {}, none],
    ['nothing, without a factor', {}, 'bob', {}, {}, none],
    ['a set-up, where the pool demands it', on, 'bob', {}, {}, setup],
    ['the one factor, SMS', {}, 'mia', {}, {}, sms],
    ['the one factor, app', {}, 'tom', {}, {}, totp],
    ['the one factor, e-mail', {}, 'emma', {}, {}, email],
    ['the one factor, preferred or not', {}, 'mia', { enabledMfas: ['SMS_MFA'] }, {}, sms],
    ['a choice of several', {}, 'sam', {}, {}, samsTwo],
    ['the preferred of several', {}, 'sam', { preferredMfa: 'SOFTWARE_TOKEN_MFA' }, {}, totp],
    ['the chosen of several', {}, 'sam', {}, { chosenFactor: 'SMS_MFA' }, sms],
    [
      'the chosen before the preferred',
      {},
      'sam',
      { preferredMfa: 'SMS_MFA' },
      { chosenFactor: 'SOFTWARE_TOKEN_MFA' },
      totp,
    ],
    ['none that the pool does not allow', { enabledMfas: ['SMS_MFA'] }, 'sam', {}, {}, sms],
    ['none without its address', {}, 'sam', { attributes: {} }, {}, totp],
    ['no app that is not verified', {}, 'sam', { softwareToken: { secret: 'x', verified: false } }, {}, sms],
    ['nothing twice', {}, 'sam', {}, { secondFactorDone: true }, none],
    ['no set-up twice', on, 'bob', {}, { secondFactorDone: true }, none],
    [
      'nothing in CUSTOM_AUTH',
      on,
      'mia',
      {},
      { customAuth: { session: [], userNotFound: false, next: 'tokens' } },
      none,
    ],
  ])('%s', (_name, poolIs, name, userIs, known, expected) => {
    expect(owed(poolIs, name, userIs, known)).toEqual(expected);
  });
});

test('an app and e-mail can be set up on the way in, a telephone cannot', () => {
  expect(factorsToSetUp(pool)).toEqual(['SOFTWARE_TOKEN_MFA', 'EMAIL_OTP']);
});
