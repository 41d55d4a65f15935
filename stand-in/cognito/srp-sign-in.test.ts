import { beforeEach, describe, expect, test } from 'vitest';
import { demoClientIds } from '../demo/demo-pool.ts';
import { prime } from './mod-pow.ts';
import { clientPublicHex, proofFrom, type Proof } from './srp-test-client.ts';
import { srpTimestampFrom } from './srp-timestamp.ts';
import { parametersOf, testBench } from './test-bench.ts';
import { demoPool } from '../demo/demo-pool.ts';

const incorrect = 'NotAuthorizedException: Incorrect username or password.';
const poolName = 'Dem0Poo1x';

let bench: ReturnType<typeof testBench>;
beforeEach(() => {
  bench = testBench();
});

function begin(username: string, SRP_A = clientPublicHex, clientId: string = demoClientIds.default) {
  return bench.ask('InitiateAuth', bench.initiateAuth('USER_SRP_AUTH', { USERNAME: username, SRP_A }, clientId));
}

async function challengeFor(username: string, SRP_A?: string): Promise<Record<string, string>> {
  return parametersOf(await begin(username, SRP_A));
}

function responsesTo(parameters: Record<string, string>, special: Partial<Proof> = {}): Record<string, string> {
  return proofFrom({ parameters, poolName, password: 'Passw0rd!', now: bench.now(), ...special });
}

function finish(ChallengeResponses: Record<string, string>, ClientId: string = demoClientIds.default) {
  return bench.refusal('RespondToAuthChallenge', { ClientId, ChallengeName: 'PASSWORD_VERIFIER', ChallengeResponses });
}

test('the challenge has what clients need, and no Session', async () => {
  const answer = await begin('alice');
  expect(Object.keys(answer)).toEqual(['ChallengeName', 'ChallengeParameters']);
  expect(answer['ChallengeName']).toBe('PASSWORD_VERIFIER');
  const parameters = parametersOf(answer);
  expect(parameters).toMatchObject({ USERNAME: 'alice', USER_ID_FOR_SRP: 'alice' });
  expect(parameters['SALT']).toMatch(/^[1-9a-f][0-9a-f]{29,31}$/);
  expect(parameters['SRP_B']).toMatch(/^[0-9a-f]{700,768}$/);
  expect(parameters['SECRET_BLOCK']?.length).toBeGreaterThan(1000);
});

test('the right proof is taken', async () => {
  expect(await finish(responsesTo(await challengeFor('alice')))).toBe('taken: tokens');
});

test('A may have upper-case digits and a zero byte in front', async () => {
  const parameters = await challengeFor('alice', `00${clientPublicHex.toUpperCase()}`);
  expect(await finish(responsesTo(parameters))).toBe('taken: tokens');
});

test('each challenge has a B of its own, and the salt of its user', async () => {
  const [first, second] = [await challengeFor('alice'), await challengeFor('alice')];
  expect(first['SRP_B']).not.toBe(second['SRP_B']);
  expect(first['SALT']).toBe(second['SALT']);
});

test('a changed password counts at once', async () => {
  await challengeFor('alice');
  bench.user('alice').password = 'Other1!pass';
  expect(await finish(responsesTo(await challengeFor('alice')))).toBe(incorrect);
  expect(await finish(responsesTo(await challengeFor('alice'), { password: 'Other1!pass' }))).toBe('taken: tokens');
});

describe('refused in the same words:', () => {
  test('a wrong password', async () => {
    expect(await finish(responsesTo(await challengeFor('alice'), { password: 'wrong' }))).toBe(incorrect);
  });

  test.each([
    ['a changed SECRET_BLOCK', 'PASSWORD_CLAIM_SECRET_BLOCK', (text: string) => `A${text.slice(1)}B`],
    ['a signature that is not one', 'PASSWORD_CLAIM_SIGNATURE', () => 'AAAA'],
    ['another user name', 'USERNAME', () => 'bob'],
    ['a zero-padded day', 'TIMESTAMP', (text: string) => text.replace('Mar 5', 'Mar 05')],
    ['a wrong weekday', 'TIMESTAMP', (text: string) => text.replace('Thu', 'Fri')],
  ])('%s', async (_name, member, change) => {
    const responses = responsesTo(await challengeFor('alice'));
    const changed = { ...responses, [member]: change(responses[member] ?? '') };
    expect(changed[member]).not.toBe(responses[member]);
    expect(await finish(changed)).toBe(incorrect);
  });

  test.each([-301, 301])('a clock that is off by %i s', async (seconds) => {
    const now = bench.now() + seconds * 1000;
    expect(await finish(responsesTo(await challengeFor('alice'), { now }))).toBe(incorrect);
  });

  test('a proof that was used before', async () => {
    const responses = responsesTo(await challengeFor('alice'));
    expect(await finish(responses)).toBe('taken: tokens');
    expect(await finish(responses)).toBe(incorrect);
  });

  test('the answer to a challenge of another client', async () => {
    const responses = responsesTo(await challengeFor('alice'));
    expect(await finish(responses, demoClientIds.legacyErrors)).toBe(incorrect);
  });
});

