// What a user gets whose password is proven: the next challenge that is due, or tokens.
import { challenges } from './challenges/index.ts';
import type { Cognito } from './cognito.ts';
import { notAuthorized } from './cognito-error.ts';
import type { AuthenticationResult } from './token-issuer.ts';
import type { AppClient, PoolUser, UserPool } from './user-pool.ts';

/** The answer of InitiateAuth and RespondToAuthChallenge. */
export type AuthAnswer =
  | {
      readonly ChallengeName: string;
      /** Absent with PASSWORD_VERIFIER. */
      readonly Session?: string;
      readonly ChallengeParameters: Readonly<Record<string, string>>;
    }
  | {
      readonly ChallengeParameters: Readonly<Record<string, never>>;
      readonly AuthenticationResult: AuthenticationResult;
    };

export interface ProvenUser {
  readonly pool: UserPool;
  readonly client: AppClient;
  readonly user: PoolUser;
  /** The challenge just passed; only those behind it can follow. */
  readonly passed?: string;
}

export async function nextAnswer(cognito: Cognito, proven: ProvenUser): Promise<AuthAnswer> {
  const { pool, client, user, passed } = proven;
  const { state, issuer } = cognito;
  refuseExpiredTemporaryPassword(cognito, proven);
  const ahead = challenges.slice(challenges.findIndex(({ name }) => name === passed) + 1);
  const due = ahead.find((challenge) => challenge.kind === 'following' && challenge.isDue(user));
  if (due?.kind === 'following') {
    return {
      ChallengeName: due.name,
      Session: state.challengeSessions.open({ pool, client, user, challengeName: due.name }),
      ChallengeParameters: due.parametersFor(pool, user),
    };
  }
  const now = cognito.now();
  const signIn = state.signIns.begin(pool, client, user, now);
  const refreshToken = state.signIns.addRefreshToken(signIn, now + client.tokenLife.refreshToken * 1000);
  return { ChallengeParameters: {}, AuthenticationResult: await issuer.issue(signIn, refreshToken) };
}

function refuseExpiredTemporaryPassword(cognito: Cognito, { pool, user }: ProvenUser): void {
  const lifeInMs = pool.passwordPolicy.temporaryPasswordValidityDays * 24 * 3_600_000;
  if (user.status === 'FORCE_CHANGE_PASSWORD' && cognito.now() > cognito.state.startedAt + lifeInMs) {
    throw notAuthorized('Temporary password has expired and must be reset by an administrator.');
  }
}
