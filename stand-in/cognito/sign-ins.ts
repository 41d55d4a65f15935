// Sign-ins and the tokens that came of them: each refresh token belongs to a sign-in, each ID and access token names it in
// `origin_jti`, and revoking a sign-in revokes them all.
// https://docs.aws.amazon.com/cognito/latest/developerguide/token-revocation.html
import { randomBytes, randomUUID } from 'node:crypto';
import type { Device } from './devices.ts';
import type { AppClient, PoolUser, UserPool } from './user-pool.ts';

export interface SignIn {
  /** `origin_jti` of every token that comes of this sign-in. */
  readonly originJti: string;
  readonly eventId: string;
  /** Milliseconds since the epoch; `auth_time` survives every refresh. */
  readonly authTime: number;
  readonly pool: UserPool;
  readonly client: AppClient;
  readonly user: PoolUser;
  /** Where the pool tracks them. */
  readonly device: Device | undefined;
  isRevoked: boolean;
}

export interface RefreshToken {
  readonly signIn: SignIn;
  /** Milliseconds since the epoch. */
  expiresAt: number;
  /** When rotation gave out a successor; milliseconds since the epoch. */
  rotatedAt: number | null;
}

export class SignIns {
  readonly #signIns = new Map<string, SignIn>();
  readonly #refreshTokens = new Map<string, RefreshToken>();
  /** `jti` of every ID and access token issued; true = counts as expired. */
  readonly #issued = new Map<string, boolean>();

  begin(of: Pick<SignIn, 'pool' | 'client' | 'user' | 'device'>, now: number): SignIn {
    const signIn = { originJti: randomUUID(), eventId: randomUUID(), authTime: now, ...of, isRevoked: false };
    this.#signIns.set(signIn.originJti, signIn);
    return signIn;
  }

  find(originJti: string): SignIn | undefined {
    return this.#signIns.get(originJti);
  }

  addRefreshToken(signIn: SignIn, expiresAt: number): string {
    const token = opaqueToken();
    this.#refreshTokens.set(token, { signIn, expiresAt, rotatedAt: null });
    return token;
  }

  findRefreshToken(token: string): RefreshToken | undefined {
    return this.#refreshTokens.get(token);
  }

  revokeAllOf(user: PoolUser): void {
    for (const signIn of this.#signIns.values()) {
      if (signIn.user === user) signIn.isRevoked = true;
    }
  }

  noteIssued(jti: string): void {
    this.#issued.set(jti, false);
  }

  isDeclaredExpired(jti: string): boolean {
    return this.#issued.get(jti) ?? false;
  }

  expireIssuedTokens(): void {
    for (const jti of this.#issued.keys()) this.#issued.set(jti, true);
  }

  expireRefreshTokens(now: number): void {
    for (const token of this.#refreshTokens.values()) token.expiresAt = Math.min(token.expiresAt, now);
  }
}

/** Looks like the encrypted JWT that Cognito gives out: a header that can be read and four parts that cannot. */
function opaqueToken(): string {
  const header = Buffer.from('{"cty":"JWT","enc":"A256GCM","alg":"RSA-OAEP"}').toString('base64url');
  return [header, ...[256, 12, 900, 16].map((bytes) => randomBytes(bytes).toString('base64url'))].join('.');
}
