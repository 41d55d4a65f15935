// The challenges this stand-in puts. Those that follow a proven password are put in this order.
import type { Challenge } from './challenge.ts';
import { newPasswordRequired } from './new-password-required.ts';
import { passwordVerifier } from './password-verifier.ts';
import { smsMfa } from './sms-mfa.ts';

export const challenges: readonly Challenge[] = [passwordVerifier, newPasswordRequired, smsMfa];
