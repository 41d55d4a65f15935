// The challenges for a second factor, one by one, on a clock that moves. What stock clients make of them: see the tests by the SDK.
import { beforeEach, describe, expect, test } from 'vitest';
import { demoClientIds, demoClientSecret } from '../demo/demo-pool.ts';
import { demoTotpSecrets } from '../demo/demo-people.ts';
import { secretHashFrom } from './secret-hash.ts';
import { parametersOf, replyTo, resultOf, testBench, type Answer } from './test-bench.ts';
import { totpAt } from './totp.ts';

let bench: ReturnType<typeof testBench>;
beforeEach(() => {
  bench = testBench();
});

const respond = (request: object) => bench.refusal('RespondToAuthChallenge', request);
const sentTo = (username: string) =>
  bench.cognito.state.outbox.all.findLast((sent) => sent.username === username)?.code;
const otherThan = (code = '') => code.replace(/.$/, (digit) => String((Number(digit) + 1) % 10));
const shownTo = (username: 'tom' | 'sam') => totpAt(demoTotpSecrets[username], bench.now());

interface Factor {
  readonly factor: string;
  readonly username: string;
  readonly response: string;
  readonly code: () => string | undefined;
  readonly parameters: object;
  readonly complaint: string;
}
const notTheCodeSent = 'CodeMismatchException: Invalid code or auth state for the user.';

const factors: readonly Factor[] = [
  {
    factor: 'SMS_MFA',
    username: 'mia',
    response: 'SMS_MFA_CODE',
    code: () => sentTo('mia'),
    parameters: {
      CODE_DELIVERY_DELIVERY_MEDIUM: 'SMS',
      CODE_DELIVERY_DESTINATION: '+*******0123',
      USER_ID_FOR_SRP: 'mia',
    },
    complaint: notTheCodeSent,
  },
  {
    factor: 'EMAIL_OTP',
    username: 'emma',
    response: 'EMAIL_OTP_CODE',
    code: () => sentTo('emma'),
    parameters: {
      CODE_DELIVERY_DELIVERY_MEDIUM: 'EMAIL',
      CODE_DELIVERY_DESTINATION: 'e***@e***',
      USER_ID_FOR_SRP: 'emma',
    },
    complaint: notTheCodeSent,
  },
  {
    factor: 'SOFTWARE_TOKEN_MFA',
    username: 'tom',
    response: 'SOFTWARE_TOKEN_MFA_CODE',
    code: () => shownTo('tom'),
    parameters: { USER_ID_FOR_SRP: 'tom', FRIENDLY_DEVICE_NAME: 'pretend phone' },
    complaint: 'CodeMismatchException: Invalid code received for user',
  },
];

