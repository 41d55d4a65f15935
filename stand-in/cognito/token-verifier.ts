// Whether a token is one of ours and still good: signature, issuer, expiry and token_use. Revocation is not looked at: a
// verifier that works with the published keys alone, as AppSync's does, cannot see it.
import { decodeJwt, decodeProtectedHeader, errors, jwtVerify, type JWTPayload } from 'jose';
import type { TokenVerdict } from '../appsync/api.ts';
import { issuerFrom } from './issuer.ts';
import type { SignIns } from './sign-ins.ts';
import type { TokenIssuer } from './token-issuer.ts';
import type { UserPool } from './user-pool.ts';

type Refusal = Extract<TokenVerdict, { ok: false }>['why'];

export class TokenVerifier {
  readonly #pools: readonly UserPool[];
  readonly #issuer: TokenIssuer;
  readonly #signIns: SignIns;
  readonly #now: () => number;

  constructor(pools: readonly UserPool[], issuer: TokenIssuer, signIns: SignIns, now: () => number) {
    this.#pools = pools;
    this.#issuer = issuer;
    this.#signIns = signIns;
    this.#now = now;
  }

  async verify(token: string): Promise<TokenVerdict> {
    const unverified = parseJwt(token);
    if (unverified === null) return refused('malformed');
    const pool = this.#pools.find((candidate) => issuerFrom(candidate) === unverified.claims.iss);
    if (pool === undefined) return refused('issuer');
    const keys = Object.values(await this.#issuer.keysOf(pool));
    const key = keys.find((candidate) => candidate.kid === unverified.kid);
    if (key === undefined) return refused('signature');
    try {
      const options = { algorithms: ['RS256'], currentDate: new Date(this.#now()), requiredClaims: ['exp'] };
      const { payload } = await jwtVerify(token, key.publicKey, options);
      if (this.#signIns.isDeclaredExpired(payload.jti ?? '')) return refused('expired');
      if (payload['token_use'] !== 'id' && payload['token_use'] !== 'access') return refused('token_use');
      return { ok: true, claims: payload, userPoolId: pool.id };
    } catch (error) {
      if (error instanceof errors.JWTExpired) return refused('expired');
      if (error instanceof errors.JOSEError) return refused('signature');
      throw error;
    }
  }
}

function refused(why: Refusal): TokenVerdict {
  return { ok: false, why };
}

function parseJwt(token: string): { kid: string | undefined; claims: JWTPayload } | null {
  try {
    return { kid: decodeProtectedHeader(token).kid, claims: decodeJwt(token) };
  } catch {
    return null;
  }
}
