// A pretend Cognito without a network, on a clock of its own, for tests of what it decides.
import { demoClientIds, demoPassword, demoPool } from '../demo/demo-pool.ts';
import { createCognito } from './cognito.ts';
import { CognitoError } from './cognito-error.ts';
import { operations } from './operations/index.ts';
import { generateSigningKeys } from './signing-keys.ts';
import type { UserPool } from './user-pool.ts';

/** Made once per test file and waited for before its first test: keys take time, and no test here is about them. */
const keys = await generateSigningKeys();

export type Answer = Readonly<Record<string, unknown>>;

function initiateAuth(AuthFlow: string, AuthParameters: object, ClientId: string = demoClientIds.default) {
  return { AuthFlow, ClientId, AuthParameters };
}

/** @param others pools that are there too */
export function testBench(pool: UserPool = demoPool(), ...others: readonly UserPool[]) {
  let time = Date.UTC(2026, 2, 5, 9, 7, 3);
  const cognito = createCognito(
    [pool, ...others],
    () => time,
    () => Promise.resolve(keys),
  );

  const ask = async (operationName: string, request: object): Promise<Answer> => {
    const operation = operations.find(({ name }) => name === operationName);
    if (operation === undefined) throw new Error(`There is no operation ${operationName}.`);
    return { ...(await operation.answer(request, cognito)) };
  };

  /** `Type: message` of the error, or what came instead of one. */
  const refusal = (operationName: string, request: object): Promise<string> =>
    ask(operationName, request).then(
      ({ ChallengeName: name }) => `taken: ${typeof name === 'string' ? name : 'tokens'}`,
      (error: unknown) => {
        if (error instanceof CognitoError) return `${error.type}: ${error.message}`;
        throw error;
      },
    );

  const signIn = async (username: string, clientId: string = demoClientIds.default, extra: object = {}) => {
    const parameters = { USERNAME: username, PASSWORD: demoPassword, ...extra };
    const answer = await ask('InitiateAuth', initiateAuth('USER_PASSWORD_AUTH', parameters, clientId));
    return resultOf(answer);
  };

  /** What follows the right password. */
  const begin = (username: string, clientId: string = demoClientIds.default) => {
    const parameters = { USERNAME: username, PASSWORD: demoPassword };
    return ask('InitiateAuth', initiateAuth('USER_PASSWORD_AUTH', parameters, clientId));
  };

  return {
    pool,
    cognito,
    ask,
    refusal,
    initiateAuth,
    signIn,
    begin,
    user: (username: string) => {
      const found = pool.users.find((user) => user.username === username);
      if (found === undefined) throw new Error(`There is no user ${username}.`);
      return found;
    },
    now: () => time,
    wait: (seconds: number) => {
      time += seconds * 1000;
    },
  };
}

/** The request that answers a challenge. What `extra` names takes the place of what stands in the challenge. */
export function replyTo(challenge: Answer, responses: object, extra: object = {}): object {
  const parameters = parametersOf(challenge);
  const USERNAME = parameters['USER_ID_FOR_SRP'] ?? parameters['USERNAME'];
  return {
    ClientId: demoClientIds.default,
    ChallengeName: challenge['ChallengeName'],
    Session: challenge['Session'],
    ChallengeResponses: { USERNAME, ...responses },
    ...extra,
  };
}

/** AuthenticationResult as strings. */
export function resultOf(answer: Answer): Record<'AccessToken' | 'IdToken' | 'RefreshToken', string> {
  const result = answer['AuthenticationResult'];
  if (typeof result !== 'object' || result === null) throw new Error('The answer has no tokens.');
  const text = (name: string) => String(Object.entries(result).find(([key]) => key === name)?.[1] ?? '');
  return { AccessToken: text('AccessToken'), IdToken: text('IdToken'), RefreshToken: text('RefreshToken') };
}

/** ChallengeParameters, which are strings throughout. */
export function parametersOf(answer: Answer): Record<string, string> {
  const parameters = answer['ChallengeParameters'];
  return typeof parameters === 'object' ? { ...parameters } : {};
}
