// Who failed how often to prove a password; lockout.ts makes the rules.
import { incorrectUsernameOrPassword, notAuthorized } from './cognito-error.ts';
import { isLockedOut, nextFailures, type Failures } from './lockout.ts';
import type { UserPool } from './user-pool.ts';

export class FailedPasswords {
  readonly #failures = new Map<string, Failures>();
  readonly #now: () => number;

  constructor(now: () => number) {
    this.#now = now;
  }

  /** Throws if the proof is wrong, or if it comes during a lockout, which it then does not prolong. */
  judge(pool: UserPool, username: string, isProven: () => boolean): void {
    const key = `${pool.id} ${username}`;
    const failures = this.#failures.get(key);
    if (isLockedOut(failures, this.#now())) throw notAuthorized('Password attempts exceeded');
    if (!isProven()) {
      this.#failures.set(key, nextFailures(failures, this.#now()));
      throw incorrectUsernameOrPassword();
    }
    this.#failures.delete(key);
  }
}
