// AMAZON_COGNITO_USER_POOLS and OPENID_CONNECT: a JWT, taken for a token of the provider whose issuer it names.
import type { AppSyncDeps, TokenRefusal } from '../api.ts';
import type { OidcProvider, UserPoolProvider } from '../auth-provider.ts';
import type { CognitoIdentity } from '../identity.ts';
import { refusals, type Refusal } from '../refusals.ts';
import { admitted, refused, type Admission } from './admission.ts';

export interface TokenJudgement {
  /** False: no issuer of this API is named, so another mode may want it. */
  readonly isOurs: boolean;
  readonly admission: Admission;
}

type Claims = Readonly<Record<string, unknown>>;

export async function admitByToken(
  providers: readonly (UserPoolProvider | OidcProvider)[],
  token: string,
  deps: Pick<AppSyncDeps, 'verifyToken' | 'verifyOidcToken'>,
): Promise<TokenJudgement> {
  if (!isJwtShaped(token)) return { isOurs: false, admission: refused(refusals.notAJwt) };

  const ofPool = await deps.verifyToken(token);
  if (ofPool.ok) {
    const pools = providers.filter((provider) => provider.mode === 'AMAZON_COGNITO_USER_POOLS');
    return judgementOf(
      pools.filter(({ userPoolId }) => userPoolId === ofPool.userPoolId),
      ({ appIdClientRegex, defaultAction }) =>
        isNamed(appIdClientRegex, ofPool.claims['aud'] ?? ofPool.claims['client_id'])
          ? admitted({ mode: 'AMAZON_COGNITO_USER_POOLS', identity: cognitoIdentity(ofPool.claims, defaultAction) })
          : null,
    );
  }
  if (!isOfNobody(ofPool.why)) return { isOurs: true, admission: refused(refusalOf(ofPool.why)) };

  const ofIssuer = await deps.verifyOidcToken(token);
  if (ofIssuer.ok) {
    const { claims } = ofIssuer;
    const issuers = providers.filter((provider) => provider.mode === 'OPENID_CONNECT');
    return judgementOf(
      issuers.filter(({ issuerId }) => issuerId === ofIssuer.issuerId),
      ({ clientId }) =>
        isNamed(clientId, claims['aud']) || isNamed(clientId, claims['azp'])
          ? admitted({
              mode: 'OPENID_CONNECT',
              identity: { sub: textOf(claims, 'sub'), issuer: textOf(claims, 'iss'), claims },
            })
          : null,
    );
  }
  const why = isOfNobody(ofIssuer.why) ? ofPool.why : ofIssuer.why;
  return { isOurs: !isOfNobody(why), admission: refused(refusalOf(why)) };
}

/** Three base64url parts. A prefix such as "Bearer " makes it something else, and that is how real APIs met it. */
const isJwtShaped = (text: string) => /^[\w-]+\.[\w-]+\.[\w-]+$/.test(text);

const isOfNobody = (why: TokenRefusal) => why === 'issuer' || why === 'malformed';

function judgementOf<P>(ofItsIssuer: readonly P[], admitFor: (provider: P) => Admission | null): TokenJudgement {
  const admission = ofItsIssuer.map(admitFor).find((one) => one !== null);
  return { isOurs: ofItsIssuer.length > 0, admission: admission ?? refused(refusals.notAuthorized) };
}

function refusalOf(why: TokenRefusal): Refusal {
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

function isNamed(regex: string | undefined, client: unknown): boolean {
  if (regex === undefined) return true;
  return [client].flat().some((name) => typeof name === 'string' && new RegExp(`^(?:${regex})$`).test(name));
}

const textOf = (claims: Claims, name: string) => (typeof claims[name] === 'string' ? claims[name] : '');

function cognitoIdentity(claims: Claims, defaultAuthStrategy: 'ALLOW' | 'DENY'): CognitoIdentity {
  const groups = claims['cognito:groups'];
  return {
    sub: textOf(claims, 'sub'),
    issuer: textOf(claims, 'iss'),
    username: textOf(claims, 'cognito:username') || textOf(claims, 'username'),
    claims,
    groups: Array.isArray(groups) ? groups.filter((group) => typeof group === 'string') : null,
    // AppSync puts the caller's address here. The stand-in listens on loopback only.
    sourceIp: ['127.0.0.1'],
    defaultAuthStrategy,
  };
}
