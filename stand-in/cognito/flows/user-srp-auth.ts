// USER_SRP_AUTH: the first half of SRP, answered with a PASSWORD_VERIFIER challenge; the password never travels.
import { randomBytes } from 'node:crypto';
import { passwordVerifier } from '../challenges/password-verifier.ts';
import type { Cognito } from '../cognito.ts';
import { invalidParameter, throwRefusal } from '../cognito-error.ts';
import type { SrpCredential } from '../password-verifiers.ts';
import { publicValueFrom, toInteger } from '../srp.ts';
import type { PoolUser } from '../user-pool.ts';
import { findUser, refuseUnknownUser, userRefusal } from '../users.ts';
import type { Flow, FlowStart } from './flow.ts';

/** A zero A is a number like others here: it gets its challenge, and no proof for it is ever accepted. */
const clientPublicForm = /^[0-9a-f]{1,770}$/i;

export const userSrpAuth: Flow = {
  names: ['USER_SRP_AUTH'],
  begunBy: ['InitiateAuth', 'AdminInitiateAuth'],
  permission: 'ALLOW_USER_SRP_AUTH',
  requiredParameters: ['USERNAME', 'SRP_A'],

  begin(start, cognito) {
    const { client, parameters } = start;
    const { SRP_A = '' } = parameters;
    if (!clientPublicForm.test(SRP_A)) throw invalidParameter('Invalid SRP_A');
    const { user, credential } = credentialFor(start, cognito);
    const { identity, salt, verifier } = credential;
    const ephemeral = toInteger(randomBytes(64));
    const exchange = { verifier, ephemeral, clientPublic: BigInt(`0x${SRP_A}`) };
    return {
      ChallengeName: passwordVerifier.name,
      ChallengeParameters: {
        SALT: salt.toString(16),
        SECRET_BLOCK: cognito.state.srpAttempts.open({ client, identity, exchange, user }),
        SRP_B: publicValueFrom(verifier, ephemeral).toString(16),
        USERNAME: identity.userId,
        USER_ID_FOR_SRP: identity.userId,
      },
    };
  },
};

function credentialFor(
  { pool, client, parameters }: FlowStart,
  { state }: Cognito,
): { user: PoolUser | null; credential: SrpCredential } {
  const typed = parameters['USERNAME'] ?? '';
  const user = findUser(pool, typed);
  if (user === undefined) {
    refuseUnknownUser(client);
    return { user: null, credential: state.passwordVerifiers.ofUnknownUser(pool, typed) };
  }
  throwRefusal(userRefusal(user));
  return { user, credential: state.passwordVerifiers.ofUser(pool, user) };
}
