// Who failed how often to prove a password; lockout.ts makes the rules.
import { incorrectUsernameOrPassword, notAuthorized } from './cognito-error.ts';
import { isLockedOut, nextFailures, type Failures } from './lockout.ts';
import type { PoolUser, UserPool } from './user-pool.ts';

export class FailedPasswords {
  readonly #failures = new Map<string, Failures>();
  readonly #now: () => number;

  constructor(now: () => number) {
    this.#now = now;
  }

  /**
   * The user whom `prove` finds proven.
   * @param username also of a user that does not exist, whose lockout then looks like that of others
   * @throws CognitoError if nobody is proven, or during a lockout, which a further attempt does not prolong
   */
  provenUser(pool: UserPool, username: string, prove: () => PoolUser | null): PoolUser {
    const key = keyOf(pool, username);
    const failures = this.#failures.get(key);
    if (isLockedOut(failures, this.#now())) throw notAuthorized('Password attempts exceeded');
    const user = prove();
    if (user === null) {
      this.#failures.set(key, nextFailures(failures, this.#now()));
      throw incorrectUsernameOrPassword();
    }
    this.#failures.delete(key);
    return user;
  }

  /** As after a success. */
  forget(pool: UserPool, username: string): void {
    this.#failures.delete(keyOf(pool, username));
  }
}

function keyOf(pool: UserPool, username: string): string {
  return `${pool.id} ${username}`;
}
