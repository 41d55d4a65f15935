// Every challenge that stock amazon-cognito-identity-js, unpatched, can answer, after its own SRP.
import { AuthenticationDetails, type CognitoUser, type CognitoUserSession } from 'amazon-cognito-identity-js';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { demoMfaClientId, demoMfaPoolId } from '../demo/demo-mfa-pool.ts';
import { demoTotpSecrets } from '../demo/demo-people.ts';
import { demoClientIds, demoPassword } from '../demo/demo-pool.ts';
import { startStandIn, type StandIn } from '../start.ts';
import { identityJsUser } from './identity-js-test-client.ts';
import { totpAt } from './totp.ts';

// The library's own arithmetic takes half a second of a machine that has nothing else to do.
vi.setConfig({ testTimeout: 20_000 });

let standIn: StandIn;
beforeAll(async () => {
  standIn = await startStandIn();
});
afterAll(() => standIn.close());

/** Which of the library's callbacks came, and with what. */
type Step =
  | { readonly was: 'in'; readonly session: CognitoUserSession }
  | { readonly was: 'asked'; readonly challenge: string; readonly parameters: unknown };

type Callbacks = ReturnType<typeof callbacksOf>;
const callbacksOf = (resolve: (step: Step) => void, onFailure: (error: Error) => void) => {
  const asked = (challenge: string, parameters: unknown) => {
    resolve({ was: 'asked', challenge, parameters });
  };
  return {
    onSuccess: (session: CognitoUserSession) => {
      resolve({ was: 'in', session });
    },
    onFailure,
    mfaRequired: asked,
    totpRequired: asked,
    selectMFAType: asked,
    mfaSetup: asked,
    customChallenge: (parameters: unknown) => {
      asked('CUSTOM_CHALLENGE', parameters);
    },
    newPasswordRequired: () => {
      asked('NEW_PASSWORD_REQUIRED', {});
    },
  };
};
const step = (act: (callbacks: Callbacks) => void) =>
  new Promise<Step>((resolve, reject) => {
    act(callbacksOf(resolve, reject));
  });

const userNamed = (username: string, appClientId?: string) =>
  identityJsUser({ endpoint: standIn.cognitoEndpoint, username, ...(appClientId && { appClientId }) });
const userOfMfaPool = (username: string) =>
  identityJsUser({
    endpoint: standIn.cognitoEndpoint,
    username,
    userPoolId: demoMfaPoolId,
    appClientId: demoMfaClientId,
  });

function begin(user: CognitoUser, Password = demoPassword): Promise<Step> {
  const details = new AuthenticationDetails({ Username: user.getUsername(), Password });
  return step((callbacks) => {
    user.authenticateUser(details, callbacks);
  });
}

const sendCode = (user: CognitoUser, code: string, type: 'SMS_MFA' | 'SOFTWARE_TOKEN_MFA') =>
  step((callbacks) => {
    user.sendMFACode(code, callbacks, type);
  });
const guess = (user: CognitoUser, answer: string) =>
  step((callbacks) => {
    user.sendCustomChallengeAnswer(answer, callbacks);
  });

const sentTo = (username: string) => standIn.levers.outbox.next((message) => message.username === username);
const shown = (secret: string) => totpAt(secret, standIn.levers.now());
const otherThan = (code: string) => code.replace(/.$/, (digit) => String((Number(digit) + 1) % 10));

function expectIn(reached: Step, username: string): void {
  if (reached.was !== 'in') throw new Error(`${reached.challenge} was asked instead.`);
  expect(reached.session.getIdToken().decodePayload()).toMatchObject({ 'cognito:username': username });
}

async function setUpApp(user: CognitoUser): Promise<void> {
  const secret = await new Promise<string>((associateSecretCode, onFailure) => {
    user.associateSoftwareToken({ associateSecretCode, onFailure });
  });
  const verify = (code: string) =>
    step((callbacks) => {
      user.verifySoftwareToken(code, 'telephone', callbacks);
    });
  await expect(verify(otherThan(shown(secret)))).rejects.toMatchObject({ code: 'EnableSoftwareTokenMFAException' });
  expectIn(await verify(shown(secret)), user.getUsername());
}

