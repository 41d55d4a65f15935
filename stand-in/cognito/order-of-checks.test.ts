// Clients tell errors apart by which comes first. Each row breaks several things at once; only the first may be named.
import { beforeEach, describe, expect, test } from 'vitest';
import { demoClientIds, demoClientSecret } from '../demo/demo-pool.ts';
import { secretHashFrom } from './secret-hash.ts';
import { testBench } from './test-bench.ts';

const { default: usual, passwordOnly, legacyErrors, rotatingRefresh, withSecret } = demoClientIds;
const wrongPassword = 'Wr0ng!word';
const hashFor = (username: string) => secretHashFrom(demoClientSecret, username, withSecret);

let bench: ReturnType<typeof testBench>;
beforeEach(() => {
  bench = testBench();
});

describe('InitiateAuth', () => {
  test.each([
    [
      'client before flow',
      'USER_SRP_AUTH',
      {},
      'nosuchclient',
      'ResourceNotFoundException: User pool client nosuchclient does not exist.',
    ],
    [
      'an admin flow',
      'ADMIN_USER_PASSWORD_AUTH',
      {},
      usual,
      'InvalidParameterException: Initiate Auth method not supported.',
    ],
    [
      'flow before parameters',
      'USER_SRP_AUTH',
      {},
      passwordOnly,
      'InvalidParameterException: USER_SRP_AUTH flow not enabled for this client',
    ],
    [
      'a flow that is not allowed',
      'CUSTOM_AUTH',
      {},
      usual,
      'InvalidParameterException: CUSTOM_AUTH flow not enabled for this client',
    ],
    [
      'a flow it does not have',
      'USER_AUTH',
      {},
      usual,
      'InvalidParameterException: USER_AUTH flow not enabled for this client',
    ],
    [
      'rotation before flow',
      'REFRESH_TOKEN_AUTH',
      {},
      rotatingRefresh,
      'UnsupportedOperationException: This API does not support refresh token rotation',
    ],
    [
      'refresh not allowed',
      'REFRESH_TOKEN_AUTH',
      {},
      passwordOnly,
      'InvalidParameterException: REFRESH_TOKEN_AUTH flow not enabled for this client',
    ],
    [
      'the first parameter',
      'USER_PASSWORD_AUTH',
      {},
      usual,
      'InvalidParameterException: Missing required parameter USERNAME',
    ],
    [
      'an empty parameter',
      'USER_PASSWORD_AUTH',
      { USERNAME: 'alice', PASSWORD: '' },
      usual,
      'InvalidParameterException: Missing required parameter PASSWORD',
    ],
    [
      'parameters before secret hash',
      'USER_SRP_AUTH',
      { USERNAME: 'alice' },
      withSecret,
      'InvalidParameterException: Missing required parameter SRP_A',
    ],
    [
      'no refresh token',
      'REFRESH_TOKEN_AUTH',
      {},
      usual,
      'InvalidParameterException: Missing required parameter REFRESH_TOKEN',
    ],
    [
      'secret hash before user',
      'USER_PASSWORD_AUTH',
      { USERNAME: 'nobody', PASSWORD: 'x' },
      withSecret,
      `NotAuthorizedException: Client ${withSecret} is configured with secret but SECRET_HASH was not received`,
    ],
    [
      'wrong hash before user',
      'USER_PASSWORD_AUTH',
      { USERNAME: 'nobody', PASSWORD: 'x', SECRET_HASH: hashFor('alice') },
      withSecret,
      `NotAuthorizedException: Unable to verify secret hash for client ${withSecret}`,
    ],
    [
      'user before password',
      'USER_PASSWORD_AUTH',
      { USERNAME: 'nobody', PASSWORD: 'x', SECRET_HASH: hashFor('nobody') },
      withSecret,
      'NotAuthorizedException: Incorrect username or password.',
    ],
    [
      'user, told',
      'USER_PASSWORD_AUTH',
      { USERNAME: 'nobody', PASSWORD: 'x' },
      legacyErrors,
      'UserNotFoundException: User does not exist.',
    ],
    [
      'disabled before password',
      'USER_PASSWORD_AUTH',
      { USERNAME: 'dora', PASSWORD: wrongPassword },
      usual,
      'NotAuthorizedException: User is disabled.',
    ],
    [
      'unconfirmed before password',
      'USER_PASSWORD_AUTH',
      { USERNAME: 'ulla', PASSWORD: wrongPassword },
      usual,
      'UserNotConfirmedException: User is not confirmed.',
    ],
    [
      'reset before password',
      'USER_PASSWORD_AUTH',
      { USERNAME: 'rita', PASSWORD: wrongPassword },
      usual,
      'PasswordResetRequiredException: Password reset required for the user',
    ],
    [
      'disabled before challenge',
      'USER_SRP_AUTH',
      { USERNAME: 'dora', SRP_A: 'ff' },
      usual,
      'NotAuthorizedException: User is disabled.',
    ],
    [
      'password before new password',
      'USER_PASSWORD_AUTH',
      { USERNAME: 'nina', PASSWORD: wrongPassword },
      usual,
      'NotAuthorizedException: Incorrect username or password.',
    ],
    [
      'password before MFA',
      'USER_PASSWORD_AUTH',
      { USERNAME: 'mia', PASSWORD: wrongPassword },
      usual,
      'NotAuthorizedException: Incorrect username or password.',
    ],
    [
      'new password',
      'USER_PASSWORD_AUTH',
      { USERNAME: 'nina', PASSWORD: 'Passw0rd!' },
      usual,
      'taken: NEW_PASSWORD_REQUIRED',
    ],
    ['MFA', 'USER_PASSWORD_AUTH', { USERNAME: 'mia', PASSWORD: 'Passw0rd!' }, usual, 'taken: SMS_MFA'],
    ['nothing', 'USER_PASSWORD_AUTH', { USERNAME: 'alice', PASSWORD: 'Passw0rd!' }, passwordOnly, 'taken: tokens'],
    [
      'nothing, with a secret',
      'USER_PASSWORD_AUTH',
      { USERNAME: 'alice', PASSWORD: 'Passw0rd!', SECRET_HASH: hashFor('alice') },
      withSecret,
      'taken: tokens',
    ],
    [
      'a hash for a client without a secret',
      'USER_PASSWORD_AUTH',
      { USERNAME: 'alice', PASSWORD: 'Passw0rd!', SECRET_HASH: 'x' },
      usual,
      'taken: tokens',
    ],
  ])('%s', async (_name, flow, parameters, clientId, expected) => {
    expect(await bench.refusal('InitiateAuth', bench.initiateAuth(flow, parameters, clientId))).toBe(expected);
  });

  test('new password before MFA, for a user who needs both', async () => {
    bench.user('mia').status = 'FORCE_CHANGE_PASSWORD';
    const parameters = { USERNAME: 'mia', PASSWORD: 'Passw0rd!' };
    const first = await bench.ask('InitiateAuth', bench.initiateAuth('USER_PASSWORD_AUTH', parameters));
    expect(first['ChallengeName']).toBe('NEW_PASSWORD_REQUIRED');
    const second = await bench.ask('RespondToAuthChallenge', {
      ClientId: usual,
      ChallengeName: 'NEW_PASSWORD_REQUIRED',
      Session: first['Session'],
      ChallengeResponses: { USERNAME: 'mia', NEW_PASSWORD: 'N3w!password' },
    });
    expect(second['ChallengeName']).toBe('SMS_MFA');
  });
});

