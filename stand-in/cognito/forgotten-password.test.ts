// Forgetting a password, from the request for a code to the sign-in with the new one.
import { beforeEach, describe, expect, test } from 'vitest';
import { demoClientIds, demoClientSecret, demoPassword } from '../demo/demo-pool.ts';
import { secretHashFrom } from './secret-hash.ts';
import { testBench } from './test-bench.ts';

const { default: usual, legacyErrors, withSecret } = demoClientIds;
const newPassword = 'N3w!password';
const mismatch = 'CodeMismatchException: Invalid verification code provided, please try again.';
const expired = 'ExpiredCodeException: Invalid code provided, please request a code again.';
const tooOften = 'LimitExceededException: Attempt limit exceeded, please try after some time.';

let bench: ReturnType<typeof testBench>;
beforeEach(() => {
  bench = testBench();
});

const forget = (Username: string, special: object = {}) =>
  bench.refusal('ForgotPassword', { ClientId: usual, Username, ...special });
const delivery = async (Username: string, ClientId: string = usual) =>
  (await bench.ask('ForgotPassword', { ClientId, Username }))['CodeDeliveryDetails'];
const confirm = (Username: string, ConfirmationCode: string, special: object = {}) =>
  bench.refusal('ConfirmForgotPassword', {
    ClientId: usual,
    Username,
    ConfirmationCode,
    Password: newPassword,
    ...special,
  });
const messages = () => bench.cognito.state.outbox.all;
const lastCode = () => messages().at(-1)?.code ?? 'none was sent';
const wrong = (code: string) => (code === '111111' ? '222222' : '111111');
const signIn = (USERNAME: string, PASSWORD: string) =>
  bench.refusal('InitiateAuth', bench.initiateAuth('USER_PASSWORD_AUTH', { USERNAME, PASSWORD }));

describe('the code', () => {
  test('goes to the verified e-mail address, of which the answer shows little', async () => {
    expect(await delivery('alice')).toEqual({
      Destination: 'a***@e***',
      DeliveryMedium: 'EMAIL',
      AttributeName: 'email',
    });
    expect(messages()).toMatchObject([{ to: 'alice@example.com', purpose: 'forgot-password', username: 'alice' }]);
  });

  test('goes to the telephone where only that is verified', async () => {
    bench.user('mia').attributes = { ...bench.user('mia').attributes, email_verified: 'false' };
    expect(await delivery('mia')).toEqual({
      Destination: '+*******0123',
      DeliveryMedium: 'SMS',
      AttributeName: 'phone_number',
    });
  });

  test('sets a new password once, and the old one is good no more', async () => {
    await delivery('alice');
    const code = lastCode();
    expect(await confirm('alice', code)).toBe('taken: tokens');
    expect(await signIn('alice', demoPassword)).toBe('NotAuthorizedException: Incorrect username or password.');
    expect(await signIn('alice', newPassword)).toBe('taken: tokens');
    expect(await confirm('alice', code)).toBe(expired);
  });

  test('lets in whose password an administrator had reset', async () => {
    expect(await signIn('rita', demoPassword)).toMatch(/^PasswordResetRequiredException/);
    await delivery('rita');
    await confirm('rita', lastCode());
    expect(await signIn('rita', newPassword)).toBe('taken: tokens');
  });

  test('ends a lockout', async () => {
    for (let count = 0; count < 5; count += 1) await signIn('alice', 'wrong');
    expect(await signIn('alice', demoPassword)).toBe('NotAuthorizedException: Password attempts exceeded');
    await delivery('alice');
    await confirm('alice', lastCode());
    expect(await signIn('alice', newPassword)).toBe('taken: tokens');
  });

  test('is good for an hour', async () => {
    await delivery('alice');
    bench.wait(3599);
    expect(await confirm('alice', wrong(lastCode()))).toBe(mismatch);
    bench.wait(1);
    expect(await confirm('alice', lastCode())).toBe(expired);
  });

  test('is good until the next one comes', async () => {
    await delivery('alice');
    const first = lastCode();
    await delivery('alice');
    expect(await confirm('alice', first === lastCode() ? 'other' : first)).toBe(mismatch);
    expect(await confirm('alice', lastCode())).toBe('taken: tokens');
  });

  test('is no use to another user, nor for another purpose', async () => {
    await delivery('alice');
    expect(await confirm('bob', lastCode())).toBe(expired);
    const signUp = { ClientId: usual, Username: 'ulla', ConfirmationCode: lastCode() };
    expect(await bench.refusal('ConfirmSignUp', signUp)).toBe(expired);
  });

  test('outlives a password that will not do', async () => {
    await delivery('alice');
    for (const [Password, message] of [
      ['short1', 'InvalidPasswordException: Password did not conform with policy: Password not long enough'],
      [
        'longenough',
        'InvalidPasswordException: Password did not conform with policy: Password must have uppercase characters',
      ],
      [
        'x1',
        "InvalidParameterException: 1 validation error detected: Value at 'password' failed to satisfy constraint: Member must have length greater than or equal to 6",
      ],
    ]) {
      expect(await confirm('alice', lastCode(), { Password })).toBe(message);
    }
    expect(await confirm('alice', lastCode())).toBe('taken: tokens');
  });
});

