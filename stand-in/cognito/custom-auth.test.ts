// CUSTOM_AUTH: the demo's riddle, and triggers that do what triggers should not.
import { beforeEach, describe, expect, test } from 'vitest';
import { demoClientIds, demoPassword, demoPool } from '../demo/demo-pool.ts';
import { riddleQuestion } from '../demo/riddle.ts';
import type { CustomAuthTriggers, DefineAuthChallengeRequest } from './custom-auth-triggers.ts';
import { clientPublicHex, proofFrom } from './srp-test-client.ts';
import { parametersOf, replyTo, testBench, type Answer } from './test-bench.ts';
import type { UserPool } from './user-pool.ts';

const ClientId = demoClientIds.customAuth;
const wrong = 'NotAuthorizedException: Incorrect username or password.';
const spent = 'NotAuthorizedException: Invalid session for the user, session can only be used once.';

let bench: ReturnType<typeof testBench>;
beforeEach(() => {
  bench = testBench();
});

const begin = (username = 'cleo', extra: object = {}) =>
  bench.initiateAuth('CUSTOM_AUTH', { USERNAME: username, ...extra }, ClientId);
const begun = (username?: string, extra?: object) => bench.ask('InitiateAuth', begin(username, extra));
const guess = (challenge: Answer, ANSWER: string) => replyTo(challenge, { ANSWER }, { ClientId });
const guessed = (challenge: Answer, ANSWER: string) => bench.ask('RespondToAuthChallenge', guess(challenge, ANSWER));
const refusalOf = (challenge: Answer, ANSWER: string) =>
  bench.refusal('RespondToAuthChallenge', guess(challenge, ANSWER));

describe('the riddle', () => {
  test('is put without a password, and its answer gives tokens', async () => {
    const challenge = await begun();
    expect(challenge['ChallengeName']).toBe('CUSTOM_CHALLENGE');
    expect(parametersOf(challenge)).toEqual({ question: riddleQuestion, triesLeft: '3', USERNAME: 'cleo' });
    expect(await refusalOf(challenge, ' Water ')).toBe('taken: tokens');
  });

  test('is put again after a wrong answer, with a new session; the third ends the sign-in', async () => {
    const first = await begun();
    const second = await guessed(first, 'tide');
    expect(second['ChallengeName']).toBe('CUSTOM_CHALLENGE');
    expect(parametersOf(second)['triesLeft']).toBe('2');
    expect(await refusalOf(first, 'water')).toBe(spent);
    const third = await guessed(second, 'ebb');
    expect(parametersOf(third)['triesLeft']).toBe('1');
    expect(await refusalOf(third, 'moon')).toBe(wrong);
  });

  test('may be answered right at last', async () => {
    const challenge = await guessed(await guessed(await begun(), 'tide'), 'ebb');
    expect(await refusalOf(challenge, 'water')).toBe('taken: tokens');
  });

  test('waits three minutes', async () => {
    const challenge = await begun();
    bench.wait(181);
    expect(await refusalOf(challenge, 'water')).toBe(
      'NotAuthorizedException: Invalid session for the user, session is expired.',
    );
  });

  test('is not followed by a second factor', async () => {
    expect(await refusalOf(await begun('mia'), 'water')).toBe('taken: tokens');
  });
});

describe('with the password first', () => {
  const withPassword = { CHALLENGE_NAME: 'SRP_A', SRP_A: clientPublicHex };
  const prove = (challenge: Answer, password: string) => {
    const parameters = parametersOf(challenge);
    return replyTo(challenge, proofFrom({ parameters, poolName: 'Dem0Poo1x', password, now: bench.now() }), {
      ClientId,
    });
  };

  test('SRP comes before the riddle', async () => {
    const challenge = await begun('cleo', withPassword);
    expect(challenge['ChallengeName']).toBe('PASSWORD_VERIFIER');
    const next = await bench.ask('RespondToAuthChallenge', prove(challenge, demoPassword));
    expect(next['ChallengeName']).toBe('CUSTOM_CHALLENGE');
    expect(await refusalOf(next, 'water')).toBe('taken: tokens');
  });

  test('a wrong one ends it', async () => {
    const challenge = await begun('cleo', withPassword);
    expect(await bench.refusal('RespondToAuthChallenge', prove(challenge, 'Wr0ng!word'))).toBe(wrong);
  });

  test.each([
    ['no SRP_A', undefined, 'InvalidParameterException: Missing required parameter SRP_A'],
    ['one that is no number', 'xyz', 'InvalidParameterException: Invalid SRP_A'],
  ])('%s', async (_name, SRP_A, refusal) => {
    const parameters = { CHALLENGE_NAME: 'SRP_A', ...(SRP_A !== undefined && { SRP_A }) };
    expect(await bench.refusal('InitiateAuth', begin('cleo', parameters))).toBe(refusal);
  });

  test('SRP_A alone is no wish for it', async () => {
    expect((await begun('cleo', { SRP_A: clientPublicHex }))['ChallengeName']).toBe('CUSTOM_CHALLENGE');
  });
});

