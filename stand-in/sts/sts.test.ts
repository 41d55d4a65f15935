// AWS's own STS client, unpatched, told only where the endpoint is.
import { GetCallerIdentityCommand, GetSessionTokenCommand, STSClient } from '@aws-sdk/client-sts';
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest';
import { demoIam } from '../demo/demo-iam.ts';
import { demoWorld } from '../demo-world.ts';
import { rawRequest } from '../raw-request.ts';
import { startStandIn, type StandIn } from '../start.ts';

const clients: STSClient[] = [];
let standIn: StandIn;
beforeEach(async () => {
  // Without pools, whose keys take time to make.
  standIn = await startStandIn({ world: { ...demoWorld(), pools: [], apis: [] } });
});
afterEach(() => standIn.close());
afterAll(() => {
  for (const client of clients) client.destroy();
});

interface Keys {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string;
}

function clientWith(credentials: Keys, region = 'eu-west-1'): STSClient {
  const client = new STSClient({ region, endpoint: standIn.origin, credentials });
  clients.push(client);
  return client;
}

const whoAmI = (credentials: Keys) => clientWith(credentials).send(new GetCallerIdentityCommand({}));

describe('tells', () => {
  test.each([
    ['a user', demoIam.allowed, { Arn: 'arn:aws:iam::123456789012:user/allowed', UserId: 'AIDADEMOALLOWEXAMPLE' }],
    [
      'who may do nothing else',
      demoIam.denied,
      { Arn: 'arn:aws:iam::123456789012:user/denied', UserId: 'AIDADEMODENY0EXAMPLE' },
    ],
    [
      'a session',
      demoIam.temporary,
      {
        Arn: 'arn:aws:sts::123456789012:assumed-role/AWSReservedSSO_Developer_0123456789abcdef/temporary',
        UserId: 'AROADEMOSHORTEXAMPLE:temporary',
      },
    ],
  ])('%s who they are', async (_name, credentials, identity) => {
    expect(await whoAmI(credentials)).toMatchObject({ ...identity, Account: '123456789012' });
    expect(standIn.levers.requests).toMatchObject([{ target: 'sts', operation: 'GetCallerIdentity' }]);
  });
});

describe('refuses', () => {
  test.each([
    ['a wrong secret', { ...demoIam.allowed, secretAccessKey: 'x' }, 'SignatureDoesNotMatch'],
    ['an unknown key', { ...demoIam.allowed, accessKeyId: 'AKIANOSUCHKEYEXAMPLE' }, 'InvalidClientTokenId'],
  ])('%s', async (_name, credentials, name) => {
    await expect(whoAmI(credentials)).rejects.toMatchObject({ name, $metadata: { httpStatusCode: 403 } });
  });

  test('a session that ended', async () => {
    standIn.levers.expireAwsSessions();
    await expect(whoAmI(demoIam.temporary)).rejects.toMatchObject({
      name: 'ExpiredToken',
      message: 'The security token included in the request is expired',
    });
  });

  test('what was signed for another region', async () => {
    const client = clientWith(demoIam.allowed, 'us-east-1');
    await expect(client.send(new GetCallerIdentityCommand({}))).rejects.toMatchObject({
      name: 'SignatureDoesNotMatch',
    });
  });

  test('an operation it does not have', async () => {
    await expect(clientWith(demoIam.allowed).send(new GetSessionTokenCommand({}))).rejects.toMatchObject({
      name: 'InvalidAction',
      message: 'Could not find operation GetSessionToken for version 2011-06-15',
    });
  });

  test('a request without a signature', async () => {
    const answer = await rawRequest({
      port: standIn.port,
      line: 'POST / HTTP/1.1',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: 'Action=GetCallerIdentity&Version=2011-06-15',
    });
    expect(answer.statusLine).toBe('HTTP/1.1 403 Forbidden');
    expect(answer.headers['content-type']).toBe('text/xml');
    expect(answer.body).toContain(
      '<Error><Type>Sender</Type><Code>MissingAuthenticationToken</Code><Message>Request is missing Authentication Token</Message></Error>',
    );
  });
});

test('an SDK whose clock differs reads the right one from the refusal, and signs anew', async () => {
  standIn.levers.moveClock(3_600_000);
  expect(await whoAmI(demoIam.allowed)).toMatchObject({ Account: '123456789012' });
  expect(standIn.levers.requests).toHaveLength(2);
});

test('a fault of STS has the shape of STS', async () => {
  standIn.levers.misbehave({ target: 'sts' }, { kind: 'error', type: 'AccessDenied', message: 'No & never' });
  await expect(whoAmI(demoIam.allowed)).rejects.toMatchObject({ name: 'AccessDenied', message: 'No & never' });
});
