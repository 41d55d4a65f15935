// A sign-up is confirmed with its code, of which one may ask for another.
import { decodeJwt } from 'jose';
import { beforeEach, describe, expect, test } from 'vitest';
import { demoClientIds, demoClientSecret } from '../demo/demo-pool.ts';
import { secretHashFrom } from './secret-hash.ts';
import { testBench } from './test-bench.ts';

const { default: usual, legacyErrors, withSecret } = demoClientIds;
const mismatch = 'CodeMismatchException: Invalid verification code provided, please try again.';
const expired = 'ExpiredCodeException: Invalid code provided, please request a code again.';
const tooOften = 'LimitExceededException: Attempt limit exceeded, please try after some time.';
const notFound = 'UserNotFoundException: Username/client id combination not found.';

let bench: ReturnType<typeof testBench>;
beforeEach(() => {
  bench = testBench();
});

const resend = (Username: string, special: object = {}) =>
  bench.refusal('ResendConfirmationCode', { ClientId: usual, Username, ...special });
const confirm = (Username: string, ConfirmationCode: string, special: object = {}) =>
  bench.refusal('ConfirmSignUp', { ClientId: usual, Username, ConfirmationCode, ...special });
const lastCode = () => bench.cognito.state.outbox.all.at(-1)?.code ?? 'none was sent';
const wrong = (code: string) => (code === '111111' ? '222222' : '111111');

test('the code confirms the user and the address', async () => {
  const answer = await bench.ask('ResendConfirmationCode', { ClientId: usual, Username: 'ulla' });
  expect(answer).toEqual({
    CodeDeliveryDetails: { Destination: 'u***@e***', DeliveryMedium: 'EMAIL', AttributeName: 'email' },
  });
  expect(bench.cognito.state.outbox.all).toMatchObject([{ to: 'ulla@example.com', purpose: 'sign-up' }]);
  expect(await confirm('ulla', wrong(lastCode()))).toBe(mismatch);
  expect(await confirm('ulla', lastCode())).toBe('taken: tokens');
  expect(decodeJwt((await bench.signIn('ulla')).IdToken)['email_verified']).toBe(true);
});

test('the code is good for a day', async () => {
  await resend('ulla');
  bench.wait(24 * 3600 - 1);
  expect(await confirm('ulla', wrong(lastCode()))).toBe(mismatch);
  bench.wait(1);
  expect(await confirm('ulla', lastCode())).toBe(expired);
});

describe('refuses', () => {
  test.each([
    ['to send one to who is confirmed', () => resend('alice'), 'InvalidParameterException: User is already confirmed.'],
    [
      'to confirm who is confirmed',
      () => confirm('alice', '123456'),
      'NotAuthorizedException: User cannot be confirmed. Current status is CONFIRMED',
    ],
    ['a code that was never asked for', () => confirm('ulla', '123456'), expired],
    ['who does not exist, unnoticed', () => confirm('nobody', '123456'), expired],
    ['nobody a code, unnoticed', () => resend('nobody'), 'taken: tokens'],
    ['who does not exist, told', () => confirm('nobody', '123456', { ClientId: legacyErrors }), notFound],
    ['nobody a code, told', () => resend('nobody', { ClientId: legacyErrors }), notFound],
    [
      'a client without its secret hash',
      () => resend('ulla', { ClientId: withSecret }),
      `NotAuthorizedException: Client ${withSecret} is configured with secret but SECRET_HASH was not received`,
    ],
    [
      'a client with a wrong secret hash',
      () => confirm('ulla', '123456', { ClientId: withSecret, SecretHash: 'x' }),
      `NotAuthorizedException: Unable to verify secret hash for client ${withSecret}`,
    ],
  ])('%s', async (_name, attempt, expected) => {
    expect(await attempt()).toBe(expected);
    expect(bench.cognito.state.outbox.all).toEqual([]);
  });

  test('a sixth code within the hour', async () => {
    for (let count = 0; count < 5; count += 1) expect(await resend('ulla')).toBe('taken: tokens');
    expect(await resend('ulla')).toBe(tooOften);
  });

  test('a sixteenth try within the hour', async () => {
    await resend('ulla');
    for (let count = 0; count < 15; count += 1) expect(await confirm('ulla', wrong(lastCode()))).toBe(mismatch);
    expect(await confirm('ulla', lastCode())).toBe(tooOften);
  });
});

test('a client with a secret confirms with its hash', async () => {
  const special = { ClientId: withSecret, SecretHash: secretHashFrom(demoClientSecret, 'ulla', withSecret) };
  expect(await resend('ulla', special)).toBe('taken: tokens');
  expect(await confirm('ulla', lastCode(), special)).toBe('taken: tokens');
});
