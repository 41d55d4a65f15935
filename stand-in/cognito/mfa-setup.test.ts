// Setting up a second factor on the way in, and an authenticator app when signed in.
import { beforeEach, describe, expect, test } from 'vitest';
import { demoMfaClientId, demoMfaPool } from '../demo/demo-mfa-pool.ts';
import { demoTotpSecrets } from '../demo/demo-people.ts';
import { demoPool } from '../demo/demo-pool.ts';
import { parametersOf, replyTo, resultOf, testBench, type Answer } from './test-bench.ts';
import { totpAt } from './totp.ts';

let bench: ReturnType<typeof testBench>;
beforeEach(() => {
  bench = testBench(demoMfaPool());
});

const asked = (request: object) => bench.ask('RespondToAuthChallenge', request);
const respond = (request: object) => bench.refusal('RespondToAuthChallenge', request);
const reply = (challenge: Answer, responses: object, Session: unknown = challenge['Session']) =>
  replyTo(challenge, responses, { ClientId: demoMfaClientId, Session });
const shown = (secret: unknown) => totpAt(String(secret), bench.now());
const otherThan = (code: string) => code.replace(/.$/, (digit) => String((Number(digit) + 1) % 10));
const begin = (username: string) => bench.begin(username, demoMfaClientId);

const wrongCode = 'EnableSoftwareTokenMFAException: Code mismatch and fail enable Software Token MFA';
const notThere = 'SoftwareTokenMFANotFoundException: Software Token MFA does not exist for the user.';
const invalid = 'NotAuthorizedException: Invalid session for the user.';
const spent = 'NotAuthorizedException: Invalid session for the user, session can only be used once.';
const expired = 'NotAuthorizedException: Invalid session for the user, session is expired.';

/** Up to the last step, MFA_SETUP's answer. */
async function verified(challenge: Answer, extra: object = {}) {
  const { SecretCode, Session } = await bench.ask('AssociateSoftwareToken', { Session: challenge['Session'] });
  const UserCode = shown(SecretCode);
  const answer = await bench.ask('VerifySoftwareToken', { Session, UserCode, ...extra });
  return { secret: SecretCode, associated: Session, session: answer['Session'], status: answer['Status'] };
}

test('the challenge, a secret, its code, and in; next time the code is asked for', async () => {
  const challenge = await begin('max');
  expect(challenge['ChallengeName']).toBe('MFA_SETUP');
  expect(parametersOf(challenge)).toEqual({ MFAS_CAN_SETUP: '["SOFTWARE_TOKEN_MFA"]', USER_ID_FOR_SRP: 'max' });
  const { secret, session, status } = await verified(challenge, { FriendlyDeviceName: 'his telephone' });
  expect(secret).toMatch(/^[A-Z2-7]{52}$/);
  expect(status).toBe('SUCCESS');
  expect(await respond(reply(challenge, {}, session))).toBe('taken: tokens');
  expect(bench.user('max').softwareToken).toEqual({ secret, friendlyName: 'his telephone', verified: true });

  const next = await begin('max');
  expect(next['ChallengeName']).toBe('SOFTWARE_TOKEN_MFA');
  expect(parametersOf(next)).toEqual({ USER_ID_FOR_SRP: 'max', FRIENDLY_DEVICE_NAME: 'his telephone' });
  const used = reply(next, { SOFTWARE_TOKEN_MFA_CODE: shown(secret) });
  expect(await respond(used)).toBe('ExpiredCodeException: Your software token has already been used once.');
  bench.wait(30);
  expect(await respond(reply(next, { SOFTWARE_TOKEN_MFA_CODE: shown(secret) }))).toBe('taken: tokens');
});

test('a chain: new password, set-up, and the code at the next sign-in', async () => {
  const first = await begin('nora');
  expect(first['ChallengeName']).toBe('NEW_PASSWORD_REQUIRED');
  const second = await asked(reply(first, { NEW_PASSWORD: 'N3w!password' }));
  expect(second['ChallengeName']).toBe('MFA_SETUP');
  const { session, secret } = await verified(second);
  expect(resultOf(await asked(reply(second, {}, session))).IdToken).not.toBe('');
  bench.wait(30);
  const parameters = { USERNAME: 'nora', PASSWORD: 'N3w!password' };
  const again = await bench.ask('InitiateAuth', bench.initiateAuth('USER_PASSWORD_AUTH', parameters, demoMfaClientId));
  expect(again['ChallengeName']).toBe('SOFTWARE_TOKEN_MFA');
  expect(await respond(reply(again, { SOFTWARE_TOKEN_MFA_CODE: shown(secret) }))).toBe('taken: tokens');
});

