// Types for the two deep modules of amazon-cognito-identity-js 6.3.21 that srp.ts uses; the package types its main entry only.

declare module 'amazon-cognito-identity-js/lib/BigInteger.js' {
  export interface BigInteger {
    toString(radix: 2 | 4 | 8 | 16 | 32): string;
    modPow(exponent: BigInteger, modulus: BigInteger, callback?: Callback<BigInteger>): BigInteger;
  }
  export type Callback<Result> = (error: Error | null, result: Result | null) => void;

  interface BigIntegerClass {
    new (value: string, radix: 2 | 4 | 8 | 16 | 32): BigInteger;
    readonly prototype: BigInteger;
  }
  const module: BigIntegerClass | { readonly default: BigIntegerClass };
  export { module as default };
}

declare module 'amazon-cognito-identity-js/lib/AuthenticationHelper.js' {
  import type { BigInteger, Callback } from 'amazon-cognito-identity-js/lib/BigInteger.js';

  export interface AuthenticationHelper {
    poolName: string;
    smallAValue: BigInteger;
    largeAValue: BigInteger | undefined;
    getLargeAValue(callback: Callback<BigInteger>): void;
    getPasswordAuthenticationKey(
      username: string,
      password: string,
      serverBValue: BigInteger,
      salt: BigInteger,
      callback: Callback<Uint8Array>,
    ): void;
    generateHashDevice(deviceGroupKey: string, deviceKey: string, callback: Callback<null>): void;
    getRandomPassword(): string;
    /** Hex of whole bytes, as the next one. */
    getSaltDevices(): string;
    getVerifierDevices(): string;
  }
  interface AuthenticationHelperClass {
    new (poolName: string): AuthenticationHelper;
  }
  const module: AuthenticationHelperClass | { readonly default: AuthenticationHelperClass };
  export { module as default };
}
