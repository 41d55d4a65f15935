// The SRP arithmetic of a Cognito sign-in: amazon-cognito-identity-js's own, with its modPow on native BigInt.
// The only file of the app that imports that library; it talks to nobody and keeps no password.

// Node's and the tests' tsconfigs do not include this folder whole: the ambient types have to come along with the import.
// oxlint-disable-next-line typescript/triple-slash-reference -- ambient modules cannot be imported
/// <reference path="./amazon-cognito-identity-js.d.ts" />
import helperModule from 'amazon-cognito-identity-js/lib/AuthenticationHelper.js';
import integerModule, { type BigInteger as Integer, type Callback } from 'amazon-cognito-identity-js/lib/BigInteger.js';
import { CognitoError } from './cognito-error.ts';
import { modPow } from './mod-pow.ts';
import type { NewDevice } from './device.ts';
import type { DeviceVerifier, Srp, SrpChallenge, SrpProof } from './srp-exchange.ts';

// Its CommonJS half: the ES half imports a name of @aws-crypto/sha256-js that Node cannot see. Node hands a CommonJS module
// over whole, bundlers its default export.
const AuthenticationHelper = 'default' in helperModule ? helperModule.default : helperModule;
const BigInteger = 'default' in integerModule ? integerModule.default : integerModule;

// The library's method takes a quarter of a second for one power and blocks meanwhile. It is called with a callback and
// with a base that may be negative (B - k*g^x), and its result is used both ways.
BigInteger.prototype.modPow = function nativeModPow(
  this: Integer,
  exponent: Integer,
  modulus: Integer,
  callback?: Callback<Integer>,
): Integer {
  const power = modPow(nativeFrom(this), nativeFrom(exponent), nativeFrom(modulus));
  const result = new BigInteger(power.toString(16), 16);
  callback?.(null, result);
  return result;
};

function nativeFrom(value: Integer): bigint {
  const hex = value.toString(16);
  return hex.startsWith('-') ? -BigInt(`0x${hex.slice(1)}`) : BigInt(`0x${hex}`);
}

/** A fresh pair (a, A): `srpA` is for SRP_A, `a` stays inside. Good for one proof. */
export interface SrpPair {
  readonly srpA: string;
  readonly keyFor: (challenge: SrpChallenge) => Uint8Array;
}

/**
 * Draws a random `a` of 1024 bits and computes A = g^a mod N, which takes about 20 ms.
 * @param a hex; given by tests and the bench only, to repeat a known exchange.
 */
export function beginSrp(a?: string): SrpPair {
  const helper = new AuthenticationHelper('');
  if (a !== undefined) {
    helper.smallAValue = new BigInteger(a, 16);
    helper.largeAValue = undefined;
  }
  return {
    srpA: resultOf<Integer>((callback) => helper.getLargeAValue(callback)).toString(16),
    keyFor: ({ poolName, userIdForSrp, password, srpB, salt }) => {
      helper.poolName = poolName;
      return resultOf<Uint8Array>((callback) =>
        helper.getPasswordAuthenticationKey(
          userIdForSrp,
          password,
          new BigInteger(srpB, 16),
          new BigInteger(salt, 16),
          callback,
        ),
      );
    },
  };
}

/**
 * PASSWORD_CLAIM_SIGNATURE: base64(HMAC-SHA256(key, poolName + userIdForSrp + decoded SECRET_BLOCK + timestamp)), about 30 ms.
 * Throws a CognitoError 'NotCognito' where the challenge is not one that a user pool can give (B or u is 0, no base64).
 */
export async function proveSrp(pair: SrpPair, challenge: SrpChallenge): Promise<SrpProof> {
  const { poolName, userIdForSrp, secretBlock, timestamp } = challenge;
  const key = keyOrRefusal(pair, challenge);
  const text = new TextEncoder();
  const message = concatenated(
    text.encode(poolName + userIdForSrp),
    bytesFromBase64(secretBlock),
    text.encode(timestamp),
  );
  const hmac = { name: 'HMAC', hash: 'SHA-256' };
  const hmacKey = await crypto.subtle.importKey('raw', new Uint8Array(key), hmac, false, ['sign']);
  const signature = new Uint8Array(await crypto.subtle.sign(hmac, hmacKey, message));
  return { signature: btoa(String.fromCharCode(...signature)), timestamp };
}

/** Draws a password for the device and computes its verifier, as the library does for its own devices; about 15 ms. */
export function verifierFor({ key, groupKey }: NewDevice): DeviceVerifier {
  const helper = new AuthenticationHelper(groupKey);
  resultOf<true>((callback) => helper.generateHashDevice(groupKey, key, (error) => callback(error, true)));
  return {
    password: helper.getRandomPassword(),
    PasswordVerifier: base64FromHex(helper.getVerifierDevices()),
    Salt: base64FromHex(helper.getSaltDevices()),
  };
}

/** SRP on the thread that calls it: for the command line, and for a page whose worker cannot start. */
export const srpOnThisThread: Srp = {
  async begin() {
    const pair = beginSrp();
    return { srpA: pair.srpA, prove: (challenge) => proveSrp(pair, challenge) };
  },
  async newDevice(device) {
    return verifierFor(device);
  },
};

function keyOrRefusal(pair: SrpPair, challenge: SrpChallenge): Uint8Array {
  try {
    return pair.keyFor(challenge);
  } catch (cause) {
    throw new CognitoError('NotCognito', {
      reason: 'wrong-shape',
      detail: 'its SRP challenge has a value that no user pool sends',
      cause,
    });
  }
}

function bytesFromBase64(base64: string): Uint8Array {
  try {
    return Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
  } catch {
    throw new CognitoError('NotCognito', { reason: 'wrong-shape', detail: 'its SECRET_BLOCK is not base64' });
  }
}

function base64FromHex(hex: string): string {
  return btoa(hex.replaceAll(/../g, (byte) => String.fromCharCode(Number.parseInt(byte, 16))));
}

function concatenated(...parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** The library calls back before it returns. */
function resultOf<Result>(ask: (callback: Callback<Result>) => void): Result {
  let outcome: { error: Error | null; result: Result | null } | undefined;
  ask((error, result) => {
    outcome ??= { error, result };
  });
  if (outcome?.error) throw outcome.error;
  if (outcome === undefined || outcome.result === null) throw new Error('The SRP library gave no answer.');
  return outcome.result;
}
