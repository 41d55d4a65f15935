// Finds a challenge by its name. Their forms are fetched when one is asked for: most sign-ins meet none.

import type { Challenge } from './challenge.ts';
import { passwordVerifier } from './password-verifier.ts';

/** One that this app cannot answer is there too, and gives up. Rejects where the page's own server is gone. */
export async function loadChallenge(name: string): Promise<Challenge> {
  return name === passwordVerifier.name ? passwordVerifier : (await import('./index.ts')).challengeNamed(name);
}
