// An e-mail address in place of the user name, as stock clients use it: amazon-cognito-identity-js with its own SRP, the AWS SDK
// with a client secret and with AWS signatures.
import {
  AdminInitiateAuthCommand,
  CognitoIdentityProviderClient,
  GetTokensFromRefreshTokenCommand,
  GetUserCommand,
  InitiateAuthCommand,
  NotAuthorizedException,
  RevokeTokenCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import { AuthenticationDetails, type CognitoUserSession } from 'amazon-cognito-identity-js';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { demoEmailClientIds, demoEmailPoolId, demoInes } from '../demo/demo-email-pool.ts';
import { demoIam } from '../demo/demo-iam.ts';
import { demoClientSecret, demoPassword } from '../demo/demo-pool.ts';
import { startStandIn, type StandIn } from '../start.ts';
import { identityJsUser } from './identity-js-test-client.ts';
import { secretHashFrom } from './secret-hash.ts';

// The stock client computes for half a second at each sign-in, and longer on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

const { email, username } = demoInes;
const ClientId = demoEmailClientIds.withSecret;
const hash = (name: string) => secretHashFrom(demoClientSecret, name, ClientId);

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

test('amazon-cognito-identity-js signs in with the address and becomes the real user', async () => {
  const where = {
    endpoint: standIn.cognitoEndpoint,
    userPoolId: demoEmailPoolId,
    appClientId: demoEmailClientIds.default,
  };
  const user = identityJsUser({ ...where, username: email });
  const details = new AuthenticationDetails({ Username: email, Password: demoPassword });
  const session = await new Promise<CognitoUserSession>((onSuccess, onFailure) => {
    user.authenticateUser(details, { onSuccess, onFailure });
  });
  expect(user.getUsername()).toBe(username);
  expect(session.getIdToken().decodePayload()).toMatchObject({ 'cognito:username': username, sub: username, email });
});

test('the SDK goes from password to revocation with a client secret', async () => {
  const AuthParameters = { USERNAME: email, PASSWORD: demoPassword, SECRET_HASH: hash(email) };
  const begin = new InitiateAuthCommand({ AuthFlow: 'USER_PASSWORD_AUTH', ClientId, AuthParameters });
  const { AuthenticationResult: first } = await sdk.send(begin);
  const who = await sdk.send(new GetUserCommand({ AccessToken: first?.AccessToken }));
  expect(who.Username).toBe(username);
  const refresh = (name: string) => {
    const parameters = { REFRESH_TOKEN: first?.RefreshToken ?? '', SECRET_HASH: hash(name) };
    return sdk.send(new InitiateAuthCommand({ AuthFlow: 'REFRESH_TOKEN_AUTH', ClientId, AuthParameters: parameters }));
  };
  await expect(refresh(email)).rejects.toThrow(NotAuthorizedException);
  expect((await refresh(username)).AuthenticationResult?.IdToken).toBeDefined();
  const secret = { ClientId, ClientSecret: demoClientSecret };
  const exchange = new GetTokensFromRefreshTokenCommand({ RefreshToken: first?.RefreshToken, ...secret });
  expect((await sdk.send(exchange)).AuthenticationResult?.IdToken).toBeDefined();
  await sdk.send(new RevokeTokenCommand({ Token: first?.RefreshToken, ...secret }));
  await expect(sdk.send(exchange)).rejects.toThrow('Refresh Token has been revoked');
});

test('the SDK signs in by the admin flow with both secrets: the client’s and AWS’s', async () => {
  const AuthParameters = { USERNAME: email, PASSWORD: demoPassword, SECRET_HASH: hash(email) };
  const command = {
    UserPoolId: demoEmailPoolId,
    ClientId,
    AuthFlow: 'ADMIN_USER_PASSWORD_AUTH',
    AuthParameters,
  } as const;
  expect((await sdk.send(new AdminInitiateAuthCommand(command))).AuthenticationResult?.IdToken).toBeDefined();
  const wrong = { ...command, AuthParameters: { ...AuthParameters, SECRET_HASH: hash(username) } };
  await expect(sdk.send(new AdminInitiateAuthCommand(wrong))).rejects.toThrow(
    `Unable to verify secret hash for client ${ClientId}`,
  );
});
