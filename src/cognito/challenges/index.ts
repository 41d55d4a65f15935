// The registry of challenges this app can answer. A new one is a file and a line.

import type { Challenge } from './challenge.ts';
import { newPasswordRequired } from './new-password-required.ts';
import { passwordVerifier } from './password-verifier.ts';

const challenges: readonly Challenge[] = [passwordVerifier, newPasswordRequired];

export function challengeNamed(name: string): Challenge | undefined {
  return challenges.find((challenge) => challenge.name === name);
}
