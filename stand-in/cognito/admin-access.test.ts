// AWS's own SDK signs the admin calls, unpatched; wrong keys, and right ones without permission, are refused.
import {
  AdminInitiateAuthCommand,
  AdminRespondToAuthChallengeCommand,
  CognitoIdentityProviderClient,
} from '@aws-sdk/client-cognito-identity-provider';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { demoIam } from '../demo/demo-iam.ts';
import { demoClientIds, demoPassword, demoPoolId } from '../demo/demo-pool.ts';
import { rawRequest } from '../raw-request.ts';
import { startStandIn, type StandIn } from '../start.ts';

// Each test starts a stand-in of its own, whose signing keys take their time on a busy machine.
vi.setConfig({ testTimeout: 30_000, hookTimeout: 30_000 });

const pool = { UserPoolId: demoPoolId, ClientId: demoClientIds.adminOnly };
const poolArn = `arn:aws:cognito-idp:eu-west-1:123456789012:userpool/${demoPoolId}`;

let standIn: StandIn;
const clients: CognitoIdentityProviderClient[] = [];
beforeEach(async () => {
  standIn = await startStandIn();
});
afterEach(async () => {
  for (const client of clients.splice(0)) client.destroy();
  await standIn.close();
});

interface Keys {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string;
}

function clientWith(credentials: Keys, region = 'eu-west-1'): CognitoIdentityProviderClient {
  const client = new CognitoIdentityProviderClient({ region, endpoint: standIn.cognitoEndpoint, credentials });
  clients.push(client);
  return client;
}

function signIn(credentials: Keys, USERNAME = 'alice', region?: string) {
  const AuthParameters = { USERNAME, PASSWORD: demoPassword };
  const command = new AdminInitiateAuthCommand({ ...pool, AuthFlow: 'ADMIN_USER_PASSWORD_AUTH', AuthParameters });
  return clientWith(credentials, region).send(command);
}

test.each([
  ['a user', demoIam.allowed],
  ['a session', demoIam.temporary],
])('%s signs somebody in', async (_name, credentials) => {
  const { AuthenticationResult } = await signIn(credentials);
  expect(AuthenticationResult).toMatchObject({ ExpiresIn: 3600, TokenType: 'Bearer' });
});

test('answers a challenge', async () => {
  const { ChallengeName, Session } = await signIn(demoIam.allowed, 'nina');
  const ChallengeResponses = { USERNAME: 'nina', NEW_PASSWORD: 'N3w!password', 'userAttributes.name': 'Nina' };
  const command = new AdminRespondToAuthChallengeCommand({ ...pool, ChallengeName, Session, ChallengeResponses });
  await expect(clientWith(demoIam.denied).send(command)).rejects.toMatchObject({ name: 'AccessDeniedException' });
  expect((await clientWith(demoIam.allowed).send(command)).AuthenticationResult?.IdToken).toBeDefined();
});

describe('refuses', () => {
  test.each<[string, Keys, string, string | RegExp]>([
    [
      'a wrong secret',
      { ...demoIam.allowed, secretAccessKey: 'wrong' },
      'InvalidSignatureException',
      /^The request signature we calculated does not match/,
    ],
    [
      'an unknown key',
      { ...demoIam.allowed, accessKeyId: 'AKIANOSUCHKEYEXAMPLE' },
      'UnrecognizedClientException',
      'The security token included in the request is invalid.',
    ],
    [
      'who may not',
      demoIam.denied,
      'AccessDeniedException',
      `User: arn:aws:iam::123456789012:user/denied is not authorized to perform: cognito-idp:AdminInitiateAuth on resource: ${poolArn} because no identity-based policy allows the cognito-idp:AdminInitiateAuth action`,
    ],
  ])('%s', async (_name, credentials, name, message) => {
    await expect(signIn(credentials)).rejects.toMatchObject({
      name,
      message: typeof message === 'string' ? message : (expect.stringMatching(message) as string),
      $metadata: { httpStatusCode: 400 },
    });
  });

  test('a session that ended', async () => {
    standIn.levers.expireAwsSessions();
    await expect(signIn(demoIam.temporary)).rejects.toMatchObject({
      name: 'ExpiredTokenException',
      message: 'The security token included in the request is expired',
    });
  });

  test('what was signed for another region', async () => {
    await expect(signIn(demoIam.allowed, 'alice', 'us-east-1')).rejects.toMatchObject({
      name: 'InvalidSignatureException',
      message: 'Credential should be scoped to a valid region. ',
    });
  });

  test('a call without a signature, before it looks at what is asked', async () => {
    const answer = await rawRequest({
      port: standIn.port,
      line: 'POST / HTTP/1.1',
      headers: {
        'content-type': 'application/x-amz-json-1.1',
        'x-amz-target': 'AWSCognitoIdentityProviderService.AdminInitiateAuth',
      },
      body: '{}',
    });
    expect(answer.statusLine).toBe('HTTP/1.1 400 Bad Request');
    expect(answer.headers['x-amzn-errortype']).toBe('MissingAuthenticationTokenException:');
    expect(answer.body).toBe(
      '{"__type":"MissingAuthenticationTokenException","message":"Missing Authentication Token"}',
    );
  });
});

test('a policy for one pool and one action lets in there and nowhere else', async () => {
  standIn.levers.principal('denied').policy = {
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Action: ['cognito-idp:AdminInitiateAuth'], Resource: [poolArn] }],
  };
  const { Session, ChallengeName } = await signIn(demoIam.denied, 'nina');
  const command = new AdminRespondToAuthChallengeCommand({ ...pool, ChallengeName, Session });
  await expect(clientWith(demoIam.denied).send(command)).rejects.toThrow(
    'because no identity-based policy allows the cognito-idp:AdminRespondToAuthChallenge action',
  );
});

test('an SDK whose clock differs by an hour signs in all the same', async () => {
  standIn.levers.moveClock(-3_600_000);
  expect((await signIn(demoIam.allowed)).AuthenticationResult).toBeDefined();
});
