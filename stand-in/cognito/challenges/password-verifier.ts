// PASSWORD_VERIFIER: the second half of SRP. Unknown attempt, wrong proof, wrong clock, wrong user name: all the same answer.
import { incorrectUsernameOrPassword, notAuthorized } from '../cognito-error.ts';
import { nextInCustomAuth, withAnswered } from '../custom-auth.ts';
import { isProof, proofResponses } from '../srp-exchange.ts';
import type { BlockChallenge } from './challenge.ts';

export const passwordVerifier: BlockChallenge = {
  kind: 'by secret block',
  name: 'PASSWORD_VERIFIER',
  requiredResponses: proofResponses,

  judge({ pool, client, username, responses, secretBlock }, { state, now }) {
    const attempt = state.srpAttempts.find(secretBlock);
    if (attempt?.client.id !== client.id) throw incorrectUsernameOrPassword();
    if (attempt.isLate) throw notAuthorized('Invalid session for the user, session is expired.');
    const { userId } = attempt.identity;
    const user = state.failedPasswords.provenUser(pool, userId, () => {
      // The alias typed at the start does not do here: the proof is over USER_ID_FOR_SRP.
      if (username === userId && isProof(attempt, responses, now())) return attempt.user;
      state.srpAttempts.spend(secretBlock);
      return null;
    });
    const { customAuth } = attempt;
    if (customAuth === undefined) return { pool, client, user };
    const answered = { challengeName: 'PASSWORD_VERIFIER', challengeResult: true };
    return nextInCustomAuth({ pool, client, user }, withAnswered(customAuth, answered));
  },

  spend(secretBlock, { state }) {
    state.srpAttempts.spend(secretBlock);
  },
};
