// CUSTOM_CHALLENGE: whatever the pool's triggers ask. A wrong answer is an answer too: what follows is for them to decide.
import { nextInCustomAuth, runTrigger, triggersOf, withAnswered } from '../custom-auth.ts';
import type { FollowingChallenge } from './challenge.ts';

const name = 'CUSTOM_CHALLENGE';

export const customChallenge: FollowingChallenge = {
  kind: 'following',
  name,
  requiredResponses: ['ANSWER'],

  isDue: ({ customAuth }) => customAuth?.next === name,

  put(progress) {
    const { pool, user, customAuth: soFar = { session: [], userNotFound: false } } = progress;
    const triggers = triggersOf(pool);
    const about = { userAttributes: user.attributes, userNotFound: soFar.userNotFound };
    const made = runTrigger('CreateAuthChallenge', () =>
      triggers.createAuthChallenge({ ...about, session: soFar.session, challengeName: name }),
    );
    const { publicChallengeParameters, privateChallengeParameters, challengeMetadata } = made;
    return {
      parameters: { ...publicChallengeParameters, USERNAME: user.username },
      judge({ responses }) {
        const challengeAnswer = responses['ANSWER'] ?? '';
        const { answerCorrect } = runTrigger('VerifyAuthChallengeResponse', () =>
          triggers.verifyAuthChallengeResponse({ ...about, privateChallengeParameters, challengeAnswer }),
        );
        const answered = {
          challengeName: name,
          challengeResult: answerCorrect,
          ...(challengeMetadata !== undefined && { challengeMetadata }),
        };
        return nextInCustomAuth(progress, withAnswered(soFar, answered));
      },
    };
  },
};
