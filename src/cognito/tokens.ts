// The tokens of one signed-in user, with what their claims say of person and time. Pure; src/sessions keeps them.

import type { AuthenticationResult } from './cognito-replies.ts';
import { groupsClaim, textClaim, timeClaim, unverifiedClaims, type UnverifiedClaims } from './unverified-claims.ts';

/** AppSync takes either. */
export type TokenKind = 'id' | 'access';

export interface Tokens {
  /** Both after a sign-in and after a renewal; pasted tokens may be one alone. */
  readonly idToken?: string;
  readonly accessToken?: string;
  readonly refreshToken?: string;
  /** ms of this machine's clock. */
  readonly issuedAt: number;
  /** ms of this machine's clock, of each that is there: a pool may give the two kinds different lives. */
  readonly expiresAt: Readonly<Partial<Record<TokenKind, number>>>;
  /** The user's id in the pool, which no rename changes. */
  readonly sub: string;
  /** cognito:username; in pools that sign in by e-mail this is the sub. */
  readonly username: string;
  readonly groups: readonly string[];
}

/** The kinds that are there, the ID token first. */
export function kindsIn({ idToken, accessToken }: Tokens): TokenKind[] {
  return [...(idToken === undefined ? [] : ['id' as const]), ...(accessToken === undefined ? [] : ['access' as const])];
}

export function tokenOf({ idToken, accessToken }: Tokens, kind: TokenKind): string | undefined {
  return kind === 'id' ? idToken : accessToken;
}

export type ParsedTokens =
  { readonly ok: true; readonly tokens: Tokens } | { readonly ok: false; readonly wrong: string };

/**
 * @param receivedAt ms of this machine's clock when the fresh tokens came: where it and the token's `iat` differ by more
 *   than a slow answer explains, this clock is wrong, and the end is reckoned by this clock.
 * @param refreshToken the one in use, kept where the answer brings none (REFRESH_TOKEN_AUTH; rotation off).
 */
export function tokensFrom(result: AuthenticationResult, receivedAt: number, refreshToken?: string): ParsedTokens {
  const id = unverifiedClaims(result.IdToken);
  const access = unverifiedClaims(result.AccessToken);
  if (id === undefined || access === undefined) {
    return { ok: false, wrong: `its ${id === undefined ? 'IdToken' : 'AccessToken'} is not a JWT` };
  }
  const [idLife, accessLife] = [lifeFrom(id, receivedAt), lifeFrom(access, receivedAt)];
  const sub = textClaim(id, 'sub');
  if (idLife === undefined || accessLife === undefined || sub === undefined) {
    return { ok: false, wrong: 'its tokens lack the claims iat, exp or sub' };
  }
  const kept = result.RefreshToken ?? refreshToken;
  return {
    ok: true,
    tokens: {
      idToken: result.IdToken,
      accessToken: result.AccessToken,
      ...(kept !== undefined && { refreshToken: kept }),
      issuedAt: Math.max(idLife.issuedAt, accessLife.issuedAt),
      expiresAt: { id: idLife.expiresAt, access: accessLife.expiresAt },
      sub,
      username: textClaim(id, 'cognito:username') ?? sub,
      groups: groupsClaim(id),
    },
  };
}

/** Seconds of the claim, network and rounding together stay below this; a wrong clock is out by more. */
const CLOCKS_AGREE_MS = 15_000;

function lifeFrom(claims: UnverifiedClaims, receivedAt: number): { issuedAt: number; expiresAt: number } | undefined {
  const [iat, exp] = [timeClaim(claims, 'iat'), timeClaim(claims, 'exp')];
  if (iat === undefined || exp === undefined) return undefined;
  const skew = receivedAt - iat;
  const shift = Math.abs(skew) <= CLOCKS_AGREE_MS ? 0 : skew;
  return { issuedAt: iat + shift, expiresAt: exp + shift };
}