describe('RespondToAuthChallenge', () => {
  const session = 'garbage-garbage-garbage';
  test.each([
    [
      'client before parameters',
      { ClientId: 'nosuchclient', ChallengeName: 'SMS_MFA' },
      'ResourceNotFoundException: User pool client nosuchclient does not exist.',
    ],
    [
      'user name first',
      { ChallengeName: 'NEW_PASSWORD_REQUIRED' },
      'InvalidParameterException: Missing required parameter USERNAME',
    ],
    [
      'then the answer',
      { ChallengeName: 'NEW_PASSWORD_REQUIRED', ChallengeResponses: { USERNAME: 'nina' } },
      'InvalidParameterException: Missing required parameter NEW_PASSWORD',
    ],
    [
      'then the session',
      { ChallengeName: 'NEW_PASSWORD_REQUIRED', ChallengeResponses: { USERNAME: 'nina', NEW_PASSWORD: 'x' } },
      'InvalidParameterException: Missing required parameter Session',
    ],
    [
      'secret hash before session',
      {
        ClientId: withSecret,
        ChallengeName: 'NEW_PASSWORD_REQUIRED',
        Session: session,
        ChallengeResponses: { USERNAME: 'nina', NEW_PASSWORD: 'x' },
      },
      `NotAuthorizedException: Client ${withSecret} is configured with secret but SECRET_HASH was not received`,
    ],
    [
      'session before password policy',
      {
        ChallengeName: 'NEW_PASSWORD_REQUIRED',
        Session: session,
        ChallengeResponses: { USERNAME: 'nina', NEW_PASSWORD: 'x' },
      },
      'NotAuthorizedException: Invalid session for the user.',
    ],
    [
      'a challenge that is never put',
      { ChallengeName: 'EMAIL_OTP', Session: session, ChallengeResponses: { USERNAME: 'nina', EMAIL_OTP_CODE: '1' } },
      'NotAuthorizedException: Invalid session for the user.',
    ],
    [
      'no Session, but a SECRET_BLOCK for SRP',
      {
        ChallengeName: 'PASSWORD_VERIFIER',
        ChallengeResponses: {
          USERNAME: 'alice',
          PASSWORD_CLAIM_SIGNATURE: 'x',
          PASSWORD_CLAIM_SECRET_BLOCK: 'x',
          TIMESTAMP: 'x',
        },
      },
      'NotAuthorizedException: Incorrect username or password.',
    ],
  ])('%s', async (_name, request, expected) => {
    expect(await bench.refusal('RespondToAuthChallenge', { ClientId: usual, ...request })).toBe(expected);
  });
});
