// What every challenge has in common. A challenge says when it is due, what it asks, and whether an answer passes.
import type { Cognito } from '../cognito.ts';
import type { Progress } from '../progress.ts';
import type { AppClient, UserPool } from '../user-pool.ts';

export type Challenge = BlockChallenge | FollowingChallenge;

interface ChallengeBase {
  /** ChallengeName */
  readonly name: string;
  /** Names of ChallengeResponses beside USERNAME. */
  readonly requiredResponses: readonly string[];
}

/** The second half of SRP: told by its SECRET_BLOCK, there is no Session. */
export interface BlockChallenge extends ChallengeBase {
  readonly kind: 'by secret block';
  /**
   * Spends the block where the proof is wrong.
   * @throws CognitoError if the answer does not pass
   */
  judge(reply: ChallengeReply & { readonly secretBlock: string }, cognito: Cognito): Progress;
  spend(secretBlock: string, cognito: Cognito): void;
}

/** Put to a user who is known, where it is due. */
export interface FollowingChallenge extends ChallengeBase {
  readonly kind: 'following';
  isDue(progress: Progress): boolean;
  /** Does what goes with asking (sends a code, for example). */
  put(progress: Progress, cognito: Cognito): PutChallenge;
}

/** A challenge on its way to one user. */
export interface PutChallenge {
  /** ChallengeParameters */
  readonly parameters: Readonly<Record<string, string>>;
  /** @throws CognitoError if the answer does not pass; the Session then stays good */
  judge(reply: ChallengeReply): Progress;
}

export interface ChallengeReply {
  readonly pool: UserPool;
  readonly client: AppClient;
  readonly username: string;
  /** ChallengeResponses */
  readonly responses: Readonly<Record<string, string>>;
}