describe('a user who does not exist', () => {
  test('gets the riddle too, and never tokens', async () => {
    const challenge = await begun('nobody');
    expect(parametersOf(challenge)).toEqual({ question: riddleQuestion, triesLeft: '3', USERNAME: 'nobody' });
    expect(await refusalOf(challenge, 'water')).toBe(wrong);
  });

  test('is told where the client tells', async () => {
    bench = testBench(poolWith({}, 'LEGACY'));
    expect(await bench.refusal('InitiateAuth', begin('nobody'))).toBe('UserNotFoundException: User does not exist.');
  });
});

test.each([
  ['dora', 'NotAuthorizedException: User is disabled.'],
  ['ulla', 'UserNotConfirmedException: User is not confirmed.'],
])('%s is refused before any trigger is asked', async (username, refusal) => {
  expect(await bench.refusal('InitiateAuth', begin(username))).toBe(refusal);
});

test('a pool without triggers cannot do it', async () => {
  const { customAuth: _none, ...pool } = demoPool();
  bench = testBench(pool);
  expect(await bench.refusal('InitiateAuth', begin())).toBe(
    'InvalidParameterException: Custom auth lambda trigger is not configured for the user pool.',
  );
});

describe('triggers', () => {
  test('hear what has been answered, under the names they gave', async () => {
    const heard: DefineAuthChallengeRequest['session'][] = [];
    const { customAuth } = demoPool();
    const defineAuthChallenge = (request: DefineAuthChallengeRequest) => {
      heard.push(request.session);
      return customAuth?.defineAuthChallenge(request) ?? { issueTokens: false, failAuthentication: true };
    };
    bench = testBench(poolWith({ defineAuthChallenge }));
    await guessed(await guessed(await begun(), 'tide'), 'water');
    const first = { challengeName: 'CUSTOM_CHALLENGE', challengeResult: false, challengeMetadata: 'RIDDLE-1' };
    const second = { challengeName: 'CUSTOM_CHALLENGE', challengeResult: true, challengeMetadata: 'RIDDLE-2' };
    expect(heard).toEqual([[], [first], [first, second]]);
  });

  const broken = () => {
    throw new Error('out of riddles');
  };
  test.each<[string, Partial<CustomAuthTriggers>, string]>([
    [
      'DefineAuthChallenge that throws',
      { defineAuthChallenge: broken },
      'UserLambdaValidationException: DefineAuthChallenge failed with error out of riddles.',
    ],
    [
      'CreateAuthChallenge that throws',
      { createAuthChallenge: broken },
      'UserLambdaValidationException: CreateAuthChallenge failed with error out of riddles.',
    ],
    [
      'DefineAuthChallenge that says nothing',
      { defineAuthChallenge: () => ({ issueTokens: false, failAuthentication: false }) },
      'InvalidLambdaResponseException: Unrecognizable lambda output',
    ],
    [
      'DefineAuthChallenge that says no',
      { defineAuthChallenge: () => ({ issueTokens: false, failAuthentication: true }) },
      wrong,
    ],
    [
      'DefineAuthChallenge that lets in at once',
      { defineAuthChallenge: () => ({ issueTokens: true, failAuthentication: false }) },
      'taken: tokens',
    ],
  ])('%s', async (_name, triggers, expected) => {
    bench = testBench(poolWith(triggers));
    expect(await bench.refusal('InitiateAuth', begin())).toBe(expected);
  });

  test('VerifyAuthChallengeResponse that throws leaves the session good', async () => {
    let isBroken = true;
    const verifyAuthChallengeResponse = () => (isBroken ? broken() : { answerCorrect: true });
    bench = testBench(poolWith({ verifyAuthChallengeResponse }));
    const challenge = await begun();
    expect(await refusalOf(challenge, 'x')).toBe(
      'UserLambdaValidationException: VerifyAuthChallengeResponse failed with error out of riddles.',
    );
    isBroken = false;
    expect(await refusalOf(challenge, 'x')).toBe('taken: tokens');
  });
});

function poolWith(
  triggers: Partial<CustomAuthTriggers>,
  preventUserExistenceErrors: 'ENABLED' | 'LEGACY' = 'ENABLED',
): UserPool {
  const { customAuth, ...pool } = demoPool();
  const clients = pool.clients.map((client) => ({ ...client, preventUserExistenceErrors }));
  return { ...pool, clients, ...(customAuth && { customAuth: { ...customAuth, ...triggers } }) };
}