describe.each(factors)('$factor', ({ factor, username, response, code, parameters, complaint }) => {
  let challenge: Answer;
  beforeEach(async () => {
    challenge = await bench.begin(username);
  });
  const answer = (given: string | undefined, extra: object = {}) =>
    respond(replyTo(challenge, { [response]: given }, extra));
  const oncePassed = 'NotAuthorizedException: Invalid session for the user, session can only be used once.';
  const expired = 'NotAuthorizedException: Invalid session for the user, session is expired.';

  test('tells what is asked for, with a Session, and gives tokens for the right code', async () => {
    expect(challenge['ChallengeName']).toBe(factor);
    expect(parametersOf(challenge)).toEqual(parameters);
    expect(challenge['Session']).toMatch(/^AYABe[\w-]{1000,2000}$/);
    expect(await answer(code())).toBe('taken: tokens');
  });

  test('bears wrong codes: the session stays good', async () => {
    for (let time = 0; time < 6; time += 1) expect(await answer(otherThan(code()))).toBe(complaint);
    expect(await answer(code())).toBe('taken: tokens');
  });

  test('after ten wrong codes none is right any more, until a new sign-in', async () => {
    for (let time = 0; time < 10; time += 1) await answer(otherThan(code()));
    const overtried = 'ExpiredCodeException: Invalid code provided, please request a code again.';
    expect(await answer(code())).toBe(overtried);
    challenge = await bench.begin(username);
    expect(await answer(code())).toBe('taken: tokens');
  });

  test('a session that has passed is spent', async () => {
    await answer(code());
    expect(await answer(code())).toBe(oncePassed);
  });

  test('a session lives three minutes', async () => {
    bench.wait(180);
    expect(await answer(code())).toBe('taken: tokens');
    challenge = await bench.begin(username);
    bench.wait(181);
    expect(await answer(code())).toBe(expired);
  });

  test.each([
    ['garbage', { Session: 'garbage-garbage-garbage' }, 'NotAuthorizedException: Invalid session for the user.'],
    [
      'another client',
      { ClientId: demoClientIds.legacyErrors },
      'NotAuthorizedException: Invalid session for the user.',
    ],
    ['no session', { Session: undefined }, 'InvalidParameterException: Missing required parameter Session'],
  ])('refuses %s', async (_name, extra, refusal) => {
    expect(await answer(code(), extra)).toBe(refusal);
  });

  test('refuses another user name, another challenge, and no code', async () => {
    const invalid = 'NotAuthorizedException: Invalid session for the user.';
    expect(await respond(replyTo(challenge, { [response]: code(), USERNAME: 'bob' }))).toBe(invalid);
    const elsewhere = { ChallengeName: 'SELECT_MFA_TYPE' };
    expect(await respond(replyTo(challenge, { ANSWER: factor }, elsewhere))).toBe(invalid);
    expect(await answer('')).toBe(`InvalidParameterException: Missing required parameter ${response}`);
  });

  test('a user who was disabled meanwhile is refused', async () => {
    bench.user(username).enabled = false;
    expect(await answer(code())).toBe('NotAuthorizedException: User is disabled.');
  });

  test('wants the secret hash again', async () => {
    const client = demoClientIds.withSecret;
    const SECRET_HASH = secretHashFrom(demoClientSecret, username, client);
    const parametersSent = { USERNAME: username, PASSWORD: 'Passw0rd!', SECRET_HASH };
    challenge = await bench.ask('InitiateAuth', bench.initiateAuth('USER_PASSWORD_AUTH', parametersSent, client));
    expect(await answer(code(), { ClientId: client })).toBe(
      `NotAuthorizedException: Client ${client} is configured with secret but SECRET_HASH was not received`,
    );
    const responses = { [response]: code(), SECRET_HASH };
    expect(await respond(replyTo(challenge, responses, { ClientId: client }))).toBe('taken: tokens');
  });
});

describe('codes by message', () => {
  test('each sign-in has its own', async () => {
    const first = await bench.begin('mia');
    const firstCode = sentTo('mia');
    const second = await bench.begin('mia');
    expect(bench.cognito.state.outbox.all).toHaveLength(2);
    if (firstCode !== sentTo('mia')) {
      expect(await respond(replyTo(second, { SMS_MFA_CODE: firstCode }))).toBe(notTheCodeSent);
    }
    expect(await respond(replyTo(first, { SMS_MFA_CODE: firstCode }))).toBe('taken: tokens');
    expect(await respond(replyTo(second, { SMS_MFA_CODE: sentTo('mia') }))).toBe('taken: tokens');
  });

  test('none is sent before the password is right', async () => {
    const parameters = { USERNAME: 'mia', PASSWORD: 'Wr0ng!word' };
    await bench.refusal('InitiateAuth', bench.initiateAuth('USER_PASSWORD_AUTH', parameters));
    expect(bench.cognito.state.outbox.all).toEqual([]);
  });
});

describe('the code of an authenticator app', () => {
  const answer = async (code: string) => respond(replyTo(await bench.begin('tom'), { SOFTWARE_TOKEN_MFA_CODE: code }));

  test('is good once', async () => {
    const code = shownTo('tom');
    expect(await answer(code)).toBe('taken: tokens');
    expect(await answer(code)).toBe('ExpiredCodeException: Your software token has already been used once.');
    bench.wait(30);
    expect(await answer(shownTo('tom'))).toBe('taken: tokens');
  });

  test('that was used does not spend the session', async () => {
    const code = shownTo('tom');
    await answer(code);
    const challenge = await bench.begin('tom');
    await respond(replyTo(challenge, { SOFTWARE_TOKEN_MFA_CODE: code }));
    bench.wait(30);
    expect(await respond(replyTo(challenge, { SOFTWARE_TOKEN_MFA_CODE: shownTo('tom') }))).toBe('taken: tokens');
  });

  test('is asked for no more once the app is gone', async () => {
    const challenge = await bench.begin('tom');
    delete bench.user('tom').softwareToken;
    expect(await respond(replyTo(challenge, { SOFTWARE_TOKEN_MFA_CODE: shownTo('tom') }))).toBe(
      'SoftwareTokenMFANotFoundException: Software Token MFA does not exist for the user.',
    );
  });
});

