// A witness that knows nothing of this stand-in: AWS's own SDK, unpatched, told only where the endpoint is. The SDK has no SRP;
// identity-js.test.ts proves that.
import {
  CognitoIdentityProviderClient,
  GetTokensFromRefreshTokenCommand,
  GetUserCommand,
  GlobalSignOutCommand,
  InitiateAuthCommand,
  InvalidPasswordException,
  NotAuthorizedException,
  RespondToAuthChallengeCommand,
  ResourceNotFoundException,
  RevokeTokenCommand,
  SignUpCommand,
  UserNotConfirmedException,
} from '@aws-sdk/client-cognito-identity-provider';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { demoClientIds, demoPassword } from '../demo/demo-pool.ts';
import { startStandIn, type StandIn } from '../start.ts';

const { default: ClientId, rotatingRefresh } = demoClientIds;

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

function signIn(USERNAME: string, special: { client?: string; password?: string } = {}) {
  const { client = ClientId, password = demoPassword } = special;
  const AuthParameters = { USERNAME, PASSWORD: password };
  return sdk.send(new InitiateAuthCommand({ AuthFlow: 'USER_PASSWORD_AUTH', ClientId: client, AuthParameters }));
}

async function tokensOf(username: string, client?: string) {
  const { AuthenticationResult: result } = await signIn(username, { ...(client && { client }) });
  expect(result).toMatchObject({ ExpiresIn: 3600, TokenType: 'Bearer' });
  return { AccessToken: result?.AccessToken, RefreshToken: result?.RefreshToken };
}

test('signs in with a password and asks who it is', async () => {
  const { AccessToken } = await tokensOf('carol');
  const { Username, UserAttributes } = await sdk.send(new GetUserCommand({ AccessToken }));
  expect(Username).toBe('carol');
  expect(UserAttributes).toContainEqual({ Name: 'email', Value: 'carol@example.com' });
});

test('sets a new password', async () => {
  const { ChallengeName, Session, ChallengeParameters } = await signIn('nina');
  expect(ChallengeName).toBe('NEW_PASSWORD_REQUIRED');
  expect(JSON.parse(ChallengeParameters?.['requiredAttributes'] ?? '')).toEqual(['userAttributes.name']);
  const answer = (NEW_PASSWORD: string) => {
    const ChallengeResponses = { USERNAME: 'nina', NEW_PASSWORD, 'userAttributes.name': 'Nina' };
    return sdk.send(new RespondToAuthChallengeCommand({ ClientId, ChallengeName, Session, ChallengeResponses }));
  };
  await expect(answer('short')).rejects.toThrow(InvalidPasswordException);
  const { AuthenticationResult } = await answer('N3w!password');
  expect(AuthenticationResult?.IdToken).toBeDefined();
});

test('refreshes by both operations, and revokes', async () => {
  const { RefreshToken } = await tokensOf('alice');
  const AuthParameters = { REFRESH_TOKEN: RefreshToken ?? '' };
  const refresh = new InitiateAuthCommand({ AuthFlow: 'REFRESH_TOKEN_AUTH', ClientId, AuthParameters });
  expect((await sdk.send(refresh)).AuthenticationResult).not.toHaveProperty('RefreshToken');
  const exchange = new GetTokensFromRefreshTokenCommand({ RefreshToken, ClientId });
  expect((await sdk.send(exchange)).AuthenticationResult?.IdToken).toBeDefined();
  await sdk.send(new RevokeTokenCommand({ Token: RefreshToken, ClientId }));
  await expect(sdk.send(exchange)).rejects.toThrow('Refresh Token has been revoked');
});

test('rotates', async () => {
  const { RefreshToken } = await tokensOf('alice', rotatingRefresh);
  const exchange = new GetTokensFromRefreshTokenCommand({ RefreshToken, ClientId: rotatingRefresh });
  expect((await sdk.send(exchange)).AuthenticationResult?.RefreshToken).not.toBe(RefreshToken);
});

test('signs out everywhere', async () => {
  const { AccessToken } = await tokensOf('bob');
  await sdk.send(new GlobalSignOutCommand({ AccessToken }));
  await expect(sdk.send(new GetUserCommand({ AccessToken }))).rejects.toThrow('Access Token has been revoked');
});

describe('knows the errors by their classes', () => {
  test.each([
    ['a wrong password', () => signIn('alice', { password: 'wrong' }), NotAuthorizedException],
    ['an unconfirmed user', () => signIn('ulla'), UserNotConfirmedException],
    ['an unknown client', () => signIn('alice', { client: 'nosuchclient' }), ResourceNotFoundException],
  ])('%s', async (_name, attempt, kind) => {
    await expect(attempt()).rejects.toThrow(kind);
  });

  test('an operation that is not here', async () => {
    const signUp = new SignUpCommand({ ClientId, Username: 'zoe', Password: demoPassword });
    await expect(sdk.send(signUp)).rejects.toMatchObject({
      name: 'UnknownOperationException',
      message: 'This stand-in has no SignUp.',
    });
  });
});
