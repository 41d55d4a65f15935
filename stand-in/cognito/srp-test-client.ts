// The client's half of SRP, for tests that must send what no honest client sends. Plain cases are proven with stock clients.
import { createHash, createHmac } from 'node:crypto';
import { generator, modPow, prime } from './mod-pow.ts';
import { claimSignatureFrom, multiplier, pad, toInteger } from './srp.ts';
import { srpTimestampFrom } from './srp-timestamp.ts';

const clientSecretValue = 0x1234567890abcdef1234567890abcdef1234567890abcdefn;
export const clientPublicHex = modPow(generator, clientSecretValue).toString(16);

export interface Proof {
  /** ChallengeParameters of PASSWORD_VERIFIER. */
  readonly parameters: Readonly<Record<string, string>>;
  readonly poolName: string;
  readonly password: string;
  readonly now: number;
  /** Absent = computed as a client should; the pretended shared secret S of a client that cheats. */
  readonly sharedSecret?: bigint;
  readonly clientPublic?: bigint;
}

/** ChallengeResponses to PASSWORD_VERIFIER. */
export function proofFrom(proof: Proof): Record<string, string> {
  const { SALT = '', SRP_B = '', SECRET_BLOCK = '', USER_ID_FOR_SRP: userId = '' } = proof.parameters;
  const publicValue = BigInt(`0x${SRP_B}`);
  const clientPublic = proof.clientPublic ?? BigInt(`0x${clientPublicHex}`);
  const scrambler = hash(pad(clientPublic), pad(publicValue));
  const x = hash(pad(BigInt(`0x${SALT}`)), bytesOf(hash(Buffer.from(`${proof.poolName}${userId}:${proof.password}`))));
  const blinded = publicValue - multiplier * modPow(generator, x);
  const shared = proof.sharedSecret ?? modPow(blinded % prime, clientSecretValue + scrambler * x);
  const pseudoRandomKey = createHmac('sha256', pad(scrambler)).update(pad(shared)).digest();
  const key = createHmac('sha256', pseudoRandomKey).update('Caldera Derived Key\u0001').digest().subarray(0, 16);
  const timestamp = srpTimestampFrom(proof.now);
  return {
    USERNAME: userId,
    TIMESTAMP: timestamp,
    PASSWORD_CLAIM_SECRET_BLOCK: SECRET_BLOCK,
    PASSWORD_CLAIM_SIGNATURE: claimSignatureFrom(key, { poolName: proof.poolName, userId }, SECRET_BLOCK, timestamp),
  };
}

function hash(...parts: readonly Buffer[]): bigint {
  return toInteger(createHash('sha256').update(Buffer.concat(parts)).digest());
}

function bytesOf(value: bigint): Buffer {
  return Buffer.from(value.toString(16).padStart(64, '0'), 'hex');
}