describe('SELECT_MFA_TYPE', () => {
  test('offers what the user has', async () => {
    const challenge = await bench.begin('sam');
    expect(challenge['ChallengeName']).toBe('SELECT_MFA_TYPE');
    expect(parametersOf(challenge)).toEqual({
      MFAS_CAN_CHOOSE: '["SMS_MFA","SOFTWARE_TOKEN_MFA"]',
      USER_ID_FOR_SRP: 'sam',
    });
    expect(bench.cognito.state.outbox.all).toEqual([]);
  });

  test.each([
    ['SMS_MFA', { SMS_MFA_CODE: () => sentTo('sam') }],
    ['SOFTWARE_TOKEN_MFA', { SOFTWARE_TOKEN_MFA_CODE: () => shownTo('sam') }],
  ])('%s leads to it, and then in', async (ANSWER, code) => {
    const next = await bench.ask('RespondToAuthChallenge', replyTo(await bench.begin('sam'), { ANSWER }));
    expect(next['ChallengeName']).toBe(ANSWER);
    const responses = Object.fromEntries(Object.entries(code).map(([name, shown]) => [name, shown()]));
    expect(await respond(replyTo(next, responses))).toBe('taken: tokens');
  });

  test.each(['EMAIL_OTP', 'EMAIL_MFA'])('e-mail is taken as %s', async (ANSWER) => {
    bench.user('sam').enabledMfas = ['EMAIL_OTP', 'SMS_MFA'];
    expect(await respond(replyTo(await bench.begin('sam'), { ANSWER }))).toBe('taken: EMAIL_OTP');
  });

  test('what the user does not have is refused, and may be chosen anew', async () => {
    const challenge = await bench.begin('sam');
    expect(await respond(replyTo(challenge, { ANSWER: 'EMAIL_OTP' }))).toBe(
      'InvalidParameterException: Invalid MFA type selected for the user.',
    );
    expect(await respond(replyTo(challenge, { ANSWER: 'SMS_MFA' }))).toBe('taken: SMS_MFA');
  });
});

describe('SetUserMFAPreference', () => {
  const preferenceOf = async (username: string, AccessToken: string) => {
    const { PreferredMfaSetting, UserMFASettingList } = await bench.ask('GetUser', { AccessToken });
    return { PreferredMfaSetting, UserMFASettingList, next: (await bench.begin(username))['ChallengeName'] };
  };
  const tokenOf = async (username: string) => (await bench.signIn(username)).AccessToken;

  test('turns a factor on, prefers it, and off again', async () => {
    const AccessToken = await tokenOf('bob');
    const EmailMfaSettings = { Enabled: true, PreferredMfa: true };
    expect(await bench.ask('SetUserMFAPreference', { AccessToken, EmailMfaSettings })).toEqual({});
    expect(await preferenceOf('bob', AccessToken)).toEqual({
      PreferredMfaSetting: 'EMAIL_OTP',
      UserMFASettingList: ['EMAIL_OTP'],
      next: 'EMAIL_OTP',
    });
    await bench.ask('SetUserMFAPreference', { AccessToken, EmailMfaSettings: { Enabled: false } });
    expect(await preferenceOf('bob', AccessToken)).toEqual({ UserMFASettingList: [] });
  });

  test('leaves alone what is not named', async () => {
    const challenge = await bench.begin('mia');
    const answer = await bench.ask('RespondToAuthChallenge', replyTo(challenge, { SMS_MFA_CODE: sentTo('mia') }));
    const { AccessToken } = resultOf(answer);
    await bench.ask('SetUserMFAPreference', { AccessToken, EmailMfaSettings: { Enabled: true } });
    expect(await preferenceOf('mia', AccessToken)).toEqual({
      PreferredMfaSetting: 'SMS_MFA',
      UserMFASettingList: ['SMS_MFA', 'EMAIL_OTP'],
      next: 'SMS_MFA',
    });
  });

  test.each([
    ['SMSMfaSettings', 'User does not have delivery config set to turn on SMS_MFA'],
    ['SoftwareTokenMfaSettings', 'User has not verified software token mfa'],
  ])('refuses %s for who cannot have it', async (settings, message) => {
    const request = { AccessToken: await tokenOf('bob'), [settings]: { Enabled: true } };
    expect(await bench.refusal('SetUserMFAPreference', request)).toBe(`InvalidParameterException: ${message}`);
  });
});
