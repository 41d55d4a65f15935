// PASSWORD_VERIFIER: the second half of SRP. Unknown attempt, wrong proof, wrong clock, wrong user name: all the same answer.
import { incorrectUsernameOrPassword, notAuthorized } from '../cognito-error.ts';
import { nextInCustomAuth, withAnswered } from '../custom-auth.ts';
import { claimSignatureFrom, sharedKeyFrom } from '../srp.ts';
import type { SrpAttempt } from '../srp-attempts.ts';
import { isFreshSrpTimestamp } from '../srp-timestamp.ts';
import type { ChallengeReply, OpeningChallenge } from './challenge.ts';

export const passwordVerifier: OpeningChallenge = {
  kind: 'opening',
  name: 'PASSWORD_VERIFIER',
  requiredResponses: ['PASSWORD_CLAIM_SIGNATURE', 'PASSWORD_CLAIM_SECRET_BLOCK', 'TIMESTAMP'],

  judge(reply, cognito) {
    const { pool, client } = reply;
    const { state } = cognito;
    const attempt = state.srpAttempts.take(reply.responses['PASSWORD_CLAIM_SECRET_BLOCK'] ?? '');
    if (attempt?.client.id !== client.id) throw incorrectUsernameOrPassword();
    if (attempt.isLate) throw notAuthorized('Invalid session for the user, session is expired.');
    const user = state.failedPasswords.provenUser(pool, attempt.identity.userId, () =>
      isProof(attempt, reply, cognito.now()) ? attempt.user : null,
    );
    const { customAuth } = attempt;
    if (customAuth === undefined) return { pool, client, user };
    const answered = { challengeName: 'PASSWORD_VERIFIER', challengeResult: true };
    return nextInCustomAuth({ pool, client, user }, withAnswered(customAuth, answered));
  },
};

function isProof({ identity, exchange }: SrpAttempt, { username, responses }: ChallengeReply, now: number): boolean {
  const {
    PASSWORD_CLAIM_SIGNATURE: signature,
    PASSWORD_CLAIM_SECRET_BLOCK: secretBlock = '',
    TIMESTAMP: timestamp = '',
  } = responses;
  // The alias typed at the start does not do here: the proof is over USER_ID_FOR_SRP.
  if (username !== identity.userId || !isFreshSrpTimestamp(timestamp, now)) return false;
  const key = sharedKeyFrom(exchange);
  return key !== null && signature === claimSignatureFrom(key, identity, secretBlock, timestamp);
}
