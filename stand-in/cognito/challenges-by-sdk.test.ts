// Every challenge as AWS's own SDK, unpatched, meets it without AWS credentials. It has no SRP: see challenges-by-identity-js.test.ts.
import {
  AssociateSoftwareTokenCommand,
  CodeMismatchException,
  CognitoIdentityProviderClient,
  EnableSoftwareTokenMFAException,
  ExpiredCodeException,
  GetUserCommand,
  InitiateAuthCommand,
  InvalidParameterException,
  NotAuthorizedException,
  RespondToAuthChallengeCommand,
  SetUserMFAPreferenceCommand,
  SoftwareTokenMFANotFoundException,
  VerifySoftwareTokenCommand,
  type RespondToAuthChallengeResponse,
} from '@aws-sdk/client-cognito-identity-provider';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { demoMfaClientId } from '../demo/demo-mfa-pool.ts';
import { demoTotpSecrets } from '../demo/demo-people.ts';
import { demoClientIds, demoClientSecret, demoPassword } from '../demo/demo-pool.ts';
import { startStandIn, type StandIn } from '../start.ts';
import { secretHashFrom } from './secret-hash.ts';
import { totpAt } from './totp.ts';

const { withSecret, customAuth } = demoClientIds;

let standIn: StandIn;
let sdk: CognitoIdentityProviderClient;
beforeEach(async () => {
  standIn = await startStandIn();
  sdk = new CognitoIdentityProviderClient({ region: 'eu-west-1', endpoint: standIn.cognitoEndpoint });
});
afterEach(async () => {
  sdk.destroy();
  await standIn.close();
});

type Answer = RespondToAuthChallengeResponse;

/** One person's sign-in at one client, step by step. */
function signInOf(username: string, ClientId: string = demoClientIds.default) {
  const who = {
    USERNAME: username,
    ...(ClientId === withSecret && { SECRET_HASH: secretHashFrom(demoClientSecret, username, ClientId) }),
  };
  return {
    begin: (PASSWORD = demoPassword): Promise<Answer> => {
      const AuthParameters = { ...who, PASSWORD };
      return sdk.send(new InitiateAuthCommand({ ClientId, AuthFlow: 'USER_PASSWORD_AUTH', AuthParameters }));
    },
    beginWithoutPassword: (): Promise<Answer> =>
      sdk.send(new InitiateAuthCommand({ ClientId, AuthFlow: 'CUSTOM_AUTH', AuthParameters: who })),
    answer: ({ ChallengeName, Session }: Answer, responses: Record<string, string>): Promise<Answer> => {
      const ChallengeResponses = { ...who, ...responses };
      return sdk.send(new RespondToAuthChallengeCommand({ ClientId, ChallengeName, Session, ChallengeResponses }));
    },
  };
}

const sentTo = (username: string) => standIn.levers.outbox.next((message) => message.username === username);
const shown = (secret: string | undefined) => totpAt(secret ?? '', standIn.levers.now());
const otherThan = (code: string) => code.replace(/.$/, (digit) => String((Number(digit) + 1) % 10));

/** Whom the tokens name. */
async function whoIs({ AuthenticationResult: { AccessToken } = {} }: Answer) {
  return (await sdk.send(new GetUserCommand({ AccessToken }))).Username;
}

async function setUpApp(Session: string | undefined) {
  const app = await sdk.send(new AssociateSoftwareTokenCommand({ Session }));
  const verify = (UserCode: string) => sdk.send(new VerifySoftwareTokenCommand({ Session: app.Session, UserCode }));
  await expect(verify(otherThan(shown(app.SecretCode)))).rejects.toThrow(EnableSoftwareTokenMFAException);
  const verified = await verify(shown(app.SecretCode));
  expect(verified.Status).toBe('SUCCESS');
  return { secret: app.SecretCode, setUp: { ChallengeName: 'MFA_SETUP', Session: verified.Session } as const };
}

