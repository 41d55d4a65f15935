// MFA_SETUP: the pool demands a second factor and the user has none. An authenticator app is set up by AssociateSoftwareToken and
// VerifySoftwareToken, whose last Session answers this; an e-mail address is given in the answer, and proven by EMAIL_OTP next.
// https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-mfa-totp.html
import { noSoftwareToken } from '../software-tokens.ts';
import type { Progress } from '../progress.ts';
import { factorsToSetUp, secondFactorOwed } from '../second-factor.ts';
import type { FollowingChallenge } from './challenge.ts';

export const mfaSetup: FollowingChallenge = {
  kind: 'following',
  name: 'MFA_SETUP',
  requiredResponses: [],

  isDue: (progress) => secondFactorOwed(progress).kind === 'setup',

  put(progress) {
    const { pool, user } = progress;
    const factors = factorsToSetUp(pool);
    return {
      parameters: { MFAS_CAN_SETUP: JSON.stringify(factors), USER_ID_FOR_SRP: user.username },
      judge({ responses: { EMAIL: email } }) {
        if (email === undefined || !factors.includes('EMAIL_OTP')) throw noSoftwareToken();
        user.attributes = { ...user.attributes, email };
        user.enabledMfas = ['EMAIL_OTP'];
        return progress;
      },
    };
  },
};

/** What answers MFA_SETUP once the authenticator app is verified: it is the user's second factor, and proven already. */
export function withSoftwareToken(progress: Progress): Progress {
  progress.user.enabledMfas = ['SOFTWARE_TOKEN_MFA'];
  return { ...progress, secondFactorDone: true };
}
