// The AWS SDK, unpatched, against a server that answers what a test tells it to: how each answer is understood.
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import type { AdminSignInRequest } from '../api.ts';
import { createAdminCalls } from './admin-calls.ts';
import { createAwsCredentials } from './aws-credentials.ts';

interface Told {
  readonly status: number;
  readonly body: string;
}

let server: Server;
let origin = '';
let sts: Told = { status: 500, body: '' };
let cognito: Told | 'silence' = { status: 200, body: '{}' };
const asked: { target: string; headers: IncomingHttpHeaders; body: string }[] = [];

beforeAll(async () => {
  server = createServer((request, response) => {
    let body = '';
    request.on('data', (data: Buffer) => (body += data.toString()));
    request.on('end', () => {
      const target = String(request.headers['x-amz-target'] ?? 'STS');
      asked.push({ target, headers: request.headers, body });
      const told = target === 'STS' ? sts : cognito;
      if (told === 'silence') return;
      response.writeHead(told.status, { location: 'http://127.0.0.1:9/' }).end(told.body);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  origin = `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}/`;
});
afterEach(() => {
  vi.unstubAllEnvs();
  asked.length = 0;
  sts = { status: 500, body: '' };
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const environment = { AWS_CONFIG_FILE: '/nowhere/config', AWS_SHARED_CREDENTIALS_FILE: '/nowhere/credentials' };
const secretKey = 'a/secret/key/that/must/never/be/seen/EXAMPLE';

function calls(timeoutMs?: number) {
  const identity = { accessKeyId: 'AKIAEXAMPLE', secretAccessKey: secretKey, sessionToken: 'the-session-token' };
  const credentials = createAwsCredentials({ environment, openChain: () => () => Promise.resolve(identity) });
  return createAdminCalls({ credentials, ...(timeoutMs !== undefined && { timeoutMs }) });
}

const request = (over: Partial<AdminSignInRequest> = {}): AdminSignInRequest => ({
  cognitoEndpoint: origin,
  userPoolId: 'eu-west-1_AbC',
  operation: 'AdminInitiateAuth',
  input: {
    AuthFlow: 'ADMIN_USER_PASSWORD_AUTH',
    ClientId: '1example',
    AuthParameters: { USERNAME: 'alice', PASSWORD: 'Passw0rd!' },
  },
  ...(over as object),
});

const call = (told: Told, over: Partial<AdminSignInRequest> = {}) => {
  cognito = told;
  return calls()(request(over), new AbortController().signal);
};

const aws = (type: string, message: string, status = 400): Told => ({
  status,
  body: JSON.stringify({ __type: type, message }),
});

const identityXml =
  '<GetCallerIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><GetCallerIdentityResult>' +
  '<Arn>arn:aws:iam::555566667777:user/dev</Arn><UserId>AIDA</UserId><Account>555566667777</Account>' +
  '</GetCallerIdentityResult></GetCallerIdentityResponse>';

describe('a call of the admin flow', () => {
  it('is signed for the pool’s region and carries the pool that was asked for', async () => {
    expect(
      await call({ status: 200, body: '{"ChallengeName":"SMS_MFA","Session":"s","ChallengeParameters":{}}' }),
    ).toEqual({
      kind: 'reply',
      reply: { ChallengeName: 'SMS_MFA', Session: 's', ChallengeParameters: {} },
    });
    const [sent] = asked;
    expect(sent?.target).toBe('AWSCognitoIdentityProviderService.AdminInitiateAuth');
    expect(sent?.headers['authorization']).toMatch(
      /^AWS4-HMAC-SHA256 Credential=AKIAEXAMPLE\/\d{8}\/eu-west-1\/cognito-idp\/aws4_request/,
    );
    expect(sent?.headers['x-amz-security-token']).toBe('the-session-token');
    expect(JSON.parse(sent?.body ?? '')).toMatchObject({ UserPoolId: 'eu-west-1_AbC', ClientId: '1example' });
  });

  it('answers a challenge with the newest session', async () => {
    const input = {
      ClientId: '1example',
      ChallengeName: 'SMS_MFA',
      Session: 's',
      ChallengeResponses: { USERNAME: 'alice', SMS_MFA_CODE: '123456' },
    };
    await call({ status: 200, body: '{}' }, { operation: 'AdminRespondToAuthChallenge', input });
    expect(asked[0]?.target).toBe('AWSCognitoIdentityProviderService.AdminRespondToAuthChallenge');
    expect(JSON.parse(asked[0]?.body ?? '')).toEqual({ ...input, UserPoolId: 'eu-west-1_AbC' });
  });

  it.each([
    ['AWS_ENDPOINT_URL', 'http://127.0.0.1:9/'],
    ['AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER', 'http://127.0.0.1:9/'],
    ['AWS_USE_FIPS_ENDPOINT', 'true'],
    ['AWS_USE_DUALSTACK_ENDPOINT', 'true'],
    ['AWS_REGION', 'us-east-1'],
    ['AWS_MAX_ATTEMPTS', '5'],
  ])('goes nowhere else for %s', async (name, value) => {
    vi.stubEnv(name, value);
    expect(await call({ status: 200, body: '{}' })).toEqual({ kind: 'reply', reply: {} });
    expect(asked[0]?.headers['authorization']).toContain('/eu-west-1/cognito-idp/');
  });

  it.each([
    ['a proxy', { cognitoEndpoint: 'https://auth.example.com/' }, 'only for cognito-idp.eu-west-1.amazonaws.com'],
    [
      'a pool of no region',
      { cognitoEndpoint: 'https://auth.example.com/', userPoolId: 'local_A' },
      'names no AWS region',
    ],
  ])('is not signed for %s', async (_, over, words) => {
    const answer = await call({ status: 200, body: '{}' }, over);
    expect(answer).toEqual({ kind: 'refused', why: expect.stringContaining(words) });
    expect(asked).toEqual([]);
  });
});

describe('what Cognito refuses', () => {
  it.each([
    ['a wrong password', aws('NotAuthorizedException', 'Incorrect username or password.'), 'NotAuthorizedException'],
    ['too many', aws('TooManyRequestsException', 'Rate exceeded', 429), 'TooManyRequestsException'],
    ['a fault of its own', aws('InternalErrorException', '', 500), 'InternalErrorException'],
    ['what this SDK does not know', aws('com.example#SomethingNewException', 'new'), 'SomethingNewException'],
  ])('is handed on, and %s is tried once only', async (_, told, code) => {
    expect(await call(told)).toEqual({ kind: 'aws-error', code, message: expect.any(String) });
    expect(asked).toHaveLength(1);
  });

  it('does not repeat the password', async () => {
    const answer = await call(aws('UserLambdaValidationException', 'PreAuthentication failed for alice:Passw0rd!'));
    expect(answer).toMatchObject({ kind: 'aws-error', message: 'PreAuthentication failed for alice:…' });
  });
});

describe('what AWS refuses of who signed', () => {
  it.each([
    ['UnrecognizedClientException', 'The security token included in the request is invalid.', 'invalid'],
    ['InvalidSignatureException', 'The request signature we calculated does not match', 'invalid'],
    ['InvalidSignatureException', 'Signature expired: 20260101T000000Z is now earlier than', 'clock'],
    ['ExpiredTokenException', 'The security token included in the request is expired', 'expired'],
  ])('%s, %s', async (type, message, reason) => {
    expect(await call(aws(type, message))).toMatchObject({ kind: 'no-credentials', reason });
  });

  const refusal = (resource: string) =>
    aws(
      'AccessDeniedException',
      `User: dev is not authorized to perform: cognito-idp:AdminInitiateAuth on resource: ${resource}`,
    );

  it('names the missing action, and the policy with the pool’s account as the refusal tells it', async () => {
    const answer = await call(refusal('arn:aws:cognito-idp:eu-west-1:111122223333:userpool/eu-west-1_AbC'));
    expect(answer).toMatchObject({ kind: 'iam', action: 'cognito-idp:AdminInitiateAuth', accountKnown: true });
    expect(JSON.parse(answer.kind === 'iam' ? answer.policy : '')).toEqual({
      Version: '2012-10-17',
      Statement: [
        {
          Effect: 'Allow',
          Action: ['cognito-idp:AdminInitiateAuth', 'cognito-idp:AdminRespondToAuthChallenge'],
          Resource: 'arn:aws:cognito-idp:eu-west-1:111122223333:userpool/eu-west-1_AbC',
        },
      ],
    });
    expect(asked.map(({ target }) => target)).not.toContain('STS');
  });

  it('asks STS for the account where the refusal has none', async () => {
    sts = { status: 200, body: identityXml };
    const answer = await call(refusal('*'));
    expect(answer).toMatchObject({
      kind: 'iam',
      accountKnown: true,
      policy: expect.stringContaining(':555566667777:'),
    });
    expect(asked.at(-1)?.body).toContain('Action=GetCallerIdentity');
  });

  it('marks a place for the account where nobody tells it', async () => {
    const answer = await call(refusal('*'));
    expect(answer).toMatchObject({ kind: 'iam', accountKnown: false, policy: expect.stringContaining('<ACCOUNT-ID>') });
  });
});

describe('what is no answer of Cognito’s', () => {
  it.each([
    ['a page of HTML', { status: 200, body: '<html>' }, 'NotCognito'],
    ['an error page', { status: 502, body: '<html>' }, 'NotCognito'],
    ['JSON of somebody else', { status: 404, body: '{"message":"no"}' }, 'NotCognito'],
    ['a redirect', { status: 302, body: '' }, 'NotCognito'],
  ])('%s', async (_, told, code) => {
    expect(await call(told)).toEqual({ kind: 'no-answer', code, timedOut: false });
    expect(asked).toHaveLength(1);
  });

  it('nobody listening', async () => {
    const answer = await call({ status: 200, body: '' }, { cognitoEndpoint: 'http://127.0.0.1:9/' });
    expect(answer).toEqual({ kind: 'no-answer', code: 'Unreachable', timedOut: false });
  });

  it('silence, after a time', async () => {
    cognito = 'silence';
    const answer = await calls(50)(request(), new AbortController().signal);
    expect(answer).toEqual({ kind: 'no-answer', code: 'Unreachable', timedOut: true });
  });

  it('silence, to a page that goes away', async () => {
    cognito = 'silence';
    const leaving = new AbortController();
    const arrived = new Promise((resolve) => server.once('request', resolve));
    const answer = calls()(request(), leaving.signal);
    await arrived;
    leaving.abort();
    await expect(answer).rejects.toThrow('aborted');
  });
});

it('holds nothing of the credentials in any answer', async () => {
  const answers = await Promise.all(
    [{ status: 502, body: '<' }, aws('AccessDeniedException', 'no'), aws('InvalidSignatureException', 'no')].map(
      (told) => call(told),
    ),
  );
  expect(JSON.stringify(answers)).not.toMatch(new RegExp(`${secretKey}|the-session-token|AKIAEXAMPLE`));
});
