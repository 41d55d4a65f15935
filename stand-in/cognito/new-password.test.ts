import { beforeEach, describe, expect, test } from 'vitest';
import { demoClientIds, demoPool } from '../demo/demo-pool.ts';
import { parametersOf, testBench } from './test-bench.ts';

let bench: ReturnType<typeof testBench>;
beforeEach(() => {
  bench = testBench();
});

const asNina = { USERNAME: 'nina', PASSWORD: 'Passw0rd!' };
const good = { USERNAME: 'nina', NEW_PASSWORD: 'N3w!password', 'userAttributes.name': 'Nina Horvat' };

async function challenge() {
  const answer = await bench.ask('InitiateAuth', bench.initiateAuth('USER_PASSWORD_AUTH', asNina));
  return { session: String(answer['Session']), parameters: parametersOf(answer) };
}

function answerWith(Session: string, ChallengeResponses: object, ClientId: string = demoClientIds.default) {
  const request = { ClientId, ChallengeName: 'NEW_PASSWORD_REQUIRED', Session, ChallengeResponses };
  return bench.refusal('RespondToAuthChallenge', request);
}

test('the challenge tells what is missing and what is there, as JSON texts', async () => {
  const { parameters } = await challenge();
  expect(parameters).toEqual({
    USER_ID_FOR_SRP: 'nina',
    requiredAttributes: '["userAttributes.name"]',
    userAttributes: '{"email":"nina@example.com","email_verified":"true"}',
  });
});

test('the new password gives tokens, and is the password from then on', async () => {
  const { session } = await challenge();
  expect(await answerWith(session, good)).toBe('taken: tokens');
  const again = (PASSWORD: string) =>
    bench.refusal('InitiateAuth', bench.initiateAuth('USER_PASSWORD_AUTH', { USERNAME: 'nina', PASSWORD }));
  expect(await again('N3w!password')).toBe('taken: tokens');
  expect(await again('Passw0rd!')).toBe('NotAuthorizedException: Incorrect username or password.');
  expect(bench.user('nina')).toMatchObject({ status: 'CONFIRMED', attributes: { name: 'Nina Horvat' } });
});

describe('refused, with the session still good:', () => {
  test.each([
    [
      'a password against the policy',
      { ...good, NEW_PASSWORD: 'password1!' },
      'InvalidPasswordException: Password did not conform with policy: Password must have uppercase characters',
    ],
    [
      'a required attribute that is missing',
      { USERNAME: 'nina', NEW_PASSWORD: 'N3w!password' },
      'InvalidParameterException: Invalid attributes given, name is missing',
    ],
    [
      'a required attribute that is empty',
      { ...good, 'userAttributes.name': '' },
      'InvalidParameterException: Invalid attributes given, name is missing',
    ],
    [
      'an attribute that has a value',
      { ...good, 'userAttributes.email': 'nina@example.com' },
      'InvalidParameterException: Cannot modify an already provided email',
    ],
    ['another user name', { ...good, USERNAME: 'bob' }, 'NotAuthorizedException: Invalid session for the user.'],
  ])('%s', async (_name, responses, expected) => {
    const { session } = await challenge();
    expect(await answerWith(session, responses)).toBe(expected);
    expect(bench.user('nina')).toEqual(demoPool().users.find(({ username }) => username === 'nina'));
    expect(await answerWith(session, good)).toBe('taken: tokens');
  });
});

test('a session can be used once', async () => {
  const { session } = await challenge();
  await answerWith(session, good);
  expect(await answerWith(session, good)).toBe(
    'NotAuthorizedException: Invalid session for the user, session can only be used once.',
  );
});

test('a session lives three minutes', async () => {
  const { session } = await challenge();
  bench.wait(181);
  expect(await answerWith(session, good)).toBe(
    'NotAuthorizedException: Invalid session for the user, session is expired.',
  );
});

test('a session is of no use to another client', async () => {
  const { session } = await challenge();
  expect(await answerWith(session, good, demoClientIds.legacyErrors)).toBe(
    'NotAuthorizedException: Invalid session for the user.',
  );
});

test('a temporary password lives seven days', async () => {
  bench.wait(7 * 24 * 3600 + 1);
  expect(await bench.refusal('InitiateAuth', bench.initiateAuth('USER_PASSWORD_AUTH', asNina))).toBe(
    'NotAuthorizedException: Temporary password has expired and must be reset by an administrator.',
  );
});