test('SMS_MFA', async () => {
  const user = userNamed('mia');
  const message = sentTo('mia');
  expect(await begin(user)).toMatchObject({
    challenge: 'SMS_MFA',
    parameters: { CODE_DELIVERY_DELIVERY_MEDIUM: 'SMS', CODE_DELIVERY_DESTINATION: '+*******0123' },
  });
  const { code } = await message;
  await expect(sendCode(user, otherThan(code), 'SMS_MFA')).rejects.toMatchObject({ code: 'CodeMismatchException' });
  expectIn(await sendCode(user, code, 'SMS_MFA'), 'mia');
});

test('SOFTWARE_TOKEN_MFA', async () => {
  const user = userNamed('tom');
  expect(await begin(user)).toMatchObject({
    challenge: 'SOFTWARE_TOKEN_MFA',
    parameters: { FRIENDLY_DEVICE_NAME: 'pretend phone' },
  });
  const code = shown(demoTotpSecrets.tom);
  const wrong = sendCode(user, otherThan(code), 'SOFTWARE_TOKEN_MFA');
  await expect(wrong).rejects.toMatchObject({ message: 'Invalid code received for user' });
  expectIn(await sendCode(user, code, 'SOFTWARE_TOKEN_MFA'), 'tom');
});

test('SELECT_MFA_TYPE, and the factor that was chosen', async () => {
  const user = userNamed('sam');
  expect(await begin(user)).toMatchObject({
    challenge: 'SELECT_MFA_TYPE',
    parameters: { MFAS_CAN_CHOOSE: '["SMS_MFA","SOFTWARE_TOKEN_MFA"]' },
  });
  const chosen = await step((callbacks) => {
    user.sendMFASelectionAnswer('SOFTWARE_TOKEN_MFA', callbacks);
  });
  expect(chosen).toMatchObject({ challenge: 'SOFTWARE_TOKEN_MFA' });
  expectIn(await sendCode(user, shown(demoTotpSecrets.sam), 'SOFTWARE_TOKEN_MFA'), 'sam');
});

test('MFA_SETUP', async () => {
  const user = userOfMfaPool('max');
  expect(await begin(user)).toMatchObject({
    challenge: 'MFA_SETUP',
    parameters: { MFAS_CAN_SETUP: '["SOFTWARE_TOKEN_MFA"]' },
  });
  await setUpApp(user);
});

test('a chain: new password, then MFA_SETUP', async () => {
  const user = userOfMfaPool('nora');
  expect(await begin(user)).toMatchObject({ challenge: 'NEW_PASSWORD_REQUIRED' });
  const next = await step((callbacks) => {
    user.completeNewPasswordChallenge('N3w!password', {}, callbacks);
  });
  expect(next).toMatchObject({ challenge: 'MFA_SETUP' });
  await setUpApp(user);
});

test('CUSTOM_CHALLENGE after the password', async () => {
  const user = userNamed('cleo', demoClientIds.customAuth);
  user.setAuthenticationFlowType('CUSTOM_AUTH');
  expect(await begin(user)).toMatchObject({ challenge: 'CUSTOM_CHALLENGE', parameters: { triesLeft: '3' } });
  expect(await guess(user, 'tide')).toMatchObject({ challenge: 'CUSTOM_CHALLENGE', parameters: { triesLeft: '2' } });
  expectIn(await guess(user, 'water'), 'cleo');
  await expect(begin(user, 'Wr0ng!word')).rejects.toMatchObject({ message: 'Incorrect username or password.' });
});

test('CUSTOM_CHALLENGE without a password', async () => {
  const user = userNamed('cleo', demoClientIds.customAuth);
  const details = new AuthenticationDetails({ Username: 'cleo' });
  const asked = await step((callbacks) => {
    user.initiateAuth(details, callbacks);
  });
  expect(asked).toMatchObject({ challenge: 'CUSTOM_CHALLENGE', parameters: { triesLeft: '3' } });
  expectIn(await guess(user, 'water'), 'cleo');
});
