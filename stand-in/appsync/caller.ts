// Who calls: from a request's headers to a caller, or to the refusal of the whole request. Says nothing about fields.
import type { Api, AppSyncDeps, AuthProvider, CognitoIdentity, TokenVerdict } from './api.ts';
import type { CallerAccess } from './field-access.ts';
import { refusals, type Refusal } from './refusals.ts';

export type Caller =
  { readonly mode: 'API_KEY' } | { readonly mode: 'AMAZON_COGNITO_USER_POOLS'; readonly identity: CognitoIdentity };

export type Admission =
  { readonly ok: true; readonly caller: Caller } | { readonly ok: false; readonly refusal: Refusal };

export const accessOf = (caller: Caller): CallerAccess => ({
  mode: caller.mode,
  groups: caller.mode === 'AMAZON_COGNITO_USER_POOLS' ? (caller.identity.groups ?? []) : [],
});

type ApiKeyProvider = Extract<AuthProvider, { mode: 'API_KEY' }>;
type UserPoolProvider = Extract<AuthProvider, { mode: 'AMAZON_COGNITO_USER_POOLS' }>;

/** What a request says of who sends it, and what it would have signed. */
export interface AuthRequest {
  readonly headers: Headers;
  readonly method: string;
  readonly url: URL;
  readonly body: string;
}

/** The mode is inferred from the headers: a SigV4 signature, else an API key, else a token. */
export async function admit(api: Api, { headers }: AuthRequest, deps: AppSyncDeps): Promise<Admission> {
  const providers = [api.defaultProvider, ...api.additionalProviders];
  const userPools = providers.filter((provider) => provider.mode === 'AMAZON_COGNITO_USER_POOLS');
  const apiKeys = providers.find((provider) => provider.mode === 'API_KEY');
  const authorization = headers.get('authorization');
  const apiKey = headers.get('x-api-key');

  // The stand-in's APIs have no AWS_IAM mode.
  if (authorization?.startsWith('AWS4-HMAC-SHA256')) return refused(refusals.noValidAuthorization);
  if (apiKey !== null)
    return apiKeys ? admitKey(apiKeys, apiKey, deps.clock.now()) : refused(refusals.noValidAuthorization);
  if (authorization === null) {
    return refused(userPools.length > 0 ? refusals.noValidAuthorization : refusals.noAuthorization);
  }
  if (userPools.length === 0) return refused(refusals.noValidAuthorization);
  const token = api.acceptsBearer === true ? authorization.replace(/^Bearer +/i, '') : authorization;
  if (!isJwtShaped(token)) return refused(refusals.notAJwt);
  return admitToken(userPools, await deps.verifyToken(token));
}

const refused = (refusal: Refusal): Admission => ({ ok: false, refusal });

function admitKey(provider: ApiKeyProvider, id: string, now: number): Admission {
  const key = provider.keys.find((candidate) => candidate.id === id);
  const isCurrent = key !== undefined && (key.expires === undefined || key.expires > now);
  return isCurrent ? { ok: true, caller: { mode: 'API_KEY' } } : refused(refusals.notAuthorized);
}

/** Three base64url parts. A prefix such as "Bearer " makes it something else, and that is how real APIs met it. */
const isJwtShaped = (text: string) => /^[\w-]+\.[\w-]+\.[\w-]+$/.test(text);

function admitToken(userPools: readonly UserPoolProvider[], verdict: TokenVerdict): Admission {
  if (!verdict.ok) return refused(refusalOf(verdict.why));
  const provider = userPools.find(
    ({ userPoolId, appIdClientRegex }) =>
      userPoolId === verdict.userPoolId && isClientOf(appIdClientRegex, verdict.claims),
  );
  if (!provider) return refused(refusals.notAuthorized);
  const identity = identityFrom(verdict.claims, provider.defaultAction);
  return { ok: true, caller: { mode: 'AMAZON_COGNITO_USER_POOLS', identity } };
}

function refusalOf(why: Extract<TokenVerdict, { ok: false }>['why']): Refusal {
  switch (why) {
    case 'malformed':
    case 'signature':
      return refusals.noValidAuthorization;
    case 'issuer':
    case 'token_use':
      return refusals.notAuthorized;
    case 'expired':
      return refusals.tokenExpired;
    default:
      return why satisfies never;
  }
}

/** `aud` of an ID token, `client_id` of an access token. */
function isClientOf(regex: string | undefined, claims: Readonly<Record<string, unknown>>): boolean {
  const clientId = claims['aud'] ?? claims['client_id'];
  if (regex === undefined) return true;
  return typeof clientId === 'string' && new RegExp(`^(?:${regex})$`).test(clientId);
}

function identityFrom(
  claims: Readonly<Record<string, unknown>>,
  defaultAuthStrategy: 'ALLOW' | 'DENY',
): CognitoIdentity {
  const text = (name: string) => (typeof claims[name] === 'string' ? claims[name] : '');
  const groups = claims['cognito:groups'];
  return {
    sub: text('sub'),
    issuer: text('iss'),
    username: text('cognito:username') || text('username'),
    claims,
    groups: Array.isArray(groups) ? groups.filter((group) => typeof group === 'string') : null,
    // AppSync puts the caller's address here. The stand-in listens on loopback only.
    sourceIp: ['127.0.0.1'],
    defaultAuthStrategy,
  };
}
