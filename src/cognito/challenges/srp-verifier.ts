// What PASSWORD_VERIFIER and DEVICE_PASSWORD_VERIFIER have in common: the second half of SRP, in which a password is proved
// without being sent.

import * as v from 'valibot';
import { respond, type Move } from './challenge.ts';

/** N has 768 hex digits, and Cognito may put 00 in front. */
const hex = v.pipe(v.string(), v.regex(/^[0-9a-f]{1,770}$/i));
export const needed = v.pipe(v.string(), v.minLength(1));

export const srpParameters = { SALT: hex, SRP_B: hex, SECRET_BLOCK: needed };

export interface SrpParameters {
  readonly SALT: string;
  readonly SRP_B: string;
  readonly SECRET_BLOCK: string;
}

/** @param userIdForSrp the device's key where the proof is a device's. */
export function proveAndRespond(
  whose: 'user' | 'device',
  { SALT: salt, SRP_B: srpB, SECRET_BLOCK: secretBlock }: SrpParameters,
  userIdForSrp: string,
): Move {
  const doing = whose === 'user' ? 'Proving the password' : 'Proving the device';
  return {
    move: 'call',
    doing,
    call: {
      do: 'prove',
      whose,
      request: { salt, srpB, secretBlock, userIdForSrp },
      next: ({ signature, timestamp }) =>
        respond(doing, {
          PASSWORD_CLAIM_SIGNATURE: signature,
          PASSWORD_CLAIM_SECRET_BLOCK: secretBlock,
          TIMESTAMP: timestamp,
        }),
    },
  };
}
