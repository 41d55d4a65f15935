// What a running user pool remembers beside its records: open attempts and challenges, sign-ins, failures. One object per
// start, so that nothing outlives it.
import { AccountCodes } from './account-codes.ts';
import { Arrivals } from '../arrivals.ts';
import { ChallengeSessions } from './challenge-sessions.ts';
import type { Message } from './code-delivery.ts';
import { Devices } from './devices.ts';
import { FailedPasswords } from './failed-passwords.ts';
import { PasswordVerifiers } from './password-verifiers.ts';
import { SignIns } from './sign-ins.ts';
import { SoftwareTokens } from './software-tokens.ts';
import { SrpAttempts, type DeviceAttempt, type PasswordAttempt } from './srp-attempts.ts';

export class PoolState {
  readonly accountCodes: AccountCodes;
  readonly challengeSessions: ChallengeSessions;
  readonly deviceAttempts: SrpAttempts<DeviceAttempt>;
  readonly devices: Devices;
  readonly failedPasswords: FailedPasswords;
  readonly outbox = new Arrivals<Message>();
  readonly passwordVerifiers = new PasswordVerifiers();
  readonly signIns = new SignIns();
  readonly softwareTokens: SoftwareTokens;
  readonly srpAttempts: SrpAttempts<PasswordAttempt>;
  /** Milliseconds since the epoch; temporary passwords count as given out then. */
  readonly startedAt: number;

  constructor(now: () => number) {
    this.startedAt = now();
    this.accountCodes = new AccountCodes(this.outbox, now);
    this.challengeSessions = new ChallengeSessions(now);
    this.deviceAttempts = new SrpAttempts(now);
    this.devices = new Devices(now);
    this.failedPasswords = new FailedPasswords(now);
    this.softwareTokens = new SoftwareTokens(now);
    this.srpAttempts = new SrpAttempts(now);
  }
}
