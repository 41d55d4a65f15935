// Recovery and confirmation as stock clients see them: the AWS SDK and amazon-cognito-identity-js, both unpatched.
import {
  CodeMismatchException,
  CognitoIdentityProviderClient,
  ConfirmForgotPasswordCommand,
  ConfirmSignUpCommand,
  ExpiredCodeException,
  ForgotPasswordCommand,
  InvalidPasswordException,
  LimitExceededException,
  ResendConfirmationCodeCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { demoClientIds, demoClientSecret } from '../demo/demo-pool.ts';
import { startStandIn, type StandIn } from '../start.ts';
import { identityJsUser } from './identity-js-test-client.ts';
import { secretHashFrom } from './secret-hash.ts';

const ClientId = demoClientIds.withSecret;
const hash = (Username: string) => ({ Username, SecretHash: secretHashFrom(demoClientSecret, Username, ClientId) });
const newPassword = 'N3w!password';

let standIn: StandIn;
let sdk: CognitoIdentityProviderClient;
beforeAll(async () => {
  standIn = await startStandIn();
  sdk = new CognitoIdentityProviderClient({ region: 'eu-west-1', endpoint: standIn.cognitoEndpoint });
});
afterAll(async () => {
  sdk.destroy();
  await standIn.close();
});

const codeFor = (username: string) => standIn.levers.outbox.next((message) => message.username === username);

describe('the AWS SDK', () => {
  test('sets a forgotten password, and knows each refusal by its class', async () => {
    const message = codeFor('alice');
    const { CodeDeliveryDetails } = await sdk.send(new ForgotPasswordCommand({ ClientId, ...hash('alice') }));
    expect(CodeDeliveryDetails?.Destination).toBe('a***@e***');
    const { code } = await message;
    const confirm = (ConfirmationCode: string, Password: string) =>
      sdk.send(new ConfirmForgotPasswordCommand({ ClientId, ...hash('alice'), ConfirmationCode, Password }));
    await expect(confirm(`${code}0`, newPassword)).rejects.toThrow(CodeMismatchException);
    await expect(confirm(code, 'longenough')).rejects.toThrow(InvalidPasswordException);
    await confirm(code, newPassword);
    await expect(confirm(code, newPassword)).rejects.toThrow(ExpiredCodeException);
    expect(standIn.levers.user('alice').password).toBe(newPassword);
  });

  test('confirms a sign-up, and meets the limit', async () => {
    const message = codeFor('ulla');
    const resend = () => sdk.send(new ResendConfirmationCodeCommand({ ClientId, ...hash('ulla') }));
    expect((await resend()).CodeDeliveryDetails).toMatchObject({ AttributeName: 'email', DeliveryMedium: 'EMAIL' });
    const { code: ConfirmationCode } = await message;
    await sdk.send(new ConfirmSignUpCommand({ ClientId, ...hash('ulla'), ConfirmationCode }));
    expect(standIn.levers.user('ulla').status).toBe('CONFIRMED');
    const refused = () => expect(resend()).rejects.toThrow('User is already confirmed.');
    await refused();
    await refused();
    await refused();
    await refused();
    await expect(resend()).rejects.toThrow(LimitExceededException);
  });
});

describe('amazon-cognito-identity-js', () => {
  const userNamed = (username: string) => identityJsUser({ endpoint: standIn.cognitoEndpoint, username });

  test('sets a forgotten password', async () => {
    const user = userNamed('bob');
    const message = codeFor('bob');
    const sent = new Promise((inputVerificationCode, onFailure) => {
      user.forgotPassword({ onSuccess: () => undefined, onFailure, inputVerificationCode });
    });
    expect(await sent).toMatchObject({ CodeDeliveryDetails: { Destination: 'b***@e***' } });
    const { code } = await message;
    const confirmed = await new Promise((onSuccess, onFailure) => {
      user.confirmPassword(code, newPassword, { onSuccess, onFailure });
    });
    expect(confirmed).toBe('SUCCESS');
    expect(standIn.levers.user('bob').password).toBe(newPassword);
  });

  test('confirms a sign-up', async () => {
    standIn.levers.user('carol').status = 'UNCONFIRMED';
    const user = userNamed('carol');
    const message = codeFor('carol');
    const sent = new Promise((resolve, reject) => {
      user.resendConfirmationCode((error: Error | undefined, result: unknown) => {
        if (error) reject(error);
        else resolve(result);
      });
    });
    expect(await sent).toMatchObject({ CodeDeliveryDetails: { DeliveryMedium: 'EMAIL' } });
    const { code } = await message;
    const confirm = (text: string) =>
      new Promise((resolve, reject) => {
        user.confirmRegistration(text, false, (error: Error | undefined, result: unknown) => {
          if (error) reject(error);
          else resolve(result);
        });
      });
    await expect(confirm(`${code}0`)).rejects.toMatchObject({ code: 'CodeMismatchException' });
    expect(await confirm(code)).toBe('SUCCESS');
    expect(standIn.levers.user('carol').status).toBe('CONFIRMED');
  });
});
