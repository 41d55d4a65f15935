// What the sign-in asks of an SRP engine: types, and the small pure parts that need no arithmetic.

import type { NewDevice } from './device.ts';

/** An SRP engine: on this thread (srp.ts) or in a worker (srp-in-worker.ts). */
export interface Srp {
  /** Each exchange has an A of its own, used once. */
  begin(): Promise<SrpExchange>;
  /** A password of the device's own, and what Cognito needs to check it later. */
  newDevice(device: NewDevice): Promise<DeviceVerifier>;
}

/** `PasswordVerifier` and `Salt`: base64, for ConfirmDevice; `password` stays here. */
export interface DeviceVerifier {
  readonly password: string;
  readonly PasswordVerifier: string;
  readonly Salt: string;
}

export interface SrpExchange {
  /** A as lower-case hex without leading zeros. */
  readonly srpA: string;
  /** Once only. Rejects with a CognitoError 'NotCognito' where the challenge cannot be from a user pool. */
  prove(challenge: SrpChallenge): Promise<SrpProof>;
}

export interface SrpChallenge {
  /** The part of the user pool id after "_" (for a device: its DeviceGroupKey). */
  readonly poolName: string;
  /** USER_ID_FOR_SRP (for a device: its DeviceKey). */
  readonly userIdForSrp: string;
  readonly password: string;
  /** SALT, hex. */
  readonly salt: string;
  /** SRP_B, hex. */
  readonly srpB: string;
  /** SECRET_BLOCK, base64. */
  readonly secretBlock: string;
  /** From srpTimestampFrom. */
  readonly timestamp: string;
}

export interface SrpProof {
  /** PASSWORD_CLAIM_SIGNATURE, base64. */
  readonly signature: string;
  /** TIMESTAMP, as signed. */
  readonly timestamp: string;
}

const DAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** "Tue Mar 5 09:07:03 UTC 2024": English, UTC, and no zero before the day; Cognito refuses any other form. */
export function srpTimestampFrom(date: Date): string {
  const time = date.toISOString().slice(11, 19);
  return `${DAYS[date.getUTCDay()]} ${MONTHS[date.getUTCMonth()]} ${date.getUTCDate()} ${time} UTC ${date.getUTCFullYear()}`;
}

/** "eu-west-1_AbCdEfGhI" gives "AbCdEfGhI". */
export function srpPoolNameFrom(userPoolId: string): string {
  return userPoolId.slice(userPoolId.indexOf('_') + 1);
}
