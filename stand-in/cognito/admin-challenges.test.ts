// Every challenge by the admin operations, each call signed by AWS's own SDK. The client has a secret where the demo has such a
// one, so that every answer carries the right secret hash as well.
import {
  AdminInitiateAuthCommand,
  AdminRespondToAuthChallengeCommand,
  AssociateSoftwareTokenCommand,
  CognitoIdentityProviderClient,
  VerifySoftwareTokenCommand,
  type AdminRespondToAuthChallengeResponse,
  type AuthFlowType,
} from '@aws-sdk/client-cognito-identity-provider';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { demoDeviceClientId, demoDevicePoolId } from '../demo/demo-device-pool.ts';
import { demoIam } from '../demo/demo-iam.ts';
import { demoMfaClientId, demoMfaPoolId } from '../demo/demo-mfa-pool.ts';
import { demoClientIds, demoClientSecret, demoPassword, demoPoolId } from '../demo/demo-pool.ts';
import { demoTotpSecrets } from '../demo/demo-people.ts';
import { startStandIn, type StandIn } from '../start.ts';
import { secretHashFrom } from './secret-hash.ts';
import { clientPublicHex, proofFrom } from './srp-test-client.ts';
import { totpAt } from './totp.ts';

const { adminWithSecret, customAuth } = demoClientIds;

let standIn: StandIn;
let sdk: CognitoIdentityProviderClient;
beforeAll(async () => {
  standIn = await startStandIn();
  const credentials = demoIam.allowed;
  sdk = new CognitoIdentityProviderClient({ region: 'eu-west-1', endpoint: standIn.cognitoEndpoint, credentials });
});
afterAll(async () => {
  sdk.destroy();
  await standIn.close();
});

/** One person's sign-in at one client, step by step. */
function signInOf(username: string, ClientId: string = adminWithSecret, UserPoolId: string = demoPoolId) {
  const who = {
    USERNAME: username,
    ...(ClientId === adminWithSecret && { SECRET_HASH: secretHashFrom(demoClientSecret, username, ClientId) }),
  };
  return {
    begin: (AuthFlow: AuthFlowType, parameters: Record<string, string>) => {
      const AuthParameters = { ...who, ...parameters };
      return sdk.send(new AdminInitiateAuthCommand({ UserPoolId, ClientId, AuthFlow, AuthParameters }));
    },
    answer: ({ ChallengeName, Session }: AdminRespondToAuthChallengeResponse, responses: Record<string, string>) => {
      const ChallengeResponses = { ...who, ...responses };
      const command = { UserPoolId, ClientId, ChallengeName, Session, ChallengeResponses };
      return sdk.send(new AdminRespondToAuthChallengeCommand(command));
    },
  };
}

const withPassword = (username: string) =>
  signInOf(username).begin('ADMIN_USER_PASSWORD_AUTH', { PASSWORD: demoPassword });
const codeFor = (username: string) =>
  standIn.levers.outbox.messages.findLast((message) => message.username === username)?.code ?? '';
const expectTokens = ({ AuthenticationResult }: AdminRespondToAuthChallengeResponse) => {
  expect(AuthenticationResult).toMatchObject({ ExpiresIn: 3600, TokenType: 'Bearer' });
};

/** USER_SRP_AUTH up to what follows the password. */
async function withSrp(poolName: string, begun: ReturnType<typeof signInOf>) {
  const challenge = await begun.begin('USER_SRP_AUTH', { SRP_A: clientPublicHex });
  expect(challenge.ChallengeName).toBe('PASSWORD_VERIFIER');
  const parameters = challenge.ChallengeParameters ?? {};
  const now = standIn.levers.now();
  return begun.answer(challenge, proofFrom({ parameters, poolName, password: demoPassword, now }));
}

test('NEW_PASSWORD_REQUIRED', async () => {
  const challenge = await withPassword('nina');
  expect(challenge.ChallengeName).toBe('NEW_PASSWORD_REQUIRED');
  const answer = { NEW_PASSWORD: 'N3w!password', 'userAttributes.name': 'Nina' };
  expectTokens(await signInOf('nina').answer(challenge, answer));
});

