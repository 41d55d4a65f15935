// Finds a challenge by its name. Their forms are fetched when one is asked for: most sign-ins meet none.

import type { Challenge } from './challenge.ts';
import { passwordVerifier } from './password-verifier.ts';

/** Undefined for a challenge that this app cannot answer. Rejects where the page's own server is gone. */
export async function loadChallenge(name: string): Promise<Challenge | undefined> {
  if (name === passwordVerifier.name) return passwordVerifier;
  const { challenges } = await import('./index.ts');
  return challenges.find((challenge) => challenge.name === name);
}
