// What may be typed in place of the user name, and which name each later call wants: the typed one at first, the real one from
// the challenge on. A secret hash makes the difference hard.
import { beforeEach, describe, expect, test } from 'vitest';
import { demoEmailClientIds, demoEmailPool, demoEmailPoolId, demoInes } from '../demo/demo-email-pool.ts';
import { demoClientIds, demoClientSecret, demoPassword, demoPool } from '../demo/demo-pool.ts';
import { secretHashFrom } from './secret-hash.ts';
import { clientPublicHex, proofFrom } from './srp-test-client.ts';
import { parametersOf, resultOf, testBench } from './test-bench.ts';

const { default: open, withSecret } = demoEmailClientIds;
const { email, telephone, username } = demoInes;
const incorrect = 'NotAuthorizedException: Incorrect username or password.';
const unverified = `NotAuthorizedException: Unable to verify secret hash for client ${withSecret}`;
const otherSession = 'NotAuthorizedException: Invalid session for the user.';
const hash = (name: string) => secretHashFrom(demoClientSecret, name, withSecret);

let bench: ReturnType<typeof testBench>;
beforeEach(() => {
  bench = testBench(demoEmailPool());
});

const passwordFlow = (USERNAME: string, clientId: string = open, special: object = {}) =>
  bench.initiateAuth('USER_PASSWORD_AUTH', { USERNAME, PASSWORD: demoPassword, ...special }, clientId);

/** The challenge to a proof begun as `typed`, and the proof that answers it. */
async function begunBySrp(typed: string, clientId: string) {
  const parameters = { USERNAME: typed, SRP_A: clientPublicHex, SECRET_HASH: hash(typed) };
  const challenge = await bench.ask('InitiateAuth', bench.initiateAuth('USER_SRP_AUTH', parameters, clientId));
  const told = parametersOf(challenge);
  const proof = proofFrom({ parameters: told, poolName: 'Dem0Ema1x', password: demoPassword, now: bench.now() });
  const answer = (special: object) =>
    bench.refusal('RespondToAuthChallenge', {
      ClientId: clientId,
      ChallengeName: 'PASSWORD_VERIFIER',
      ChallengeResponses: { ...proof, ...special },
    });
  return { told, answer };
}

describe('in a pool of e-mail addresses', () => {
  test.each([
    ['the e-mail address', email, 'taken: tokens'],
    ['the telephone number', telephone, 'taken: tokens'],
    ['the real user name', username, 'taken: tokens'],
    ['the name before the @', 'ines', incorrect],
    ['another address', 'nobody@example.com', incorrect],
  ])('%s', async (_name, typed, expected) => {
    expect(await bench.refusal('InitiateAuth', passwordFlow(typed))).toBe(expected);
  });

  test('an address does, verified or not', async () => {
    const [user] = bench.pool.users;
    if (user) user.attributes = { ...user.attributes, email_verified: 'false' };
    expect(await bench.refusal('InitiateAuth', passwordFlow(email))).toBe('taken: tokens');
  });

  test.each([email, telephone, username])('SRP begun as %s is proven as the real user', async (typed) => {
    const { told, answer } = await begunBySrp(typed, open);
    expect(told).toMatchObject({ USERNAME: username, USER_ID_FOR_SRP: username });
    expect(await answer({})).toBe('taken: tokens');
  });

  test('SRP is not proven as what was typed', async () => {
    const { answer } = await begunBySrp(email, open);
    expect(await answer({ USERNAME: email })).toBe(incorrect);
  });

  test('failures count for the person, whatever they type', async () => {
    for (const typed of [email, telephone, username, email, telephone]) {
      await bench.refusal('InitiateAuth', passwordFlow(typed, open, { PASSWORD: 'wrong' }));
    }
    expect(await bench.refusal('InitiateAuth', passwordFlow(email))).toBe(
      'NotAuthorizedException: Password attempts exceeded',
    );
  });
});

