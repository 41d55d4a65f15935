// The admin flow: what an administrator's backend may begin and answer, and the texts that differ from everybody's.
import { beforeEach, describe, expect, test } from 'vitest';
import { demoMfaPool, demoMfaPoolId } from '../demo/demo-mfa-pool.ts';
import { demoClientIds, demoClientSecret, demoPassword, demoPool, demoPoolId } from '../demo/demo-pool.ts';
import { secretHashFrom } from './secret-hash.ts';
import { clientPublicHex, proofFrom } from './srp-test-client.ts';
import { parametersOf, resultOf, testBench } from './test-bench.ts';

const { default: usual, adminOnly, adminWithSecret, customAuth, rotatingRefresh, srpOnly } = demoClientIds;
const right = { USERNAME: 'alice', PASSWORD: demoPassword };

let bench: ReturnType<typeof testBench>;
beforeEach(() => {
  bench = testBench(demoPool(), demoMfaPool());
});

function begin(AuthFlow: string, AuthParameters: object, ClientId: string = adminOnly, UserPoolId = demoPoolId) {
  return { UserPoolId, ClientId, AuthFlow, AuthParameters };
}

describe('AdminInitiateAuth', () => {
  const flow = 'ADMIN_USER_PASSWORD_AUTH';
  test.each<[string, ReturnType<typeof begin>, string]>([
    ['the password', begin(flow, right), 'taken: tokens'],
    ['the old name of the flow', begin('ADMIN_NO_SRP_AUTH', right), 'taken: tokens'],
    ['a new password to be chosen', begin(flow, { ...right, USERNAME: 'nina' }), 'taken: NEW_PASSWORD_REQUIRED'],
    ['a second factor', begin(flow, { ...right, USERNAME: 'mia' }), 'taken: SMS_MFA'],
    ['SRP', begin('USER_SRP_AUTH', { USERNAME: 'alice', SRP_A: clientPublicHex }, usual), 'taken: PASSWORD_VERIFIER'],
    [
      'an unknown pool',
      begin(flow, right, adminOnly, 'eu-west-1_NoSuchPoo'),
      'ResourceNotFoundException: User pool eu-west-1_NoSuchPoo does not exist.',
    ],
    [
      'a client of another pool',
      begin(flow, right, adminOnly, demoMfaPoolId),
      `ResourceNotFoundException: User pool client ${adminOnly} does not exist in user pool ${demoMfaPoolId}.`,
    ],
    ['the flow off', begin(flow, {}, usual), 'InvalidParameterException: Auth flow not enabled for this client'],
    [
      'another flow off',
      begin('USER_SRP_AUTH', {}, adminOnly),
      'InvalidParameterException: Auth flow not enabled for this client',
    ],
    [
      'a flow it does not have',
      begin('USER_AUTH', {}, usual),
      'InvalidParameterException: Auth flow not enabled for this client',
    ],
    [
      'a flow that is for everybody else',
      begin('USER_PASSWORD_AUTH', right, usual),
      'InvalidParameterException: Initiate Auth method not supported.',
    ],
    [
      'rotation',
      begin('REFRESH_TOKEN_AUTH', {}, rotatingRefresh),
      'UnsupportedOperationException: This API does not support refresh token rotation',
    ],
    ['no user name', begin(flow, {}), 'InvalidParameterException: Missing required parameter USERNAME'],
    [
      'an empty password',
      begin(flow, { USERNAME: 'alice', PASSWORD: '' }),
      'InvalidParameterException: Missing required parameter PASSWORD',
    ],
    [
      'no secret hash, before the user',
      begin(flow, { USERNAME: 'nobody', PASSWORD: 'x' }, adminWithSecret),
      `NotAuthorizedException: Client ${adminWithSecret} is configured with secret but SECRET_HASH was not received`,
    ],
    [
      'a wrong secret hash',
      begin(flow, { ...right, SECRET_HASH: 'x' }, adminWithSecret),
      `NotAuthorizedException: Unable to verify secret hash for client ${adminWithSecret}`,
    ],
    [
      'the right secret hash',
      begin(
        flow,
        { ...right, SECRET_HASH: secretHashFrom(demoClientSecret, 'alice', adminWithSecret) },
        adminWithSecret,
      ),
      'taken: tokens',
    ],
    [
      'an unknown user',
      begin(flow, { USERNAME: 'nobody', PASSWORD: 'x' }),
      'NotAuthorizedException: Incorrect username or password.',
    ],
    [
      'a wrong password',
      begin(flow, { ...right, PASSWORD: 'x' }),
      'NotAuthorizedException: Incorrect username or password.',
    ],
    ['a disabled user', begin(flow, { ...right, USERNAME: 'dora' }), 'NotAuthorizedException: User is disabled.'],
    [
      'a malformed pool id',
      begin(flow, right, adminOnly, 'demo'),
      String.raw`InvalidParameterException: 1 validation error detected: Value 'demo' at 'userPoolId' failed to satisfy constraint: Member must satisfy regular expression pattern: [\w-]+_[0-9a-zA-Z]+`,
    ],
  ])('%s', async (_name, request, expected) => {
    expect(await bench.refusal('AdminInitiateAuth', request)).toBe(expected);
  });

  describe('without the password', () => {
    const askedFor = (username: string) => bench.ask('AdminInitiateAuth', begin(flow, { USERNAME: username }));
    const answer = (challenge: Readonly<Record<string, unknown>>, PASSWORD: string, USERNAME = 'alice') =>
      bench.refusal('AdminRespondToAuthChallenge', {
        UserPoolId: demoPoolId,
        ClientId: adminOnly,
        ChallengeName: challenge['ChallengeName'],
        Session: challenge['Session'],
        ChallengeResponses: { USERNAME, PASSWORD },
      });

    test('is asked for it', async () => {
      const challenge = await askedFor('alice');
      expect(challenge).toMatchObject({
        ChallengeName: 'ADMIN_NO_SRP_AUTH',
        ChallengeParameters: { USERNAME: 'alice', USER_ID_FOR_SRP: 'alice' },
      });
      expect(await answer(challenge, 'wrong')).toBe('NotAuthorizedException: Incorrect username or password.');
      expect(await answer(challenge, demoPassword)).toBe('taken: tokens');
      expect(await answer(challenge, demoPassword)).toMatch('session can only be used once.');
    });

    test.each([
      ['nina', 'taken: NEW_PASSWORD_REQUIRED'],
      ['mia', 'taken: SMS_MFA'],
      ['nobody', 'NotAuthorizedException: Incorrect username or password.'],
    ])('what follows the password of %s', async (username, expected) => {
      expect(await answer(await askedFor(username), demoPassword, username)).toBe(expected);
    });

    test('a temporary password that has expired is not told before it is proven', async () => {
      bench.wait(8 * 24 * 3600);
      const challenge = await askedFor('nina');
      expect(await answer(challenge, 'wrong', 'nina')).toBe('NotAuthorizedException: Incorrect username or password.');
      expect(await answer(challenge, demoPassword, 'nina')).toMatch('Temporary password has expired');
    });
  });

  test('refreshes what it began', async () => {
    const { RefreshToken } = resultOf(await bench.ask('AdminInitiateAuth', begin(flow, right)));
    const answer = await bench.ask('AdminInitiateAuth', begin('REFRESH_TOKEN_AUTH', { REFRESH_TOKEN: RefreshToken }));
    expect(resultOf(answer)).toMatchObject({ RefreshToken: '' });
  });

  test('wrong passwords count towards the same lockout', async () => {
    for (let count = 0; count < 5; count += 1)
      await bench.refusal('AdminInitiateAuth', begin(flow, { ...right, PASSWORD: 'x' }));
    const request = bench.initiateAuth('USER_PASSWORD_AUTH', right);
    expect(await bench.refusal('InitiateAuth', request)).toBe('NotAuthorizedException: Password attempts exceeded');
  });
});

