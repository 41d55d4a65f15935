// SELECT_MFA_TYPE: which of several second factors it shall be.
import { invalidParameter } from '../cognito-error.ts';
import { secondFactorOwed } from '../second-factor.ts';
import type { FollowingChallenge } from './challenge.ts';

export const selectMfaType: FollowingChallenge = {
  kind: 'following',
  name: 'SELECT_MFA_TYPE',
  requiredResponses: ['ANSWER'],

  isDue: (progress) => secondFactorOwed(progress).kind === 'choice',

  put(progress) {
    const owed = secondFactorOwed(progress);
    const factors = owed.kind === 'choice' ? owed.factors : [];
    return {
      parameters: { MFAS_CAN_CHOOSE: JSON.stringify(factors), USER_ID_FOR_SRP: progress.user.username },
      judge({ responses: { ANSWER: answer } }) {
        // AWS's text calls it EMAIL_MFA, Amplify sends the name of the challenge.
        const chosenFactor = factors.find((factor) => factor === (answer === 'EMAIL_MFA' ? 'EMAIL_OTP' : answer));
        if (chosenFactor === undefined) throw invalidParameter('Invalid MFA type selected for the user.');
        return { ...progress, chosenFactor };
      },
    };
  },
};
