// The registry of challenges this app can answer, but for the one that every SRP sign-in meets (load-challenge.ts). A new one
// is a file and a line.

import type { Challenge } from './challenge.ts';
import { customChallenge } from './custom-challenge.ts';
import { devicePasswordVerifier } from './device-password-verifier.ts';
import { deviceSrpAuth } from './device-srp-auth.ts';
import { emailOtp } from './email-otp.ts';
import { mfaSetup } from './mfa-setup.ts';
import { newPasswordRequired } from './new-password-required.ts';
import { selectMfaType } from './select-mfa-type.ts';
import { smsMfa } from './sms-mfa.ts';
import { softwareTokenMfa } from './software-token-mfa.ts';
import { unsupportedChallenge } from './unsupported.ts';

const challenges: readonly Challenge[] = [
  newPasswordRequired,
  smsMfa,
  softwareTokenMfa,
  emailOtp,
  selectMfaType,
  mfaSetup,
  customChallenge,
  deviceSrpAuth,
  devicePasswordVerifier,
];

export function challengeNamed(name: string): Challenge {
  return challenges.find((challenge) => challenge.name === name) ?? unsupportedChallenge(name);
}