describe.each([
  ['a public client', demoClientIds.default],
  ['a client with a secret', withSecret],
])('at %s', (_name, client) => {
  test.each([
    ['SMS_MFA', 'mia', 'SMS_MFA_CODE', '+*******0123'],
    ['EMAIL_OTP', 'emma', 'EMAIL_OTP_CODE', 'e***@e***'],
  ])('%s', async (name, username, member, destination) => {
    const signIn = signInOf(username, client);
    const message = sentTo(username);
    const challenge = await signIn.begin();
    expect(challenge.ChallengeName).toBe(name);
    expect(challenge.ChallengeParameters?.['CODE_DELIVERY_DESTINATION']).toBe(destination);
    const { code } = await message;
    const answer = (given: string) => signIn.answer(challenge, { [member]: given });
    await expect(answer(otherThan(code))).rejects.toThrow(CodeMismatchException);
    expect(await whoIs(await answer(code))).toBe(username);
    await expect(answer(code)).rejects.toThrow(NotAuthorizedException);
  });

  test('SOFTWARE_TOKEN_MFA, whose code is good once', async () => {
    const signIn = signInOf('tom', client);
    const enter = async (given: string) => signIn.answer(await signIn.begin(), { SOFTWARE_TOKEN_MFA_CODE: given });
    const code = shown(demoTotpSecrets.tom);
    await expect(enter(otherThan(code))).rejects.toThrow(CodeMismatchException);
    expect(await whoIs(await enter(code))).toBe('tom');
    await expect(enter(code)).rejects.toThrow(ExpiredCodeException);
  });

  test('SELECT_MFA_TYPE, and the factor that was chosen', async () => {
    const signIn = signInOf('sam', client);
    const choice = await signIn.begin();
    expect(JSON.parse(choice.ChallengeParameters?.['MFAS_CAN_CHOOSE'] ?? '')).toEqual([
      'SMS_MFA',
      'SOFTWARE_TOKEN_MFA',
    ]);
    await expect(signIn.answer(choice, { ANSWER: 'EMAIL_OTP' })).rejects.toThrow(InvalidParameterException);
    const factor = await signIn.answer(choice, { ANSWER: 'SOFTWARE_TOKEN_MFA' });
    const entered = await signIn.answer(factor, { SOFTWARE_TOKEN_MFA_CODE: shown(demoTotpSecrets.sam) });
    expect(await whoIs(entered)).toBe('sam');
  });
});

test('MFA_SETUP, and the code at the next sign-in', async () => {
  const signIn = signInOf('max', demoMfaClientId);
  const challenge = await signIn.begin();
  expect(challenge.ChallengeName).toBe('MFA_SETUP');
  await expect(signIn.answer(challenge, {})).rejects.toThrow(SoftwareTokenMFANotFoundException);
  const { secret, setUp } = await setUpApp(challenge.Session);
  expect(await whoIs(await signIn.answer(setUp, {}))).toBe('max');
  standIn.levers.moveClock(30_000);
  const next = await signIn.begin();
  expect(next.ChallengeName).toBe('SOFTWARE_TOKEN_MFA');
  expect(await whoIs(await signIn.answer(next, { SOFTWARE_TOKEN_MFA_CODE: shown(secret) }))).toBe('max');
});

test('a chain: new password, MFA_SETUP, and the code at the next sign-in', async () => {
  const signIn = signInOf('nora', demoMfaClientId);
  const first = await signIn.begin();
  expect(first.ChallengeName).toBe('NEW_PASSWORD_REQUIRED');
  const second = await signIn.answer(first, { NEW_PASSWORD: 'N3w!password' });
  expect(second.ChallengeName).toBe('MFA_SETUP');
  const { secret, setUp } = await setUpApp(second.Session);
  expect(await whoIs(await signIn.answer(setUp, {}))).toBe('nora');
  standIn.levers.moveClock(30_000);
  const next = await signIn.begin('N3w!password');
  expect(await whoIs(await signIn.answer(next, { SOFTWARE_TOKEN_MFA_CODE: shown(secret) }))).toBe('nora');
});

test('CUSTOM_CHALLENGE, without a password', async () => {
  const signIn = signInOf('cleo', customAuth);
  const first = await signIn.beginWithoutPassword();
  expect(first.ChallengeParameters).toMatchObject({ triesLeft: '3' });
  const second = await signIn.answer(first, { ANSWER: 'tide' });
  expect(second.ChallengeParameters).toMatchObject({ triesLeft: '2' });
  expect(await whoIs(await signIn.answer(second, { ANSWER: 'water' }))).toBe('cleo');
  const third = await signIn.answer(await signIn.answer(await signIn.beginWithoutPassword(), { ANSWER: 'a' }), {
    ANSWER: 'b',
  });
  await expect(signIn.answer(third, { ANSWER: 'c' })).rejects.toThrow(NotAuthorizedException);
});

test('an authenticator app is added by somebody signed in, and asked for once preferred', async () => {
  const signIn = signInOf('bob');
  const { AuthenticationResult: { AccessToken } = {} } = await signIn.begin();
  const app = await sdk.send(new AssociateSoftwareTokenCommand({ AccessToken }));
  expect(app.Session).toBeUndefined();
  await sdk.send(new VerifySoftwareTokenCommand({ AccessToken, UserCode: shown(app.SecretCode) }));
  const SoftwareTokenMfaSettings = { Enabled: true, PreferredMfa: true };
  await sdk.send(new SetUserMFAPreferenceCommand({ AccessToken, SoftwareTokenMfaSettings }));
  const { PreferredMfaSetting, UserMFASettingList } = await sdk.send(new GetUserCommand({ AccessToken }));
  expect({ PreferredMfaSetting, UserMFASettingList }).toEqual({
    PreferredMfaSetting: 'SOFTWARE_TOKEN_MFA',
    UserMFASettingList: ['SOFTWARE_TOKEN_MFA'],
  });
  expect((await signIn.begin()).ChallengeName).toBe('SOFTWARE_TOKEN_MFA');
});
