// The codes a person would read on a phone: from the stand-in's outbox, or from an authenticator app.
import { TOTP } from 'otpauth';
import type { StandIn } from '../stand-in/start.ts';

/** The newest that was sent to this user. */
export function sentCode({ levers }: StandIn, username: string): string {
  const message = levers.outbox.messages.findLast((each) => each.username === username);
  if (message === undefined) throw new Error(`No code was sent to ${username}.`);
  return message.code;
}

/** What an app shows that was given this key; `ahead`: in the windows of 30 seconds to come. */
export function appCode({ levers }: StandIn, secret: string, ahead = 0): string {
  return new TOTP({ secret }).generate({ timestamp: levers.now() + ahead * 30_000 });
}

/** A code of as many digits, and another one. */
export function otherCode(code: string): string {
  return code.replace(/^./, (digit) => String((Number(digit) + 1) % 10));
}
