// SRP attempts between the challenge and the proof. There is no Session in plain USER_SRP_AUTH: the SECRET_BLOCK, opaque to
// the client, tells which attempt a proof belongs to.
import { randomBytes } from 'node:crypto';
import type { CustomAuth } from './progress.ts';
import type { AppClient, PoolUser } from './user-pool.ts';
import type { Exchange, SrpIdentity } from './srp.ts';

export interface SrpAttempt {
  readonly client: AppClient;
  readonly identity: SrpIdentity;
  readonly exchange: Exchange;
  /** Null for a user that does not exist, whose proof is never accepted. */
  readonly user: PoolUser | null;
  /** Where the attempt is part of CUSTOM_AUTH. */
  readonly customAuth?: CustomAuth;
}

export class SrpAttempts {
  readonly #attempts = new Map<string, SrpAttempt & { readonly expiresAt: number }>();
  readonly #now: () => number;

  constructor(now: () => number) {
    this.#now = now;
  }

  /** @returns the SECRET_BLOCK, base64, as long as real ones */
  open(attempt: SrpAttempt): string {
    const secretBlock = randomBytes(1104).toString('base64');
    const expiresAt = this.#now() + attempt.client.authSessionValidityMinutes * 60_000;
    this.#attempts.set(secretBlock, { ...attempt, expiresAt });
    return secretBlock;
  }

  /** Each attempt can be answered once. */
  take(secretBlock: string): (SrpAttempt & { readonly isLate: boolean }) | undefined {
    const attempt = this.#attempts.get(secretBlock);
    this.#attempts.delete(secretBlock);
    return attempt && { ...attempt, isLate: this.#now() > attempt.expiresAt };
  }
}
