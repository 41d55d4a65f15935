// A second factor whose code comes by SMS or e-mail. Asking for it sends a new code; an older one is good for its own Session only.
import { deliverCode, type Medium } from '../code-delivery.ts';
import { limitedTries } from '../limited-tries.ts';
import { owesFactor } from '../second-factor.ts';
import type { FollowingChallenge } from './challenge.ts';

export interface CodeByMessage {
  readonly factor: 'SMS_MFA' | 'EMAIL_OTP';
  readonly medium: Medium;
  /** The name of the code in ChallengeResponses. */
  readonly response: string;
}

export function codeByMessage({ factor, medium, response }: CodeByMessage): FollowingChallenge {
  return {
    kind: 'following',
    name: factor,
    requiredResponses: [response],

    isDue: (progress) => owesFactor(progress, factor),

    put(progress, cognito) {
      const { user } = progress;
      const sent = deliverCode(cognito.state.outbox, { user, medium, purpose: 'mfa', now: cognito.now() });
      const judgeCode = limitedTries((code) => code === sent.code, 'Invalid code or auth state for the user.');
      return {
        parameters: {
          CODE_DELIVERY_DELIVERY_MEDIUM: sent.details.DeliveryMedium,
          CODE_DELIVERY_DESTINATION: sent.details.Destination,
          USER_ID_FOR_SRP: user.username,
        },
        judge({ responses }) {
          judgeCode(responses[response] ?? '');
          return { ...progress, secondFactorDone: true };
        },
      };
    },
  };
}