describe('a set-up that was left', () => {
  test('before the code begins anew, with another secret', async () => {
    const { SecretCode } = await bench.ask('AssociateSoftwareToken', { Session: (await begin('max'))['Session'] });
    const again = await begin('max');
    expect(again['ChallengeName']).toBe('MFA_SETUP');
    const { SecretCode: other, Session } = await bench.ask('AssociateSoftwareToken', { Session: again['Session'] });
    expect(other).not.toBe(SecretCode);
    const late = { Session, UserCode: shown(SecretCode) };
    expect(await bench.refusal('VerifySoftwareToken', late)).toBe(wrongCode);
  });

  test('after the code is not done either', async () => {
    await verified(await begin('max'));
    expect((await begin('max'))['ChallengeName']).toBe('MFA_SETUP');
  });
});

describe('sessions', () => {
  let challenge: Answer;
  beforeEach(async () => {
    challenge = await begin('max');
  });

  test('a wrong code leaves it good', async () => {
    const { SecretCode, Session } = await bench.ask('AssociateSoftwareToken', { Session: challenge['Session'] });
    const verify = (UserCode: string) => bench.ask('VerifySoftwareToken', { Session, UserCode });
    await expect(verify(otherThan(shown(SecretCode)))).rejects.toThrow('Code mismatch and fail enable');
    expect(await verify(shown(SecretCode))).toMatchObject({ Status: 'SUCCESS' });
  });

  test('the challenge cannot be answered before the app is verified', async () => {
    expect(await respond(reply(challenge, {}))).toBe(notThere);
    const { Session } = await bench.ask('AssociateSoftwareToken', { Session: challenge['Session'] });
    expect(await respond(reply(challenge, {}, Session))).toBe(notThere);
  });

  test('each step spends the one before', async () => {
    const { associated, session } = await verified(challenge);
    const associate = (Session: unknown) => bench.refusal('AssociateSoftwareToken', { Session });
    expect(await associate(challenge['Session'])).toBe(spent);
    expect(await bench.refusal('VerifySoftwareToken', { Session: associated, UserCode: '123456' })).toBe(spent);
    expect(await respond(reply(challenge, {}, session))).toBe('taken: tokens');
    expect(await respond(reply(challenge, {}, session))).toBe(spent);
  });

  test('each lives three minutes of its own', async () => {
    bench.wait(170);
    const { SecretCode, Session } = await bench.ask('AssociateSoftwareToken', { Session: challenge['Session'] });
    bench.wait(170);
    const { Session: last } = await bench.ask('VerifySoftwareToken', { Session, UserCode: shown(SecretCode) });
    bench.wait(181);
    expect(await respond(reply(challenge, {}, last))).toBe(expired);
  });

  test.each(['AssociateSoftwareToken', 'VerifySoftwareToken'])('%s takes none of another challenge', async (name) => {
    const { Session } = await begin('nora');
    expect(await bench.refusal(name, { Session, UserCode: '123456' })).toBe(invalid);
    expect(await bench.refusal(name, { Session: 'garbage-garbage-garbage', UserCode: '123456' })).toBe(invalid);
  });
});

test.each([{}, { AccessToken: 'a.b.c', Session: 'garbage-garbage-garbage' }])('%j: one of the two', async (given) => {
  const refusal = 'InvalidParameterException: Exactly one of AccessToken and Session must be given.';
  expect(await bench.refusal('AssociateSoftwareToken', given)).toBe(refusal);
  expect(await bench.refusal('VerifySoftwareToken', { ...given, UserCode: '123456' })).toBe(refusal);
});

