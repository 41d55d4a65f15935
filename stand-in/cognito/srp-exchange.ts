// One exchange of SRP as the server has it: opened with the client's public value, closed by the client's proof. The same for a
// user's password and for a device's.
import { randomBytes } from 'node:crypto';
import { invalidParameter } from './cognito-error.ts';
import type { SrpCredential } from './password-verifiers.ts';
import {
  claimSignatureFrom,
  publicValueFrom,
  sharedKeyFrom,
  toInteger,
  type Exchange,
  type SrpIdentity,
} from './srp.ts';
import { isFreshSrpTimestamp } from './srp-timestamp.ts';

/** A zero A is a number like others here: it gets its challenge, and no proof for it is ever accepted. */
const clientPublicForm = /^[0-9a-f]{1,770}$/i;

/** ChallengeResponses that make a proof. */
export const proofResponses = ['PASSWORD_CLAIM_SIGNATURE', 'PASSWORD_CLAIM_SECRET_BLOCK', 'TIMESTAMP'] as const;

export interface OpenExchange {
  /** What the server keeps. */
  readonly identity: SrpIdentity;
  readonly exchange: Exchange;
}

/** @throws CognitoError for an SRP_A that is no number */
export function checkClientPublic(text: string): void {
  if (!clientPublicForm.test(text)) throw invalidParameter('Invalid SRP_A');
}

/** @param clientPublic SRP_A, checked */
export function openExchange(
  { identity, salt, verifier }: SrpCredential,
  clientPublic: string,
): OpenExchange & { readonly told: { readonly SALT: string; readonly SRP_B: string } } {
  const ephemeral = toInteger(randomBytes(64));
  return {
    identity,
    exchange: { verifier, ephemeral, clientPublic: BigInt(`0x${clientPublic}`) },
    told: { SALT: salt.toString(16), SRP_B: publicValueFrom(verifier, ephemeral).toString(16) },
  };
}

export function isProof(
  { identity, exchange }: OpenExchange,
  responses: Readonly<Record<string, string>>,
  now: number,
): boolean {
  const [signature = '', secretBlock = '', timestamp = ''] = proofResponses.map((name) => responses[name]);
  if (!isFreshSrpTimestamp(timestamp, now)) return false;
  const key = sharedKeyFrom(exchange);
  return key !== null && signature === claimSignatureFrom(key, identity, secretBlock, timestamp);
}
