// CUSTOM_AUTH's conversation with the pool's triggers: what they are asked, and what becomes of a trigger that fails.
// https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-lambda-challenge.html
import { CognitoError, incorrectUsernameOrPassword, invalidParameter } from './cognito-error.ts';
import type { ChallengeResult, CustomAuthTriggers } from './custom-auth-triggers.ts';
import type { CustomAuthSoFar, Progress } from './progress.ts';
import type { UserPool } from './user-pool.ts';

export function triggersOf(pool: UserPool): CustomAuthTriggers {
  if (pool.customAuth !== undefined) return pool.customAuth;
  throw invalidParameter('Custom auth lambda trigger is not configured for the user pool.');
}

/**
 * The same sign-in after DefineAuthChallenge was asked what comes next.
 * @throws CognitoError where the trigger ends the sign-in, or fails
 */
export function nextInCustomAuth(progress: Progress, soFar: CustomAuthSoFar): Progress {
  const { pool, user } = progress;
  const { session, userNotFound } = soFar;
  const said = runTrigger('DefineAuthChallenge', () =>
    triggersOf(pool).defineAuthChallenge({ userAttributes: user.attributes, session, userNotFound }),
  );
  if (said.failAuthentication) throw incorrectUsernameOrPassword();
  const next = said.issueTokens ? 'tokens' : said.challengeName;
  if (next === undefined) throw new CognitoError('InvalidLambdaResponseException', 'Unrecognizable lambda output');
  return { ...progress, customAuth: { session, userNotFound, next } };
}

export function withAnswered(soFar: CustomAuthSoFar, answered: ChallengeResult): CustomAuthSoFar {
  return { ...soFar, session: [...soFar.session, answered] };
}

/** What a trigger throws is told to the client, under the trigger's name. */
export function runTrigger<T>(name: string, run: () => T): T {
  try {
    return run();
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    throw new CognitoError('UserLambdaValidationException', `${name} failed with error ${message}.`);
  }
}