describe('AdminRespondToAuthChallenge', () => {
  const newPassword = { USERNAME: 'nina', NEW_PASSWORD: 'N3w!password', 'userAttributes.name': 'Nina' };

  async function challengeOf(username: string): Promise<Record<string, unknown>> {
    const answer = await bench.ask(
      'AdminInitiateAuth',
      begin('ADMIN_USER_PASSWORD_AUTH', { ...right, USERNAME: username }),
    );
    return { ChallengeName: answer['ChallengeName'], Session: answer['Session'] };
  }

  test('passes a challenge', async () => {
    const challenge = { ...(await challengeOf('nina')), UserPoolId: demoPoolId, ClientId: adminOnly };
    const answer = { ...challenge, ChallengeResponses: newPassword };
    expect(await bench.refusal('AdminRespondToAuthChallenge', answer)).toBe('taken: tokens');
    expect(await bench.refusal('AdminRespondToAuthChallenge', answer)).toBe(
      'NotAuthorizedException: Invalid session for the user, session can only be used once.',
    );
  });

  test('passes SRP', async () => {
    const parameters = { USERNAME: 'alice', SRP_A: clientPublicHex };
    const challenge = await bench.ask('AdminInitiateAuth', begin('USER_SRP_AUTH', parameters, srpOnly));
    const ChallengeResponses = proofFrom({
      parameters: parametersOf(challenge),
      poolName: 'Dem0Poo1x',
      password: demoPassword,
      now: bench.now(),
    });
    const answer = {
      ChallengeName: 'PASSWORD_VERIFIER',
      ChallengeResponses,
      UserPoolId: demoPoolId,
      ClientId: srpOnly,
    };
    expect(await bench.refusal('AdminRespondToAuthChallenge', answer)).toBe('taken: tokens');
  });

  test.each<[string, object, string]>([
    [
      'a client of another pool',
      { UserPoolId: demoMfaPoolId },
      `ResourceNotFoundException: User pool client ${adminOnly} does not exist in user pool ${demoMfaPoolId}.`,
    ],
    ['another client', { ClientId: customAuth }, 'NotAuthorizedException: Invalid session for the user.'],
    [
      'no secret hash',
      { ClientId: adminWithSecret },
      `NotAuthorizedException: Client ${adminWithSecret} is configured with secret but SECRET_HASH was not received`,
    ],
    ['no session', { Session: undefined }, 'InvalidParameterException: Missing required parameter Session'],
    [
      'a weak password',
      { ChallengeResponses: { ...newPassword, NEW_PASSWORD: 'weak' } },
      'InvalidPasswordException: Password did not conform with policy: Password not long enough',
    ],
  ])('refuses %s', async (_name, special, expected) => {
    const challenge = { ...(await challengeOf('nina')), UserPoolId: demoPoolId, ClientId: adminOnly };
    const answer = { ...challenge, ChallengeResponses: newPassword, ...special };
    expect(await bench.refusal('AdminRespondToAuthChallenge', answer)).toBe(expected);
  });

  test('refuses a session after three minutes', async () => {
    const challenge = { ...(await challengeOf('nina')), UserPoolId: demoPoolId, ClientId: adminOnly };
    bench.wait(181);
    expect(await bench.refusal('AdminRespondToAuthChallenge', { ...challenge, ChallengeResponses: newPassword })).toBe(
      'NotAuthorizedException: Invalid session for the user, session is expired.',
    );
  });
});
