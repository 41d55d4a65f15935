// Authenticator apps at work: whose is just being set up, and which codes have been used, for none may be used twice.
import { CognitoError } from './cognito-error.ts';
import { newTotpSecret, totpStep } from './totp.ts';
import type { PoolUser } from './user-pool.ts';

export class SoftwareTokens {
  /** Secrets given out and not yet verified. The old app stays good until then. */
  readonly #inSetup = new WeakMap<PoolUser, string>();
  /** By secret: the steps of thirty seconds whose code was taken. */
  readonly #usedSteps = new Map<string, Set<number>>();
  readonly #now: () => number;

  constructor(now: () => number) {
    this.#now = now;
  }

  /** AssociateSoftwareToken: a new secret for the user's app. */
  associate(user: PoolUser): string {
    const secret = newTotpSecret();
    this.#inSetup.set(user, secret);
    if (user.softwareToken?.verified !== true) user.softwareToken = { secret, verified: false };
    return secret;
  }

  /** VerifySoftwareToken: the app shows the right codes, and is the user's from now on. */
  verify(user: PoolUser, code: string, friendlyName: string | undefined): void {
    const secret = this.#inSetup.get(user);
    if (secret === undefined) throw noSoftwareToken();
    if (!this.#isRight(secret, code)) {
      throw new CognitoError('EnableSoftwareTokenMFAException', 'Code mismatch and fail enable Software Token MFA');
    }
    this.#inSetup.delete(user);
    user.softwareToken = { secret, verified: true, ...(friendlyName !== undefined && { friendlyName }) };
  }

  /** @throws CognitoError for a code that has been used */
  isRight(user: PoolUser, code: string): boolean {
    if (user.softwareToken?.verified !== true) throw noSoftwareToken();
    return this.#isRight(user.softwareToken.secret, code);
  }

  #isRight(secret: string, code: string): boolean {
    const step = totpStep(secret, code, this.#now());
    if (step === null) return false;
    const used = this.#usedSteps.get(secret) ?? new Set();
    if (used.has(step)) {
      throw new CognitoError('ExpiredCodeException', 'Your software token has already been used once.');
    }
    this.#usedSteps.set(secret, used.add(step));
    return true;
  }
}

export function noSoftwareToken(): CognitoError {
  return new CognitoError('SoftwareTokenMFANotFoundException', 'Software Token MFA does not exist for the user.');
}
