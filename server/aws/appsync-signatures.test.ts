import { describe, expect, it } from 'vitest';
import type { Connection } from '../../src/settings/connection.ts';
import { createAppSyncSignatures, signingRegionOf } from './appsync-signatures.ts';
import { credentialsOf, createAwsCredentials } from './aws-credentials.ts';

const aws = 'https://abcdefghijklmnopqrstuvwxyz.appsync-api.us-east-2.amazonaws.com/graphql';

it.each([
  [aws, 'eu-west-1_A', 'us-east-2'],
  ['https://abcdefghijklmnopqrstuvwxyz.appsync-api.cn-north-1.amazonaws.com.cn/graphql', 'eu-west-1_A', 'cn-north-1'],
  ['https://api.example.com/graphql', 'eu-west-1_A', 'eu-west-1'],
  ['http://localhost:4000/graphql', 'eu-west-1_A', 'eu-west-1'],
  ['https://api.example.com/graphql', 'local_A', undefined],
  ['https://evil.appsync-api.us-east-2.amazonaws.com.example.com/graphql', 'eu-west-1_A', 'eu-west-1'],
])('signs for %s of the pool %s in %s', (graphqlEndpoint, userPoolId, region) => {
  expect(signingRegionOf({ graphqlEndpoint, userPoolId })).toBe(region);
});

describe('a signature', () => {
  const connection: Connection = {
    id: 'shop',
    name: 'Shop',
    userPoolId: 'eu-west-1_A',
    appClientId: '1',
    graphqlEndpoint: aws,
    authFlow: 'USER_SRP_AUTH',
  };
  const request = { connectionId: 'shop', url: aws, bodySha256: 'a'.repeat(64), headers: {} };
  const forever = new AbortController().signal;
  const secretKey = 'a/secret/key/that/must/never/be/seen/EXAMPLE';

  it('holds the session token and nothing of the secret key', async () => {
    const identity = { accessKeyId: 'ASIAEXAMPLE', secretAccessKey: secretKey, sessionToken: 'the-session-token' };
    const sign = createAppSyncSignatures({
      connections: () => Promise.resolve([connection]),
      credentialsFor: () => credentialsOf(identity),
      now: () => new Date('2026-01-01T00:00:00Z'),
    });
    const answer = await sign(request, forever);
    expect(answer).toEqual({
      kind: 'signed',
      headers: {
        Authorization: expect.stringContaining('ASIAEXAMPLE/20260101/us-east-2/appsync/aws4_request'),
        'x-amz-date': '20260101T000000Z',
        'x-amz-security-token': 'the-session-token',
      },
    });
    expect(JSON.stringify(answer)).not.toContain(secretKey);
  });

  it('is not made without credentials: the command that mends it is told', async () => {
    const sso = () => Promise.reject(new Error('Token is expired. To refresh this SSO session run aws sso login'));
    const environment = { AWS_CONFIG_FILE: '/nowhere/config', AWS_SHARED_CREDENTIALS_FILE: '/nowhere/credentials' };
    const sign = createAppSyncSignatures({
      connections: () => Promise.resolve([connection]),
      credentialsFor: (profile) => createAwsCredentials({ profile, environment, openChain: () => sso }),
    });
    expect(await sign(request, forever)).toMatchObject({
      kind: 'no-credentials',
      reason: 'expired-sso',
      command: 'aws sso login',
    });
    expect(await sign({ ...request, profile: 'wrok' }, forever)).toMatchObject({ reason: 'profile-not-found' });
  });
});
