import { describe, expect, it } from 'vitest';
import { accountIdIn, adminSignInActions, poolArnFrom, smallestPolicy } from './iam-policy.ts';

const userPoolId = 'eu-west-1_AbCdEfGhI';

describe('the smallest policy', () => {
  it('allows the two calls on the one pool, and nothing else', () => {
    const policy = smallestPolicy({
      actions: adminSignInActions,
      region: 'eu-west-1',
      accountId: '123456789012',
      userPoolId,
    });
    expect(JSON.parse(policy)).toEqual({
      Version: '2012-10-17',
      Statement: [
        {
          Effect: 'Allow',
          Action: ['cognito-idp:AdminInitiateAuth', 'cognito-idp:AdminRespondToAuthChallenge'],
          Resource: 'arn:aws:cognito-idp:eu-west-1:123456789012:userpool/eu-west-1_AbCdEfGhI',
        },
      ],
    });
    expect(policy).toContain('\n  "Statement"');
  });

  it('marks an account that nobody knows', () => {
    const policy = smallestPolicy({ actions: [adminSignInActions[0]], region: 'eu-west-1', userPoolId });
    expect(policy).toContain(':<ACCOUNT-ID>:userpool/');
  });

  it.each([
    ['eu-west-1', 'arn:aws:cognito-idp:eu-west-1:'],
    ['us-east-1', 'arn:aws:cognito-idp:us-east-1:'],
    ['us-gov-west-1', 'arn:aws-us-gov:cognito-idp:us-gov-west-1:'],
    ['cn-north-1', 'arn:aws-cn:cognito-idp:cn-north-1:'],
  ])('names the partition of %s', (region, start) => {
    expect(poolArnFrom({ region, userPoolId: `${region}_x` }).startsWith(start)).toBe(true);
  });
});

describe('the account in a refusal', () => {
  const action = 'is not authorized to perform: cognito-idp:AdminInitiateAuth';
  it.each<[string, string, string | undefined]>([
    [
      'is the pool’s, where both are named',
      `User: arn:aws:iam::111122223333:user/dev ${action} on resource: arn:aws:cognito-idp:eu-west-1:444455556666:userpool/${userPoolId} because no identity-based policy allows the cognito-idp:AdminInitiateAuth action`,
      '444455556666',
    ],
    ['is the caller’s, where only that is named', `User: arn:aws:iam::111122223333:user/dev ${action}`, '111122223333'],
    [
      'is an assumed role’s',
      `User: arn:aws:sts::111122223333:assumed-role/AWSReservedSSO_Dev_1/jo@example.com ${action}`,
      '111122223333',
    ],
    ['may be China’s', `User: arn:aws-cn:iam::111122223333:user/dev ${action}`, '111122223333'],
    ['may be absent', 'User is not authorized.', undefined],
    ['is no number that only looks like one', `Request 123456789012 ${action}`, undefined],
  ])('%s', (_case, refusal, accountId) => {
    expect(accountIdIn(refusal)).toBe(accountId);
  });
});
