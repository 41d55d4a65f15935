// The custom challenge of the demo: a riddle, and three tries at it. Works with a password before it, and without.
import type { CustomAuthTriggers } from '../cognito/custom-auth-triggers.ts';

const tries = 3;
const answer = 'water';

/** For people; the answer is the second word. */
export const riddleQuestion = 'The paper of Tern Quay is called Low …?';

export const riddle: CustomAuthTriggers = {
  defineAuthChallenge({ session }) {
    const last = session.at(-1);
    const guesses = session.filter(({ challengeName }) => challengeName === 'CUSTOM_CHALLENGE');
    if (last?.challengeName === 'SRP_A') return { ...undecided, challengeName: 'PASSWORD_VERIFIER' };
    if (last?.challengeName === 'CUSTOM_CHALLENGE' && last.challengeResult) return { ...undecided, issueTokens: true };
    if (guesses.length >= tries) return { ...undecided, failAuthentication: true };
    return { ...undecided, challengeName: 'CUSTOM_CHALLENGE' };
  },

  createAuthChallenge({ session }) {
    const guesses = session.filter(({ challengeName }) => challengeName === 'CUSTOM_CHALLENGE').length;
    return {
      publicChallengeParameters: { question: riddleQuestion, triesLeft: String(tries - guesses) },
      privateChallengeParameters: { answer },
      challengeMetadata: `RIDDLE-${guesses + 1}`,
    };
  },

  verifyAuthChallengeResponse({ challengeAnswer, privateChallengeParameters }) {
    return { answerCorrect: challengeAnswer.trim().toLowerCase() === privateChallengeParameters['answer'] };
  },
};

const undecided = { issueTokens: false, failAuthentication: false };
