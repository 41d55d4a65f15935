// The challenges this stand-in puts. Of those that follow each other, the first that is due comes first.
import { adminNoSrpAuth } from './admin-no-srp-auth.ts';
import type { Challenge } from './challenge.ts';
import { customChallenge } from './custom-challenge.ts';
import { devicePasswordVerifier } from './device-password-verifier.ts';
import { deviceSrpAuth } from './device-srp-auth.ts';
import { emailOtp } from './email-otp.ts';
import { mfaSetup } from './mfa-setup.ts';
import { newPasswordRequired } from './new-password-required.ts';
import { passwordVerifier } from './password-verifier.ts';
import { selectMfaType } from './select-mfa-type.ts';
import { smsMfa } from './sms-mfa.ts';
import { softwareTokenMfa } from './software-token-mfa.ts';

export const challenges: readonly Challenge[] = [
  passwordVerifier,
  devicePasswordVerifier,
  adminNoSrpAuth,
  newPasswordRequired,
  customChallenge,
  selectMfaType,
  smsMfa,
  softwareTokenMfa,
  emailOtp,
  mfaSetup,
  deviceSrpAuth,
];
