// Types for the stock library's arithmetic, in its ES half: src/cognito/srp.ts quickens the CommonJS half only, so that this one
// stays as it is published.
declare module 'amazon-cognito-identity-js/es/BigInteger.js' {
  export interface StockInteger {
    toString(radix: 16): string;
  }
  const StockBigInteger: new (value: string, radix: 16) => StockInteger;
  export { StockBigInteger as default };
}

declare module 'amazon-cognito-identity-js/es/AuthenticationHelper.js' {
  import type { StockInteger } from 'amazon-cognito-identity-js/es/BigInteger.js';

  type Callback<Result> = (error: Error | null, result: Result | null) => void;
  const StockAuthenticationHelper: new (poolName: string) => {
    smallAValue: StockInteger;
    largeAValue: StockInteger | undefined;
    getLargeAValue(callback: Callback<StockInteger>): void;
    getPasswordAuthenticationKey(
      username: string,
      password: string,
      serverBValue: StockInteger,
      salt: StockInteger,
      callback: Callback<Uint8Array>,
    ): void;
  };
  export { StockAuthenticationHelper as default };
}