describe('who may not', () => {
  const cannot =
    'InvalidParameterException: Cannot reset password for the user as there is no registered/verified email or phone_number';
  test.each([
    ['has a temporary password', 'nina', 'NotAuthorizedException: User password cannot be reset in the current state.'],
    ['has no verified address', 'ulla', cannot],
    ['is disabled', 'dora', 'NotAuthorizedException: User is disabled.'],
    ['does not exist', 'nobody', 'UserNotFoundException: Username/client id combination not found.'],
  ])('who %s is told so, where the client tells', async (_name, username, expected) => {
    expect(await forget(username, { ClientId: legacyErrors })).toBe(expected);
    expect(messages()).toEqual([]);
  });

  test.each([
    ['has no verified address', 'ulla', expired],
    ['is disabled', 'dora', mismatch],
    ['does not exist', 'nobody', mismatch],
  ])('who %s gets an answer like others, where the client hides it', async (_name, username, afterwards) => {
    const first = await delivery(username);
    expect(first).toMatchObject({ DeliveryMedium: 'EMAIL', AttributeName: 'email' });
    expect(first).toHaveProperty('Destination', expect.stringMatching(/^[a-z]\*{3}@[a-z]\*{3}$/));
    expect(await delivery(username)).toEqual(first);
    expect(messages()).toEqual([]);
    expect(await confirm(username, '123456')).toBe(afterwards);
  });

  test.each([
    ['zoe@nowhere.example', { Destination: 'z***@n***', DeliveryMedium: 'EMAIL', AttributeName: 'email' }],
    ['+15555550199', { Destination: '+*******0199', DeliveryMedium: 'SMS', AttributeName: 'phone_number' }],
  ])('what is typed shapes the pretence: %s', async (username, expected) => {
    expect(await delivery(username)).toEqual(expected);
  });
});

describe('too often', () => {
  test.each(['alice', 'nobody'])('five codes an hour for %s', async (username) => {
    for (let count = 0; count < 5; count += 1) {
      expect(await forget(username)).toBe('taken: tokens');
      bench.wait(60);
    }
    expect(await forget(username)).toBe(tooOften);
    bench.wait(3600 - 5 * 60);
    expect(await forget(username)).toBe('taken: tokens');
    expect(await forget(username)).toBe(tooOften);
  });

  test.each(['alice', 'nobody'])('ten tries an hour for %s', async (username) => {
    await forget(username);
    const code = messages().length === 0 ? '123456' : lastCode();
    for (let count = 0; count < 10; count += 1) expect(await confirm(username, wrong(code))).toBe(mismatch);
    expect(await confirm(username, code)).toBe(tooOften);
    expect(await confirm('bob', '123456')).toBe(expired);
  });
});

describe('a client with a secret', () => {
  const hash = (username: string) => ({ SecretHash: secretHashFrom(demoClientSecret, username, withSecret) });

  test('proves it in both calls', async () => {
    expect(await forget('alice', { ClientId: withSecret, ...hash('alice') })).toBe('taken: tokens');
    expect(await confirm('alice', lastCode(), { ClientId: withSecret, ...hash('alice') })).toBe('taken: tokens');
  });

  test.each([
    ['none', {}, `Client ${withSecret} is configured with secret but SECRET_HASH was not received`],
    ['one of another user', hash('bob'), `Unable to verify secret hash for client ${withSecret}`],
  ])('is refused with %s, before the user is looked for', async (_name, extra, message) => {
    const special = { ClientId: withSecret, ...extra };
    for (const username of ['alice', 'nobody']) {
      expect(await forget(username, special)).toBe(`NotAuthorizedException: ${message}`);
      expect(await confirm(username, '123456', special)).toBe(`NotAuthorizedException: ${message}`);
    }
  });
});

test.each([
  [
    'a user name with a space',
    'ForgotPassword',
    { Username: 'alice m' },
    String.raw`Value 'alice m' at 'username' failed to satisfy constraint: Member must satisfy regular expression pattern: [\p{L}\p{M}\p{S}\p{N}\p{P}]+`,
  ],
  [
    'a code with a space, which it does not repeat',
    'ConfirmForgotPassword',
    { Username: 'alice', ConfirmationCode: '123 456', Password: newPassword },
    String.raw`Value at 'confirmationCode' failed to satisfy constraint: Member must satisfy regular expression pattern: [\S]+`,
  ],
  [
    'a password with a space behind, which it does not repeat',
    'ConfirmForgotPassword',
    { Username: 'alice', ConfirmationCode: '123456', Password: `${newPassword} ` },
    String.raw`Value at 'password' failed to satisfy constraint: Member must satisfy regular expression pattern: ^[\S]+.*[\S]+$`,
  ],
])('refuses %s', async (_name, operation, request, violation) => {
  expect(await bench.refusal(operation, { ClientId: usual, ...request })).toBe(
    `InvalidParameterException: 1 validation error detected: ${violation}`,
  );
});
