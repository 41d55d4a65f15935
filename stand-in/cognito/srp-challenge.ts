// The PASSWORD_VERIFIER challenge, which answers a client's SRP_A; the same for every flow that begins with SRP.
import { randomBytes } from 'node:crypto';
import { passwordVerifier } from './challenges/password-verifier.ts';
import type { Cognito } from './cognito.ts';
import { invalidParameter } from './cognito-error.ts';
import type { AuthAnswer } from './next-answer.ts';
import type { CustomAuth } from './progress.ts';
import { publicValueFrom, toInteger } from './srp.ts';
import type { AppClient, PoolUser, UserPool } from './user-pool.ts';

/** A zero A is a number like others here: it gets its challenge, and no proof for it is ever accepted. */
const clientPublicForm = /^[0-9a-f]{1,770}$/i;

export interface SrpStart {
  readonly pool: UserPool;
  readonly client: AppClient;
  /** What was typed. */
  readonly username: string;
  /** Undefined where there is none and the app client hides it: the challenge is put all the same. */
  readonly user: PoolUser | undefined;
  /** SRP_A */
  readonly clientPublic: string;
  readonly customAuth?: CustomAuth;
}

/** @throws CognitoError for an SRP_A that is no number */
export function checkClientPublic(text: string): void {
  if (!clientPublicForm.test(text)) throw invalidParameter('Invalid SRP_A');
}

export function srpChallenge(start: SrpStart, { state }: Cognito): AuthAnswer {
  const { pool, client, user, username, customAuth } = start;
  const { passwordVerifiers, srpAttempts } = state;
  const credential = user ? passwordVerifiers.ofUser(pool, user) : passwordVerifiers.ofUnknownUser(pool, username);
  const { identity, salt, verifier } = credential;
  const ephemeral = toInteger(randomBytes(64));
  const exchange = { verifier, ephemeral, clientPublic: BigInt(`0x${start.clientPublic}`) };
  const attempt = { client, identity, exchange, user: user ?? null, ...(customAuth && { customAuth }) };
  return {
    ChallengeName: passwordVerifier.name,
    ChallengeParameters: {
      SALT: salt.toString(16),
      SECRET_BLOCK: srpAttempts.open(attempt),
      SRP_B: publicValueFrom(verifier, ephemeral).toString(16),
      USERNAME: identity.userId,
      USER_ID_FOR_SRP: identity.userId,
    },
  };
}
