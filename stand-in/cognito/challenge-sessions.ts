// The Session strings between a challenge and its answer: opaque, short-lived, and spent by the first answer that succeeds.
import { randomBytes } from 'node:crypto';
import { notAuthorized } from './cognito-error.ts';
import type { AppClient, PoolUser, UserPool } from './user-pool.ts';

export interface PendingChallenge {
  readonly pool: UserPool;
  readonly client: AppClient;
  readonly user: PoolUser;
  readonly challengeName: string;
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
    const expiresAt = this.#now() + challenge.client.authSessionValidityMinutes * 60_000;
    this.#entries.set(session, { ...challenge, expiresAt, spent: false });
    return session;
  }

  /** Throws unless the session is alive and belongs to this challenge, client and user name. */
  find(session: string, sought: { client: AppClient; challengeName: string; username: string }): PendingChallenge {
    const entry = this.#entries.get(session);
    if (
      entry?.client.id !== sought.client.id ||
      entry.challengeName !== sought.challengeName ||
      entry.user.username !== sought.username
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
