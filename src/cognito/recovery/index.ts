// The registry of what helps a person who cannot sign in yet.

import type { Move } from '../challenges/challenge.ts';
import { confirmSignUp } from './confirm-sign-up.ts';
import { forgotPassword } from './forgot-password.ts';

export type Recovery = 'forgot-password' | 'confirm-sign-up';

export const recoveries: Readonly<Record<Recovery, Move>> = {
  'forgot-password': forgotPassword,
  'confirm-sign-up': confirmSignUp,
};