test.each(['12345', '1234567', '12345a'])('a code of "%s" is none', async (UserCode) => {
  const refusal = await bench.refusal('VerifySoftwareToken', { Session: 'garbage-garbage-garbage', UserCode });
  expect(refusal).toContain("Value at 'userCode' failed to satisfy constraint");
  expect(refusal).not.toContain(UserCode);
});

describe('when signed in', () => {
  beforeEach(() => {
    bench = testBench(demoPool());
  });
  const associate = async (AccessToken: string) =>
    (await bench.ask('AssociateSoftwareToken', { AccessToken }))['SecretCode'];
  const SoftwareTokenMfaSettings = { Enabled: true };

  test('an app is associated, verified, and asked for once that is wished', async () => {
    const { AccessToken } = await bench.signIn('bob');
    expect(await bench.refusal('VerifySoftwareToken', { AccessToken, UserCode: '123456' })).toBe(notThere);
    const secret = await associate(AccessToken);
    expect(bench.user('bob').softwareToken).toEqual({ secret, verified: false });
    const verify = (UserCode: string) => bench.refusal('VerifySoftwareToken', { AccessToken, UserCode });
    expect(await verify(otherThan(shown(secret)))).toBe(wrongCode);
    const answer = await bench.ask('VerifySoftwareToken', { AccessToken, UserCode: shown(secret) });
    expect(answer).toEqual({ Status: 'SUCCESS' });
    expect((await bench.begin('bob'))['ChallengeName']).toBeUndefined();
    await bench.ask('SetUserMFAPreference', { AccessToken, SoftwareTokenMfaSettings });
    expect((await bench.begin('bob'))['ChallengeName']).toBe('SOFTWARE_TOKEN_MFA');
  });

  test('the old app stays good until the new one is verified', async () => {
    const signIn = async () => {
      const challenge = await bench.begin('tom');
      const SOFTWARE_TOKEN_MFA_CODE = shown(bench.user('tom').softwareToken?.secret);
      return bench.ask('RespondToAuthChallenge', replyTo(challenge, { SOFTWARE_TOKEN_MFA_CODE }));
    };
    const { AccessToken } = resultOf(await signIn());
    const secret = await associate(AccessToken);
    bench.wait(30);
    expect(bench.user('tom').softwareToken?.secret).toBe(demoTotpSecrets.tom);
    await signIn();
    await bench.ask('VerifySoftwareToken', { AccessToken, UserCode: shown(secret) });
    expect(bench.user('tom').softwareToken?.secret).toBe(secret);
  });

  test.each(['AssociateSoftwareToken', 'VerifySoftwareToken', 'SetUserMFAPreference'])(
    '%s wants a good token',
    async (name) => {
      const { AccessToken } = await bench.signIn('bob');
      const call = (token: string) => bench.refusal(name, { AccessToken: token, UserCode: '123456' });
      expect(await call('a.b.c')).toBe('NotAuthorizedException: Invalid Access Token');
      bench.wait(3601);
      expect(await call(AccessToken)).toBe('NotAuthorizedException: Access Token has expired');
    },
  );

  test('a pool without software tokens has none to give', async () => {
    bench = testBench({ ...demoPool(), enabledMfas: ['SMS_MFA'] });
    const { AccessToken } = await bench.signIn('bob');
    expect(await bench.refusal('AssociateSoftwareToken', { AccessToken })).toBe(
      'SoftwareTokenMFANotFoundException: Software Token MFA has not been enabled by the userPool',
    );
  });
});

test('an e-mail address is given, and proven by the code that follows', async () => {
  bench = testBench({ ...demoMfaPool(), enabledMfas: ['EMAIL_OTP', 'SOFTWARE_TOKEN_MFA'] });
  const challenge = await begin('max');
  expect(parametersOf(challenge)['MFAS_CAN_SETUP']).toBe('["EMAIL_OTP","SOFTWARE_TOKEN_MFA"]');
  const next = await asked(reply(challenge, { EMAIL: 'max@elsewhere.example' }));
  expect(next['ChallengeName']).toBe('EMAIL_OTP');
  const [sent] = bench.cognito.state.outbox.all;
  expect(sent?.to).toBe('max@elsewhere.example');
  expect(await respond(reply(next, { EMAIL_OTP_CODE: sent?.code }))).toBe('taken: tokens');
});
