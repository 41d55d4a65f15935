// SOFTWARE_TOKEN_MFA: the code of an authenticator app.
import { limitedTries } from '../limited-tries.ts';
import { owesFactor } from '../second-factor.ts';
import type { FollowingChallenge } from './challenge.ts';

export const softwareTokenMfa: FollowingChallenge = {
  kind: 'following',
  name: 'SOFTWARE_TOKEN_MFA',
  requiredResponses: ['SOFTWARE_TOKEN_MFA_CODE'],

  isDue: (progress) => owesFactor(progress, 'SOFTWARE_TOKEN_MFA'),

  put(progress, { state }) {
    const { user } = progress;
    const friendlyName = user.softwareToken?.friendlyName;
    const judgeCode = limitedTries(
      (code) => state.softwareTokens.isRight(user, code),
      'Invalid code received for user',
    );
    return {
      parameters: {
        USER_ID_FOR_SRP: user.username,
        ...(friendlyName !== undefined && { FRIENDLY_DEVICE_NAME: friendlyName }),
      },
      judge({ responses }) {
        judgeCode(responses['SOFTWARE_TOKEN_MFA_CODE'] ?? '');
        return { ...progress, secondFactorDone: true };
      },
    };
  },
};
