// The Session strings between a challenge and its answer: opaque, short-lived, and spent by the first answer that succeeds.
import { randomBytes } from 'node:crypto';
import type { PutChallenge } from './challenges/challenge.ts';
import { notAuthorized } from './cognito-error.ts';
import type { Progress } from './progress.ts';
import type { AppClient } from './user-pool.ts';

export interface PendingChallenge {
  readonly challengeName: string;
  readonly progress: Progress;
  readonly put: PutChallenge;
}

/** What is not named may be anything. */
export interface SoughtChallenge {
  readonly challengeName: string;
  readonly client?: AppClient;
  readonly username?: string;
}

interface Entry extends PendingChallenge {
  readonly expiresAt: number;
  spent: boolean;
}

export class ChallengeSessions {
  readonly #entries = new Map<string, Entry>();
  readonly #now: () => number;

  constructor(now: () => number) {
    this.#now = now;
  }

  open(challenge: PendingChallenge): string {
    // The real ones begin like this (an AWS Encryption SDK message) and are about as long.
    const session = `AYABe${randomBytes(1080).toString('base64url')}`;
    const expiresAt = this.#now() + challenge.progress.client.authSessionValidityMinutes * 60_000;
    this.#entries.set(session, { ...challenge, expiresAt, spent: false });
    return session;
  }

  /** @throws CognitoError unless the session is alive and is the one that is sought */
  find(session: string, { challengeName, client, username }: SoughtChallenge): PendingChallenge {
    const entry = this.#entries.get(session);
    if (
      entry?.challengeName !== challengeName ||
      (client !== undefined && entry.progress.client !== client) ||
      (username !== undefined && entry.progress.user.username !== username)
    ) {
      throw notAuthorized('Invalid session for the user.');
    }
    if (entry.spent) throw notAuthorized('Invalid session for the user, session can only be used once.');
    if (this.#now() > entry.expiresAt) throw notAuthorized('Invalid session for the user, session is expired.');
    return entry;
  }

  spend(session: string): void {
    const entry = this.#entries.get(session);
    if (entry !== undefined) entry.spent = true;
  }
}
