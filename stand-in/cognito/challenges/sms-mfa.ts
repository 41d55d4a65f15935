// SMS_MFA, as far as a stand-in without a telephone goes: it asks, and since no message was sent, no code is right.
import { CognitoError } from '../cognito-error.ts';
import type { FollowingChallenge } from './challenge.ts';

export const smsMfa: FollowingChallenge = {
  kind: 'following',
  name: 'SMS_MFA',
  requiredResponses: ['SMS_MFA_CODE'],

  isDue: (user) => user.preferredMfa === 'SMS_MFA',

  parametersFor: (_pool, user) => ({
    CODE_DELIVERY_DELIVERY_MEDIUM: 'SMS',
    CODE_DELIVERY_DESTINATION: `+*******${(user.attributes['phone_number'] ?? '').slice(-4)}`,
    USER_ID_FOR_SRP: user.username,
  }),

  pass() {
    throw new CognitoError('CodeMismatchException', 'Invalid code or auth state for the user.');
  },
};
