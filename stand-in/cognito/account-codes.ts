// The codes that prove an address: to set a forgotten password, to confirm a sign-up. One of each kind per user; a new one takes
// the place of the old. How often one may ask and guess is limited, for users that do not exist as well.
// https://docs.aws.amazon.com/cognito/latest/developerguide/limits.html
import { deliverCode, type CodeDeliveryDetails, type CodePurpose, type Medium, type Outbox } from './code-delivery.ts';
import { CognitoError } from './cognito-error.ts';
import { HourlyLimits } from './hourly-limits.ts';
import type { PoolUser, UserPool } from './user-pool.ts';

export type AccountCodePurpose = Exclude<CodePurpose, 'mfa'>;

interface SentCode {
  readonly code: string;
  readonly medium: Medium;
  readonly expiresAt: number;
}

/** AWS documents 5 to 20 tries an hour to set a forgotten password, by the risk it sees; ten is this stand-in's choice. */
const rules: Readonly<Record<AccountCodePurpose, { lifeInHours: number; sendsPerHour: number; triesPerHour: number }>> =
  {
    'forgot-password': { lifeInHours: 1, sendsPerHour: 5, triesPerHour: 10 },
    'sign-up': { lifeInHours: 24, sendsPerHour: 5, triesPerHour: 15 },
  };

export class AccountCodes {
  readonly #sent = new Map<string, SentCode>();
  readonly #limits: HourlyLimits;
  readonly #outbox: Outbox;
  readonly #now: () => number;

  constructor(outbox: Outbox, now: () => number) {
    this.#limits = new HourlyLimits(now);
    this.#outbox = outbox;
    this.#now = now;
  }

  send(pool: UserPool, user: PoolUser, medium: Medium, purpose: AccountCodePurpose): CodeDeliveryDetails {
    const { code, details } = deliverCode(this.#outbox, { user, medium, purpose, now: this.#now() });
    const expiresAt = this.#now() + rules[purpose].lifeInHours * 3_600_000;
    this.#sent.set(keyOf(pool, user.username, purpose), { code, medium, expiresAt });
    return details;
  }

  /** @throws CognitoError after too many requests for a code */
  countSend(pool: UserPool, username: string, purpose: AccountCodePurpose): void {
    this.#limits.take(`send ${keyOf(pool, username, purpose)}`, rules[purpose].sendsPerHour);
  }

  /** @throws CognitoError after too many tries */
  countTry(pool: UserPool, username: string, purpose: AccountCodePurpose): void {
    this.#limits.take(`try ${keyOf(pool, username, purpose)}`, rules[purpose].triesPerHour);
  }

  /**
   * Spends the code.
   * @returns by which way it was sent, and so which address it proves
   * @throws CognitoError unless it is the user's code and still good
   */
  redeem(pool: UserPool, user: PoolUser, purpose: AccountCodePurpose, code: string): Medium {
    const key = keyOf(pool, user.username, purpose);
    const sent = this.#sent.get(key);
    if (sent === undefined || this.#now() >= sent.expiresAt) throw expiredCode();
    if (sent.code !== code) throw codeMismatch();
    this.#sent.delete(key);
    return sent.medium;
  }
}

export function expiredCode(): CognitoError {
  return new CognitoError('ExpiredCodeException', 'Invalid code provided, please request a code again.');
}

export function codeMismatch(): CognitoError {
  return new CognitoError('CodeMismatchException', 'Invalid verification code provided, please try again.');
}

function keyOf(pool: UserPool, username: string, purpose: AccountCodePurpose): string {
  return `${purpose} ${pool.id} ${username}`;
}
