// Tokens from elsewhere: a JWT as it is copied, or the whole answer in which they came. Gives tokens or a sentence. Pure, and
// checks no signature: AppSync does that with the first request.

import * as v from 'valibot';
import { isRecord } from './cognito-replies.ts';
import type { SignInPool } from './sign-in-flow.ts';
import type { TokenKind, Tokens } from './tokens.ts';
import { groupsClaim, textClaim, timeClaim, unverifiedClaims, type UnverifiedClaims } from './unverified-claims.ts';

export type PastedTokens =
  /** `username` is for people. */
  | { readonly ok: true; readonly tokens: Tokens; readonly username: string }
  | { readonly ok: false; readonly wrong: string };

/** @param now ms */
export function parsePastedTokens(text: string, pool: SignInPool, now: number): PastedTokens {
  const found = findTokens(text);
  if (typeof found === 'string') return { ok: false, wrong: found };
  const read: PastedToken[] = [];
  for (const jwt of found.jwts) {
    const token = tokenFrom(jwt, pool);
    if (typeof token === 'string') return { ok: false, wrong: token };
    read.push(token);
  }
  if (new Set(read.map(({ sub }) => sub)).size > 1)
    return { ok: false, wrong: 'These are tokens of two different users. Paste those of one.' };
  // Past its life, a token is good for nothing but a renewal.
  const living = found.refreshToken === undefined ? read.filter(({ expiresAt }) => expiresAt > now) : read;
  const newest = Math.max(...read.map(({ expiresAt }) => expiresAt));
  if (living.length === 0) return { ok: false, wrong: expired(newest) };
  return { ok: true, ...userFrom(living, found.refreshToken) };
}

interface Found {
  readonly jwts: readonly string[];
  readonly refreshToken?: string;
}

/** The tokens in a text, or a sentence on why there are none. */
function findTokens(text: string): Found | string {
  const bare = withoutWrapping(text);
  if (bare === '') return 'Nothing was pasted.';
  if (bare.startsWith('{')) return tokensInJson(bare);
  const parts = bare.split('.');
  if (/^[\w-]+$/.test(parts.join('')) && parts.length === 5 && bare.startsWith('eyJ')) {
    return 'This is a refresh token, which AppSync does not take. Paste the ID token or the access token, or the whole answer they came in.';
  }
  return { jwts: [bare] };
}

/** Copying brings quotes, a comma, `Authorization:`, `"IdToken":` or `Bearer` along; none can be part of a token. */
function withoutWrapping(text: string): string {
  return text
    .replace(/^\uFEFF/, '')
    .replace(/^[\s"'`,;]+|[\s"'`,;]+$/gu, '')
    .replace(/^["']?[\w-]+["']?\s*:\s*["']?/, '')
    .replace(/^bearer\s+/i, '')
    .trim();
}

const optionalText = v.exactOptional(v.nullish(v.string()));
/** Cognito's own names, and those of a managed login's /oauth2/token. */
const answer = v.object({
  IdToken: optionalText,
  AccessToken: optionalText,
  RefreshToken: optionalText,
  id_token: optionalText,
  access_token: optionalText,
  refresh_token: optionalText,
});

function tokensInJson(json: string): Found | string {
  const parsed = jsonFrom(json);
  if (!isRecord(parsed)) return 'This begins as JSON does, and is cut or damaged. Copy the whole answer.';
  if (typeof parsed['ChallengeName'] === 'string') {
    return `This is no end of a sign-in yet: Cognito asks for ${parsed['ChallengeName']}. Sign in here with user name and password, which answers it.`;
  }
  const inner = parsed['AuthenticationResult'] ?? parsed;
  const read = v.safeParse(answer, inner);
  if (!read.success) return noTokens;
  const { IdToken, AccessToken, RefreshToken, id_token, access_token, refresh_token } = read.output;
  const jwts = [IdToken ?? id_token, AccessToken ?? access_token].filter((jwt) => typeof jwt === 'string');
  const refreshToken = RefreshToken ?? refresh_token;
  if (jwts.length === 0) return noTokens;
  return { jwts, ...(typeof refreshToken === 'string' && refreshToken !== '' && { refreshToken }) };
}

const noTokens =
  'This JSON has neither an IdToken nor an AccessToken. Paste the answer of aws cognito-idp initiate-auth.';

function jsonFrom(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

interface PastedToken {
  readonly kind: TokenKind;
  readonly jwt: string;
  readonly claims: UnverifiedClaims;
  readonly sub: string;
  /** ms */
  readonly issuedAt: number;
  readonly expiresAt: number;
}

/** A token of this pool and client, or a sentence on why it is none. */
function tokenFrom(jwt: string, { userPoolId, appClientId }: SignInPool): PastedToken | string {
  const claims = unverifiedClaims(jwt);
  if (claims === undefined) {
    return jwt.startsWith('eyJ')
      ? 'This begins as a token does, and is cut or damaged: a JWT has three parts with dots between them.'
      : 'This is no token: a JWT begins with “eyJ” and has three parts with dots between them.';
  }
  const use = textClaim(claims, 'token_use');
  if (use !== 'id' && use !== 'access')
    return 'This JWT is not of a Cognito user pool: it has no token_use of “id” or “access”.';
  const issuer = textClaim(claims, 'iss') ?? '';
  const issuingPool = issuer.slice(issuer.lastIndexOf('/') + 1);
  if (issuingPool !== userPoolId)
    return `This token is of the user pool ${issuingPool || '(none)'}, and this connection’s is ${userPoolId}. Choose or make a connection to that pool.`;
  const client = textClaim(claims, use === 'id' ? 'aud' : 'client_id');
  if (client !== appClientId)
    return `This token was issued to the app client ${client ?? '(none)'}, and this connection’s is ${appClientId}. Choose or make a connection with that client.`;
  const [sub, issuedAt, expiresAt] = [textClaim(claims, 'sub'), timeClaim(claims, 'iat'), timeClaim(claims, 'exp')];
  if (sub === undefined || issuedAt === undefined || expiresAt === undefined)
    return 'This token lacks the claims iat, exp or sub, which every token of a user pool has.';
  return { kind: use, jwt, claims, sub, issuedAt, expiresAt };
}

function userFrom(
  read: readonly PastedToken[],
  refreshToken: string | undefined,
): { tokens: Tokens; username: string } {
  const id = read.find(({ kind }) => kind === 'id');
  const access = read.find(({ kind }) => kind === 'access');
  const claims = { ...access?.claims, ...id?.claims };
  const sub = textClaim(claims, 'sub') ?? '';
  const username = textClaim(claims, 'cognito:username') ?? textClaim(claims, 'username') ?? sub;
  const tokens: Tokens = {
    ...(id && { idToken: id.jwt }),
    ...(access && { accessToken: access.jwt }),
    ...(refreshToken !== undefined && { refreshToken }),
    issuedAt: Math.max(...read.map(({ issuedAt }) => issuedAt)),
    expiresAt: { ...(id && { id: id.expiresAt }), ...(access && { access: access.expiresAt }) },
    sub,
    username,
    groups: groupsClaim(claims),
  };
  // A UUID, or “google_1038…”: people know their address.
  const isForMachines = username === sub || 'identities' in claims;
  return { tokens, username: (isForMachines ? textClaim(claims, 'email') : undefined) ?? username };
}

function expired(at: number): string {
  const when = new Date(at).toLocaleString('en-GB', { dateStyle: 'medium', timeStyle: 'short' });
  return `This token expired on ${when}, and no refresh token came with it. Get a fresh one.`;
}