test.each([
  ['SMS_MFA', 'mia', 'SMS_MFA_CODE'],
  ['EMAIL_OTP', 'emma', 'EMAIL_OTP_CODE'],
])('%s', async (name, username, member) => {
  const challenge = await withPassword(username);
  expect(challenge.ChallengeName).toBe(name);
  const answer = (code: string) => signInOf(username).answer(challenge, { [member]: code });
  await expect(answer('x')).rejects.toMatchObject({ name: 'CodeMismatchException' });
  expectTokens(await answer(codeFor(username)));
  await expect(answer(codeFor(username))).rejects.toThrow('session can only be used once.');
});

test('SOFTWARE_TOKEN_MFA', async () => {
  const challenge = await withPassword('tom');
  expect(challenge.ChallengeName).toBe('SOFTWARE_TOKEN_MFA');
  const code = totpAt(demoTotpSecrets.tom, standIn.levers.now());
  expectTokens(await signInOf('tom').answer(challenge, { SOFTWARE_TOKEN_MFA_CODE: code }));
});

test('SELECT_MFA_TYPE, and the factor that was chosen', async () => {
  const choice = await withPassword('sam');
  expect(choice.ChallengeName).toBe('SELECT_MFA_TYPE');
  const factor = await signInOf('sam').answer(choice, { ANSWER: 'SMS_MFA' });
  expect(factor.ChallengeName).toBe('SMS_MFA');
  expectTokens(await signInOf('sam').answer(factor, { SMS_MFA_CODE: codeFor('sam') }));
});

test('MFA_SETUP, after SRP', async () => {
  const max = signInOf('max', demoMfaClientId, demoMfaPoolId);
  const setup = await withSrp('Dem0Mfa2x', max);
  expect(setup.ChallengeName).toBe('MFA_SETUP');
  const app = await sdk.send(new AssociateSoftwareTokenCommand({ Session: setup.Session }));
  const UserCode = totpAt(app.SecretCode ?? '', standIn.levers.now());
  const verified = await sdk.send(new VerifySoftwareTokenCommand({ Session: app.Session, UserCode }));
  expectTokens(await max.answer({ ChallengeName: 'MFA_SETUP', Session: verified.Session }, {}));
});

test('CUSTOM_CHALLENGE', async () => {
  const cleo = signInOf('cleo', customAuth);
  const riddle = await cleo.begin('CUSTOM_AUTH', {});
  expect(riddle.ChallengeName).toBe('CUSTOM_CHALLENGE');
  const again = await cleo.answer(riddle, { ANSWER: 'tide' });
  expect(again.ChallengeName).toBe('CUSTOM_CHALLENGE');
  expectTokens(await cleo.answer(again, { ANSWER: 'water' }));
});

test('ADMIN_NO_SRP_AUTH', async () => {
  const challenge = await signInOf('alice').begin('ADMIN_NO_SRP_AUTH', {});
  expect(challenge.ChallengeName).toBe('ADMIN_NO_SRP_AUTH');
  expectTokens(await signInOf('alice').answer(challenge, { PASSWORD: demoPassword }));
});

test('PASSWORD_VERIFIER in a pool that tracks devices, which tells of a new one', async () => {
  const result = await withSrp('Dem0Dev3x', signInOf('vera', demoDeviceClientId, demoDevicePoolId));
  expectTokens(result);
  expect(result.AuthenticationResult?.NewDeviceMetadata?.DeviceKey).toMatch(/^eu-west-1_/);
});

test('an answer whose secret hash is another one’s is refused, and costs nothing', async () => {
  const challenge = await withPassword('mia');
  const responses = { SMS_MFA_CODE: codeFor('mia') };
  const foreign = { ...responses, SECRET_HASH: secretHashFrom(demoClientSecret, 'emma', adminWithSecret) };
  await expect(signInOf('mia').answer(challenge, foreign)).rejects.toThrow(
    `Unable to verify secret hash for client ${adminWithSecret}`,
  );
  expectTokens(await signInOf('mia').answer(challenge, responses));
});