describe('a client with a secret', () => {
  test('hashes what it types', async () => {
    for (const typed of [email, telephone, username]) {
      const right = passwordFlow(typed, withSecret, { SECRET_HASH: hash(typed) });
      expect(await bench.refusal('InitiateAuth', right)).toBe('taken: tokens');
    }
    const other = passwordFlow(email, withSecret, { SECRET_HASH: hash(username) });
    expect(await bench.refusal('InitiateAuth', other)).toBe(unverified);
  });

  test('hashes the real name in a proof', async () => {
    const { answer } = await begunBySrp(email, withSecret);
    expect(await answer({ SECRET_HASH: hash(email) })).toBe(unverified);
    expect(await answer({ USERNAME: email, SECRET_HASH: hash(email) })).toBe(incorrect);
    const { answer: again } = await begunBySrp(email, withSecret);
    expect(await again({ SECRET_HASH: hash(username) })).toBe('taken: tokens');
  });

  test('hashes the real name in an answer to what follows', async () => {
    const user = bench.user(username);
    user.enabledMfas = ['SMS_MFA'];
    const begun = await bench.ask('InitiateAuth', passwordFlow(email, withSecret, { SECRET_HASH: hash(email) }));
    expect(parametersOf(begun)).toMatchObject({ USER_ID_FOR_SRP: username });
    const answer = (USERNAME: string, SECRET_HASH: string) =>
      bench.refusal('RespondToAuthChallenge', {
        ClientId: withSecret,
        ChallengeName: 'SMS_MFA',
        Session: begun['Session'],
        ChallengeResponses: { USERNAME, SECRET_HASH, SMS_MFA_CODE: bench.cognito.state.outbox.all.at(-1)?.code },
      });
    expect(await answer(username, hash(email))).toBe(unverified);
    expect(await answer(email, hash(email))).toBe(otherSession);
    expect(await answer(username, hash(username))).toBe('taken: tokens');
  });

  test('hashes the real name to refresh, and shows the secret itself to exchange', async () => {
    const begun = await bench.ask('InitiateAuth', passwordFlow(email, withSecret, { SECRET_HASH: hash(email) }));
    const { RefreshToken } = resultOf(begun);
    const refresh = (name: string) =>
      bench.refusal(
        'InitiateAuth',
        bench.initiateAuth('REFRESH_TOKEN_AUTH', { REFRESH_TOKEN: RefreshToken, SECRET_HASH: hash(name) }, withSecret),
      );
    expect(await refresh(email)).toBe(
      `NotAuthorizedException: SecretHash does not match for the client: ${withSecret}`,
    );
    expect(await refresh(username)).toBe('taken: tokens');
    const exchange = { RefreshToken, ClientId: withSecret, ClientSecret: demoClientSecret };
    expect(await bench.refusal('GetTokensFromRefreshToken', exchange)).toBe('taken: tokens');
  });

  test('hashes what it types in the admin flow and in recovery', async () => {
    const AuthParameters = { USERNAME: telephone, PASSWORD: demoPassword, SECRET_HASH: hash(telephone) };
    const begin = { UserPoolId: demoEmailPoolId, ClientId: withSecret, AuthFlow: 'ADMIN_USER_PASSWORD_AUTH' };
    expect(await bench.refusal('AdminInitiateAuth', { ...begin, AuthParameters })).toBe('taken: tokens');
    const recovery = { ClientId: withSecret, Username: email, SecretHash: hash(email) };
    expect(await bench.ask('ForgotPassword', recovery)).toMatchObject({
      CodeDeliveryDetails: { Destination: 'i***@e***' },
    });
    const ConfirmationCode = bench.cognito.state.outbox.all.at(-1)?.code;
    const confirmation = { ...recovery, ConfirmationCode, Password: 'N3w!password' };
    expect(await bench.refusal('ConfirmForgotPassword', confirmation)).toBe('taken: tokens');
  });
});

describe('an alias beside the user name', () => {
  const { default: usual } = demoClientIds;
  const signIn = (USERNAME: string) =>
    bench.refusal(
      'InitiateAuth',
      bench.initiateAuth('USER_PASSWORD_AUTH', { USERNAME, PASSWORD: demoPassword }, usual),
    );

  test('does once it is verified', async () => {
    bench = testBench({ ...demoPool(), aliasAttributes: ['email'] });
    expect(await signIn('alice')).toBe('taken: tokens');
    expect(await signIn('alice@example.com')).toBe('taken: tokens');
    bench.user('alice').attributes = { ...bench.user('alice').attributes, email_verified: 'false' };
    expect(await signIn('alice@example.com')).toBe(incorrect);
  });

  test('does only where the pool has it', async () => {
    bench = testBench({ ...demoPool(), aliasAttributes: ['phone_number'] });
    expect(await signIn('alice@example.com')).toBe(incorrect);
    expect(await signIn('+15555550123')).toBe('taken: SMS_MFA');
  });
});
