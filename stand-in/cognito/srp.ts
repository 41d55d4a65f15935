// The server's half of Cognito's SRP-6a (RFC 5054 with Cognito's own padding, key derivation and proof). Arithmetic only: who
// signs in, and whether that user may, is decided elsewhere.
import { createHash, createHmac } from 'node:crypto';
import { generator, modPow, prime } from './mod-pow.ts';

export interface SrpIdentity {
  /** The part of the user pool id after the underscore. */
  readonly poolName: string;
  /** USER_ID_FOR_SRP */
  readonly userId: string;
}

/** Minimal big-endian bytes, with one zero byte in front where the top bit is set (Java's BigInteger.toByteArray). */
export function pad(value: bigint): Buffer {
  const hex = value.toString(16);
  const even = hex.length % 2 === 0 ? hex : `0${hex}`;
  return Buffer.from(/^[89a-f]/.test(even) ? `00${even}` : even, 'hex');
}

/** k, the multiplier: H(pad(N) | pad(g)). */
export const multiplier = toInteger(sha256(pad(prime), pad(generator)));

/** v, what a server keeps in place of the password. */
export function verifierFrom(identity: SrpIdentity, password: string, salt: bigint): bigint {
  const secret = sha256(Buffer.from(`${identity.poolName}${identity.userId}:${password}`, 'utf8'));
  return modPow(generator, toInteger(sha256(pad(salt), secret)));
}

/** B, the server's public value for its ephemeral secret b. */
export function publicValueFrom(verifier: bigint, ephemeral: bigint): bigint {
  return (multiplier * verifier + modPow(generator, ephemeral)) % prime;
}

export interface Exchange {
  /** v */
  readonly verifier: bigint;
  /** b */
  readonly ephemeral: bigint;
  /** A, of the client. */
  readonly clientPublic: bigint;
}

/** The 16-byte key both sides share, or null where the values would make it predictable (A = 0 or u = 0 modulo N). */
export function sharedKeyFrom({ verifier, ephemeral, clientPublic }: Exchange): Buffer | null {
  const scrambler = toInteger(sha256(pad(clientPublic), pad(publicValueFrom(verifier, ephemeral))));
  if (clientPublic % prime === 0n || scrambler === 0n) return null;
  const shared = modPow(clientPublic * modPow(verifier, scrambler), ephemeral);
  const pseudoRandomKey = hmac(pad(scrambler), pad(shared));
  return hmac(pseudoRandomKey, Buffer.from('Caldera Derived Key\u0001', 'latin1')).subarray(0, 16);
}

/** PASSWORD_CLAIM_SIGNATURE: the proof, in base64, that its maker knows the key. */
export function claimSignatureFrom(key: Buffer, identity: SrpIdentity, secretBlock: string, timestamp: string): string {
  const claim = [identity.poolName, identity.userId, Buffer.from(secretBlock, 'base64'), timestamp];
  return hmac(key, Buffer.concat(claim.map((part) => Buffer.from(part)))).toString('base64');
}

export function toInteger(bytes: Buffer): bigint {
  return BigInt(`0x${bytes.toString('hex')}`);
}

function sha256(...parts: readonly Buffer[]): Buffer {
  return createHash('sha256').update(Buffer.concat(parts)).digest();
}

function hmac(key: Buffer, data: Buffer): Buffer {
  return createHmac('sha256', key).update(data).digest();
}