test('a clock that is off by five minutes is taken', async () => {
  const now = bench.now() - 300_000;
  expect(await finish(responsesTo(await challengeFor('alice'), { now }))).toBe('taken: tokens');
});

test('an answer after more than the session life is late', async () => {
  const parameters = await challengeFor('alice');
  bench.wait(181);
  expect(await finish(responsesTo(parameters))).toBe(
    'NotAuthorizedException: Invalid session for the user, session is expired.',
  );
});

test('who is disabled between challenge and proof is not let in', async () => {
  const parameters = await challengeFor('alice');
  bench.user('alice').enabled = false;
  expect(await finish(responsesTo(parameters))).toBe('NotAuthorizedException: User is disabled.');
});

test('who comes from another identity provider has no password to try', async () => {
  const refused = 'NotAuthorizedException: User is not authorized to get auth details.';
  bench.user('alice').status = 'EXTERNAL_PROVIDER';
  await expect(challengeFor('alice')).rejects.toThrow('User is not authorized to get auth details.');
  const parameters = { USERNAME: 'alice', PASSWORD: 'Passw0rd!' };
  expect(await bench.refusal('InitiateAuth', bench.initiateAuth('USER_PASSWORD_AUTH', parameters))).toBe(refused);
  expect(await bench.refusal('ForgotPassword', { ClientId: demoClientIds.default, Username: 'alice' })).toBe(
    'NotAuthorizedException: User password cannot be reset in the current state.',
  );
});

describe('SRP_A', () => {
  test.each([
    ['text', 'not hex'],
    ['771 digits', 'f'.repeat(771)],
    ['a negative number', '-5'],
  ])('that is %s is an invalid parameter', async (_name, SRP_A) => {
    const request = bench.initiateAuth('USER_SRP_AUTH', { USERNAME: 'alice', SRP_A });
    expect(await bench.refusal('InitiateAuth', request)).toBe('InvalidParameterException: Invalid SRP_A');
  });

  // With A = 0 both sides' secret is 0: who does not check lets anybody in without a password.
  test.each([
    ['zero', 0n],
    ['the prime', prime],
  ])('that is %s gets a challenge, and its proof is refused although it follows from the numbers', async (_name, A) => {
    const parameters = await challengeFor('alice', A.toString(16));
    expect(await finish(responsesTo(parameters, { clientPublic: A, sharedSecret: 0n }))).toBe(incorrect);
  });
});

describe('an unknown user', () => {
  test('gets a challenge like others, the same salt and id each time, and is refused at the proof', async () => {
    const [first, second] = [await challengeFor('nobody'), await challengeFor('nobody')];
    expect(first['USER_ID_FOR_SRP']).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(first['SALT']).toMatch(/^[1-9a-f][0-9a-f]{29,31}$/);
    expect([first['SALT'], first['USER_ID_FOR_SRP']]).toEqual([second['SALT'], second['USER_ID_FOR_SRP']]);
    expect((await challengeFor('somebody'))['SALT']).not.toBe(first['SALT']);
    expect(await finish(responsesTo(first))).toBe(incorrect);
  });

  test('is named where the client tells', async () => {
    const parameters = { USERNAME: 'nobody', SRP_A: clientPublicHex };
    const request = bench.initiateAuth('USER_SRP_AUTH', parameters, demoClientIds.legacyErrors);
    expect(await bench.refusal('InitiateAuth', request)).toBe('UserNotFoundException: User does not exist.');
  });
});

describe('in a pool that takes e-mail addresses', () => {
  beforeEach(() => {
    bench = testBench({ ...demoPool(), aliasAttributes: ['email'] });
  });

  test('the challenge names the real user, whose proof is taken', async () => {
    const parameters = await challengeFor('alice@example.com');
    expect(parameters).toMatchObject({ USERNAME: 'alice', USER_ID_FOR_SRP: 'alice' });
    expect(await finish(responsesTo(parameters))).toBe('taken: tokens');
  });

  test('the address does not do in the answer', async () => {
    const responses = responsesTo(await challengeFor('alice@example.com'));
    expect(await finish({ ...responses, USERNAME: 'alice@example.com' })).toBe(incorrect);
  });
});

test('five wrong proofs lock the user out, for the password flow too', async () => {
  for (let count = 0; count < 5; count += 1) {
    expect(await finish(responsesTo(await challengeFor('alice'), { password: 'wrong' }))).toBe(incorrect);
  }
  expect(await finish(responsesTo(await challengeFor('alice')))).toBe(
    'NotAuthorizedException: Password attempts exceeded',
  );
  const parameters = { USERNAME: 'alice', PASSWORD: 'Passw0rd!' };
  const request = bench.initiateAuth('USER_PASSWORD_AUTH', parameters);
  expect(await bench.refusal('InitiateAuth', request)).toBe('NotAuthorizedException: Password attempts exceeded');
  bench.wait(1);
  expect(await bench.refusal('InitiateAuth', request)).toBe('taken: tokens');
});

test('the test client writes the clock as the service wants it', () => {
  expect(srpTimestampFrom(bench.now())).toBe('Thu Mar 5 09:07:03 UTC 2026');
});
