// Codes that Cognito sends by SMS or e-mail: made here, and put into an outbox instead of being sent. Whoever asks for a code
// keeps it, and judges by it.
import { randomInt } from 'node:crypto';
import type { Arrivals } from '../arrivals.ts';
import type { PoolUser } from './user-pool.ts';

export type Medium = 'SMS' | 'EMAIL';
export type CodePurpose = 'mfa' | 'forgot-password' | 'sign-up';

/** A message that would have been sent. */
export interface Message {
  /** Milliseconds since the epoch, by the stand-in's clock. */
  readonly at: number;
  /** The whole address; clients see only what is left of it by `maskedAddress`. */
  readonly to: string;
  readonly medium: Medium;
  readonly username: string;
  readonly code: string;
  /** The whole message. */
  readonly text: string;
  readonly purpose: CodePurpose;
}

export type Outbox = Arrivals<Message>;

/** CodeDeliveryDetails of the API. */
export interface CodeDeliveryDetails {
  readonly Destination: string;
  readonly DeliveryMedium: Medium;
  readonly AttributeName: 'phone_number' | 'email';
}

export interface CodeOrder {
  readonly user: PoolUser;
  readonly medium: Medium;
  readonly purpose: CodePurpose;
  /** Milliseconds since the epoch. */
  readonly now: number;
}

/** Makes a code of six digits and puts the message into the outbox. The user must have the address. */
export function deliverCode(outbox: Outbox, order: CodeOrder): { code: string; details: CodeDeliveryDetails } {
  const { user, medium, purpose, now } = order;
  const code = String(randomInt(1_000_000)).padStart(6, '0');
  const attribute = medium === 'SMS' ? 'phone_number' : 'email';
  const to = user.attributes[attribute] ?? '';
  outbox.add({ at: now, to, medium, username: user.username, code, text: texts[purpose](code), purpose });
  return {
    code,
    details: { Destination: maskedAddress(medium, to), DeliveryMedium: medium, AttributeName: attribute },
  };
}

/** What a client is told of an address: `+*******0123`, `j***@e***`. */
export function maskedAddress(medium: Medium, address: string): string {
  if (medium === 'SMS') return `+*******${address.slice(-4)}`;
  const [name = '', host = ''] = address.split('@');
  return `${name.slice(0, 1)}***@${host.slice(0, 1)}***`;
}

/** The service's own words, where a pool has set no others. */
const texts: Readonly<Record<CodePurpose, (code: string) => string>> = {
  mfa: (code) => `Your authentication code is ${code}.`,
  'forgot-password': (code) => `Your password reset code is ${code}.`,
  'sign-up': (code) => `Your confirmation code is ${code}.`,
};
