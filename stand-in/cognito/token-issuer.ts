// Signs ID and access tokens with the keys of this start. token-claims.ts says what they claim, token-verifier.ts reads them.
import { randomUUID } from 'node:crypto';
import { SignJWT } from 'jose';
import type { SignIn, SignIns } from './sign-ins.ts';
import type { SigningKey, SigningKeys } from './signing-keys.ts';
import { accessClaimsFrom, idClaimsFrom, type Claims, type Stamp } from './token-claims.ts';
import type { UserPool } from './user-pool.ts';

/** AuthenticationResult of the API. */
export interface AuthenticationResult {
  readonly AccessToken: string;
  /** Seconds the access token lives. */
  readonly ExpiresIn: number;
  readonly TokenType: 'Bearer';
  readonly RefreshToken?: string;
  readonly IdToken: string;
  /** Of a device that the client has not named, where the pool tracks them. */
  readonly NewDeviceMetadata?: { readonly DeviceKey: string; readonly DeviceGroupKey: string };
}

export class TokenIssuer {
  readonly keysOf: (pool: UserPool) => Promise<SigningKeys>;
  readonly #signIns: SignIns;
  readonly #now: () => number;

  /** @param keysOf may still be making them when the stand-in already listens */
  constructor(keysOf: (pool: UserPool) => Promise<SigningKeys>, signIns: SignIns, now: () => number) {
    this.keysOf = keysOf;
    this.#signIns = signIns;
    this.#now = now;
  }

  /** @param refreshToken given to the client; absent = it keeps the one it has */
  async issue(signIn: SignIn, refreshToken?: string): Promise<AuthenticationResult> {
    const access = accessClaimsFrom(signIn, this.#stamp());
    const id = idClaimsFrom(signIn, this.#stamp());
    const keys = await this.keysOf(signIn.pool);
    const [AccessToken, IdToken] = await Promise.all([signed(access, keys.access), signed(id, keys.id)]);
    return {
      AccessToken,
      ExpiresIn: signIn.client.tokenLife.accessToken,
      TokenType: 'Bearer',
      ...(refreshToken !== undefined && { RefreshToken: refreshToken }),
      IdToken,
    };
  }

  #stamp(): Stamp {
    const jti = randomUUID();
    this.#signIns.noteIssued(jti);
    return { iat: Math.floor(this.#now() / 1000), jti };
  }
}

function signed(claims: Claims, key: SigningKey): Promise<string> {
  return new SignJWT(claims).setProtectedHeader({ kid: key.kid, alg: 'RS256' }).sign(key.privateKey);
}
