// What every challenge has in common. A challenge says what it asks and whether an answer passes; what follows is next-answer's.
import type { Cognito } from '../cognito.ts';
import type { AppClient, PoolUser, UserPool } from '../user-pool.ts';

export type Challenge = OpeningChallenge | FollowingChallenge;

interface ChallengeBase {
  /** ChallengeName */
  readonly name: string;
  /** Names of ChallengeResponses beside USERNAME. */
  readonly requiredResponses: readonly string[];
}

/** Put by a flow before anybody is known; there is no Session. */
export interface OpeningChallenge extends ChallengeBase {
  readonly kind: 'opening';
  /** @throws CognitoError if the answer does not pass */
  userProvenBy(reply: ChallengeReply, cognito: Cognito): PoolUser;
}

/** Put to a user whose password is proven, where it is due. */
export interface FollowingChallenge extends ChallengeBase {
  readonly kind: 'following';
  isDue(user: PoolUser): boolean;
  /** ChallengeParameters */
  parametersFor(pool: UserPool, user: PoolUser): Readonly<Record<string, string>>;
  /** @throws CognitoError if the answer does not pass; the Session then stays good */
  pass(user: PoolUser, reply: ChallengeReply): void;
}

export interface ChallengeReply {
  readonly pool: UserPool;
  readonly client: AppClient;
  readonly username: string;
  /** ChallengeResponses */
  readonly responses: Readonly<Record<string, string>>;
}
