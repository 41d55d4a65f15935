// SRP attempts between the challenge and the proof. There is no Session meanwhile: the SECRET_BLOCK, opaque to the client, tells
// which attempt a proof belongs to.
import { randomBytes } from 'node:crypto';
import type { CustomAuth, Progress } from './progress.ts';
import type { OpenExchange } from './srp-exchange.ts';
import type { AppClient, PoolUser } from './user-pool.ts';

/** To prove a user's password. */
export interface PasswordAttempt extends OpenExchange {
  readonly client: AppClient;
  /** Null for a user that does not exist, whose proof is never accepted. */
  readonly user: PoolUser | null;
  /** Where the attempt is part of CUSTOM_AUTH. */
  readonly customAuth?: CustomAuth;
}

/** To prove a device's password, in the midst of a sign-in. */
export interface DeviceAttempt extends OpenExchange {
  readonly client: AppClient;
  readonly progress: Progress;
}

export class SrpAttempts<TAttempt extends { readonly client: AppClient }> {
  readonly #attempts = new Map<string, TAttempt & { readonly expiresAt: number }>();
  readonly #now: () => number;

  constructor(now: () => number) {
    this.#now = now;
  }

  /** @returns the SECRET_BLOCK, base64, as long as real ones */
  open(attempt: TAttempt): string {
    const secretBlock = randomBytes(1104).toString('base64');
    const expiresAt = this.#now() + attempt.client.authSessionValidityMinutes * 60_000;
    this.#attempts.set(secretBlock, { ...attempt, expiresAt });
    return secretBlock;
  }

  find(secretBlock: string): (TAttempt & { readonly isLate: boolean }) | undefined {
    const attempt = this.#attempts.get(secretBlock);
    return attempt && { ...attempt, isLate: this.#now() > attempt.expiresAt };
  }

  /** Each attempt can be answered once. */
  spend(secretBlock: string): void {
    this.#attempts.delete(secretBlock);
  }
}
