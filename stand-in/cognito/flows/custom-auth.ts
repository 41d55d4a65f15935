// CUSTOM_AUTH: the pool's triggers decide what is asked. A client may begin with its password (CHALLENGE_NAME=SRP_A) or without.
// https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-lambda-challenge.html
import { deviceNamed } from '../device-named.ts';
import { nextInCustomAuth, triggersOf } from '../custom-auth.ts';
import { nextAnswer } from '../next-answer.ts';
import { requireParameters } from '../required-parameters.ts';
import { srpChallenge } from '../srp-challenge.ts';
import { checkClientPublic } from '../srp-exchange.ts';
import { madeUpUser, welcomeUser } from '../users.ts';
import type { Flow } from './flow.ts';

export const customAuth: Flow = {
  names: ['CUSTOM_AUTH'],
  begunBy: ['InitiateAuth', 'AdminInitiateAuth'],
  permission: 'ALLOW_CUSTOM_AUTH',
  requiredParameters: ['USERNAME'],

  begin({ pool, client, parameters }, cognito) {
    triggersOf(pool);
    const { USERNAME: username = '', CHALLENGE_NAME: first, SRP_A: clientPublic = '' } = parameters;
    if (first === 'SRP_A') {
      requireParameters(parameters, ['SRP_A']);
      checkClientPublic(clientPublic);
    }
    const user = welcomeUser(pool, client, username);
    const known = { pool, client, user: user ?? madeUpUser(username) };
    const start = { ...known, ...(user && deviceNamed(cognito, known, parameters['DEVICE_KEY'])) };
    const session = first === 'SRP_A' ? [{ challengeName: first, challengeResult: true }] : [];
    const progress = nextInCustomAuth(start, { session, userNotFound: user === undefined });
    if (first !== 'SRP_A' || progress.customAuth?.next !== 'PASSWORD_VERIFIER') return nextAnswer(cognito, progress);
    return srpChallenge({ pool, client, username, user, clientPublic, customAuth: progress.customAuth }, cognito);
  },
};
