// What ID and access tokens claim. Pure: the moment and the token's own id are given.
import { issuerFrom } from './issuer.ts';
import type { SignIn } from './sign-ins.ts';
import type { PoolUser } from './user-pool.ts';

export interface Stamp {
  /** Seconds since the epoch. */
  readonly iat: number;
  readonly jti: string;
}

export type Claims = Readonly<Record<string, unknown>>;

/** https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-using-the-id-token.html */
export function idClaimsFrom(signIn: SignIn, stamp: Stamp): Claims {
  const { user, client } = signIn;
  const attributes = Object.entries(user.attributes).map(([name, value]) => [name, claimValueFrom(name, value)]);
  return {
    sub: user.sub,
    ...groupsClaim(user),
    'cognito:username': user.username,
    ...Object.fromEntries(attributes),
    aud: client.id,
    token_use: 'id',
    ...commonClaimsFrom(signIn, stamp, client.tokenLife.idToken),
  };
}

/** https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-using-the-access-token.html */
export function accessClaimsFrom(signIn: SignIn, stamp: Stamp): Claims {
  const { user, client, device } = signIn;
  return {
    sub: user.sub,
    ...groupsClaim(user),
    client_id: client.id,
    token_use: 'access',
    scope: 'aws.cognito.signin.user.admin',
    username: user.username,
    ...(device && { device_key: device.key }),
    ...commonClaimsFrom(signIn, stamp, client.tokenLife.accessToken),
  };
}

function commonClaimsFrom(signIn: SignIn, { iat, jti }: Stamp, lifeInSeconds: number): Claims {
  return {
    iss: issuerFrom(signIn.pool),
    origin_jti: signIn.originJti,
    event_id: signIn.eventId,
    auth_time: Math.floor(signIn.authTime / 1000),
    exp: iat + lifeInSeconds,
    iat,
    jti,
  };
}

function groupsClaim(user: PoolUser): Claims {
  return user.groups.length === 0 ? {} : { 'cognito:groups': user.groups };
}

/** Attributes are strings, and stay so in tokens, but for the two that say whether an address is verified. */
function claimValueFrom(name: string, value: string): string | boolean {
  return name === 'email_verified' || name === 'phone_number_verified' ? value === 'true' : value;
}
