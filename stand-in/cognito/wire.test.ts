// The bytes of Cognito's answers: statuses, headers, bodies, CORS.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { demoClientIds } from '../demo/demo-pool.ts';
import { rawRequest, type RawRequest } from '../raw-request.ts';
import { startStandIn, type StandIn } from '../start.ts';

let standIn: StandIn;
beforeAll(async () => {
  standIn = await startStandIn();
});
afterAll(() => standIn.close());

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

function call(operation: string, body: string, headers: RawRequest['headers'] = {}) {
  return rawRequest({
    port: standIn.port,
    line: 'POST / HTTP/1.1',
    headers: {
      'content-type': 'application/x-amz-json-1.1',
      'x-amz-target': `AWSCognitoIdentityProviderService.${operation}`,
      ...headers,
    },
    body,
  });
}

function initiateAuth(USERNAME: string, PASSWORD: string, ClientId: string = demoClientIds.default) {
  const AuthParameters = { USERNAME, PASSWORD };
  return call('InitiateAuth', JSON.stringify({ AuthFlow: 'USER_PASSWORD_AUTH', ClientId, AuthParameters }));
}

const cors = {
  'access-control-allow-origin': '*',
  'access-control-expose-headers': 'x-amzn-RequestId,x-amzn-ErrorType,x-amzn-ErrorMessage,Date',
};

test('an error is a 400 with a bare type, a lower-case message, and both in headers', async () => {
  const answer = await initiateAuth('alice', 'wrong');
  expect(answer.statusLine).toBe('HTTP/1.1 400 Bad Request');
  expect(answer.body).toBe('{"__type":"NotAuthorizedException","message":"Incorrect username or password."}');
  expect(answer.headers).toMatchObject({
    ...cors,
    'content-type': 'application/x-amz-json-1.1',
    'x-amzn-errortype': 'NotAuthorizedException:',
    'x-amzn-errormessage': 'Incorrect username or password.',
  });
  expect(answer.headers['x-amzn-requestid']).toMatch(uuid);
});

test('a challenge tells its name, a Session and its parameters; a wrong code is an error like any other', async () => {
  const challenge = await initiateAuth('mia', 'Passw0rd!');
  expect(challenge.body).toMatch(
    /^\{"ChallengeName":"SMS_MFA","Session":"AYABe[\w-]+","ChallengeParameters":\{"CODE_DELIVERY_DELIVERY_MEDIUM":"SMS","CODE_DELIVERY_DESTINATION":"\+\*{7}0123","USER_ID_FOR_SRP":"mia"\}\}$/,
  );
  const [, Session] = /"Session":"([^"]+)"/.exec(challenge.body) ?? [];
  const answer = await call(
    'RespondToAuthChallenge',
    JSON.stringify({
      ChallengeName: 'SMS_MFA',
      ClientId: demoClientIds.default,
      Session,
      ChallengeResponses: { USERNAME: 'mia', SMS_MFA_CODE: 'x' },
    }),
  );
  expect(answer.statusLine).toBe('HTTP/1.1 400 Bad Request');
  expect(answer.body).toBe('{"__type":"CodeMismatchException","message":"Invalid code or auth state for the user."}');
  expect(answer.headers).toMatchObject({
    ...cors,
    'x-amzn-errortype': 'CodeMismatchException:',
    'x-amzn-errormessage': 'Invalid code or auth state for the user.',
  });
});

test('tokens come with empty challenge parameters', async () => {
  const answer = await initiateAuth('alice', 'Passw0rd!');
  expect(answer.statusLine).toBe('HTTP/1.1 200 OK');
  expect(answer.body).toMatch(
    /^\{"ChallengeParameters":\{\},"AuthenticationResult":\{"AccessToken":"ey[^"]+","ExpiresIn":3600,"TokenType":"Bearer","RefreshToken":"eyJjdHki[^"]+","IdToken":"ey[^"]+"\}\}$/,
  );
  expect(answer.headers).toMatchObject({ ...cors, 'content-type': 'application/x-amz-json-1.1' });
  expect(answer.headers['x-amzn-requestid']).toMatch(uuid);
  expect(answer.headers).not.toHaveProperty('x-amzn-errortype');
});

test('every answer has a request id of its own', async () => {
  const answers = [await initiateAuth('alice', 'wrong'), await initiateAuth('alice', 'wrong')];
  expect(new Set(answers.map(({ headers }) => headers['x-amzn-requestid'])).size).toBe(2);
});

test('a message that no header can carry goes into the body whole', async () => {
  const answer = await initiateAuth('alice', 'Passw0rd!', 'clïent\r\nx-injected: 1');
  expect(answer.body).toContain(String.raw`Value 'clïent\r\nx-injected: 1' at 'clientId'`);
  expect(answer.headers['x-amzn-errormessage']).toContain("Value 'cl?ent??x-injected: 1' at 'clientId'");
  expect(answer.headers).not.toHaveProperty('x-injected');
});

describe('what is no call of an operation', () => {
  test.each([
    ['a body that is no JSON', () => call('InitiateAuth', '{'), { __type: 'SerializationException' }],
    ['no body', () => call('InitiateAuth', ''), { __type: 'SerializationException' }],
    [
      'a body of another type',
      () => call('GetUser', '{}', { 'content-type': 'text/plain' }),
      { __type: 'SerializationException' },
    ],
    [
      'an operation of a later day',
      () => call('SignUp', '{}'),
      { __type: 'UnknownOperationException', message: 'This stand-in has no SignUp.' },
    ],
    [
      'another service',
      () => call('', '{}', { 'x-amz-target': 'AWSCognitoIdentityService.GetId' }),
      { __type: 'UnknownOperationException', message: 'X-Amz-Target names no operation of Cognito.' },
    ],
  ])('%s', async (_name, request, body) => {
    const answer = await request();
    expect(answer.statusLine).toBe('HTTP/1.1 400 Bad Request');
    expect(JSON.parse(answer.body)).toEqual(body);
    expect(answer.headers).toMatchObject({ ...cors, 'x-amzn-errortype': `${body.__type}:` });
  });
});

test('a preflight allows what Amplify and the AWS SDK send, from everywhere, for two days', async () => {
  const answer = await rawRequest({
    port: standIn.port,
    line: 'OPTIONS / HTTP/1.1',
    headers: {
      origin: 'https://app.example',
      'access-control-request-method': 'POST',
      'access-control-request-headers': 'cache-control,content-type,x-amz-target,x-amz-user-agent',
    },
  });
  expect(answer.statusLine).toBe('HTTP/1.1 200 OK');
  expect(answer.body).toBe('');
  expect(answer.headers).toMatchObject({
    'access-control-allow-origin': '*',
    'access-control-allow-methods': 'POST, OPTIONS',
    'access-control-max-age': '172800',
  });
  const allowed = answer.headers['access-control-allow-headers']?.split(',');
  expect(allowed).toEqual(
    expect.arrayContaining(['cache-control', 'content-type', 'x-amz-target', 'x-amz-user-agent', 'amz-sdk-request']),
  );
});
