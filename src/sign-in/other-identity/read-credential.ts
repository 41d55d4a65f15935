// What was typed or pasted becomes a credential, or a sentence on what is wrong with it, which never repeats it. Pure.
import { textClaim, timeClaim, unverifiedClaims } from '../../cognito/unverified-claims.ts';
import { clockTime } from '../../sessions/countdown.ts';
import type { Credential } from '../../sessions/credential.ts';

export type ReadCredential<Mode extends Credential['authMode']> =
  | {
      readonly ok: true;
      readonly credential: Extract<Credential, { authMode: Mode }>;
      /** What a person should know of it, in sentences. */
      readonly found?: string;
    }
  | { readonly ok: false; readonly wrong: string };

const wrong = (sentence: string) => ({ ok: false, wrong: sentence }) as const;

/** What an HTTP header can carry: printable, of the ASCII letters. */
const canBeSent = (text: string) => /^[\x21-\x7e](?:[\x20-\x7e]*[\x21-\x7e])?$/.test(text);

const unsendable = 'It holds line breaks or letters that no HTTP header can carry. Copy it again, on one line.';

const awsHost = /\.appsync-api\.[a-z0-9-]+\.amazonaws\.com(?:\.cn)?$/;

/** `da2-` and 26 letters and digits at AWS; what else speaks AppSync may have keys of its own. */
export function apiKeyFrom(text: string, graphqlEndpoint: string): ReadCredential<'API_KEY'> {
  const key = text.trim().replace(/^["']|["',;]+$/g, '');
  if (key === '') return wrong('There is no key yet.');
  if (unverifiedClaims(key) !== undefined)
    return wrong('This is a token, not an API key. It belongs under Token, or under Sign in, “Use a token”.');
  if (!canBeSent(key)) return wrong(unsendable);
  if (awsHost.test(new URL(graphqlEndpoint).hostname)) {
    if (!key.startsWith('da2-'))
      return wrong('An API key of AppSync starts with da2-. In the console it stands under Settings, API keys.');
    if (!/^da2-[a-z0-9]{26}$/.test(key))
      return wrong(
        `An API key is da2- and 26 small letters and digits; this has ${key.length - 4} characters after da2-.`,
      );
  }
  return { ok: true, credential: { authMode: 'API_KEY', key } };
}

/** @param ownIssuer that of the connection's user pool, whose tokens are users. */
export function oidcTokenFrom(
  text: string,
  { now, ownIssuer }: { readonly now: number; readonly ownIssuer: string | undefined },
): ReadCredential<'OPENID_CONNECT'> {
  const { token, hadBearer } = withoutBearer(text);
  if (token === '') return wrong('There is no token yet.');
  if (token.startsWith('da2-')) return wrong('This is an API key. It belongs under API key.');
  const claims = unverifiedClaims(token);
  if (claims === undefined)
    return wrong(
      'This is not a JWT: three parts of letters and digits with points between them. For an opaque token choose Lambda.',
    );
  const issuer = textClaim(claims, 'iss');
  if (issuer === undefined) return wrong('This JWT names no issuer (iss), so AppSync cannot tell whose it is.');
  if (issuer === ownIssuer)
    return wrong('This token is of the connection’s own user pool: use it under Sign in, More ways in, “Use a token”.');
  if (/^https:\/\/cognito-idp\.[a-z0-9-]+\.amazonaws\.com/.test(issuer))
    return wrong(
      `This token is of another user pool, ${issuer.split('/').pop() ?? ''}. Make a connection for that one.`,
    );
  const expiresAt = timeClaim(claims, 'exp');
  if (expiresAt === undefined) return wrong('This JWT has no end (exp), and AppSync refuses such a token.');
  if (expiresAt <= now) return wrong(`This token expired ${whenWords(expiresAt, now)}. Get a new one from ${issuer}.`);
  const bearer = hadBearer ? ' “Bearer” was left out: AppSync wants the token alone.' : '';
  return {
    ok: true,
    credential: { authMode: 'OPENID_CONNECT', token },
    found: `Issued by ${issuer} for ${textClaim(claims, 'sub') ?? 'nobody named'}, good until ${clockTime(expiresAt)}. AppSync takes it if the API names this issuer.${bearer}`,
  };
}

/** Anything the API's function understands; a prefix keeps AppSync from taking a JWT for a user's. */
export function lambdaTokenFrom(text: string, prefix: string): ReadCredential<'AWS_LAMBDA'> {
  const token = text.trim();
  if (token === '') return wrong('There is no token yet.');
  const sent = prefix + token;
  if (!canBeSent(sent)) return wrong(unsendable);
  return { ok: true, credential: { authMode: 'AWS_LAMBDA', token: sent } };
}

export function iamFrom(profile: string): ReadCredential<'AWS_IAM'> {
  const name = profile.trim();
  if (name === '') return { ok: true, credential: { authMode: 'AWS_IAM' } };
  if (/^(?:AKIA|ASIA)[A-Z0-9]{12,}$/.test(name))
    return wrong('This is an access key. Keys stay out of the page: type the name of a profile that holds it.');
  if (/\p{Cc}/u.test(name) || name.length > 200) return wrong('This is not the name of an AWS profile.');
  return { ok: true, credential: { authMode: 'AWS_IAM', profile: name } };
}

function withoutBearer(text: string): { token: string; hadBearer: boolean } {
  const trimmed = text.trim().replace(/^authorization\s*:\s*/i, '');
  const token = trimmed.replace(/^bearer\s+/i, '');
  return { token, hadBearer: token !== trimmed };
}

function whenWords(at: number, now: number): string {
  const days = Math.floor((now - at) / 86_400_000);
  return days === 0 ? `at ${clockTime(at)}` : days === 1 ? 'a day ago' : `${days} days ago`;
}
