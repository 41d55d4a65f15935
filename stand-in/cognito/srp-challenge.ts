// The PASSWORD_VERIFIER challenge, which answers a client's SRP_A; the same for every flow that begins with SRP.
import { passwordVerifier } from './challenges/password-verifier.ts';
import type { Cognito } from './cognito.ts';
import type { AuthAnswer } from './next-answer.ts';
import type { CustomAuth } from './progress.ts';
import { openExchange } from './srp-exchange.ts';
import type { AppClient, PoolUser, UserPool } from './user-pool.ts';

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

export function srpChallenge(start: SrpStart, { state }: Cognito): AuthAnswer {
  const { pool, client, user, username, customAuth } = start;
  const { passwordVerifiers, srpAttempts } = state;
  const credential = user ? passwordVerifiers.ofUser(pool, user) : passwordVerifiers.ofUnknownUser(pool, username);
  const { identity, exchange, told } = openExchange(credential, start.clientPublic);
  const attempt = { client, identity, exchange, user: user ?? null, ...(customAuth && { customAuth }) };
  return {
    ChallengeName: passwordVerifier.name,
    ChallengeParameters: {
      ...told,
      SECRET_BLOCK: srpAttempts.open(attempt),
      USERNAME: identity.userId,
      USER_ID_FOR_SRP: identity.userId,
    },
  };
}
