// Codes of authenticator apps: RFC 6238 as Cognito has it, SHA-1, six digits, thirty seconds. The arithmetic is otpauth's.
import { Secret, TOTP } from 'otpauth';

const periodInMs = 30_000;
/** Clocks differ: a code counts for one step before and after its own. AWS does not say how far it goes. */
const tolerance = 1;

/** Base32, as long as those Cognito gives out: 52 letters and digits. */
export function newTotpSecret(): string {
  return new Secret({ size: 32 }).base32;
}

export function totpAt(secret: string, now: number): string {
  return totpOf(secret).generate({ timestamp: now });
}

/** Which step of thirty seconds the code belongs to, or null where it belongs to none that counts now. */
export function totpStep(secret: string, code: string, now: number): number | null {
  const delta = totpOf(secret).validate({ token: code, timestamp: now, window: tolerance });
  return delta === null ? null : Math.floor(now / periodInMs) + delta;
}

/** When the code of now gives way to the next. Milliseconds since the epoch. */
export function totpEnd(now: number): number {
  return (Math.floor(now / periodInMs) + 1) * periodInMs;
}

function totpOf(secret: string): TOTP {
  return new TOTP({ secret, algorithm: 'SHA1', digits: 6, period: periodInMs / 1000 });
}
