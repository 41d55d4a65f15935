// Tokens as a command prints them. Pure.
import type { SignedInUser } from '../../src/cognito/sign-in.ts';

export const outputs = ['id', 'access', 'json'] as const;
export type TokenOutput = (typeof outputs)[number];

/** One token, or all as `aws cognito-idp initiate-auth` prints them; without a line's end. */
export function tokensText(output: TokenOutput, { tokens, device }: Pick<SignedInUser, 'tokens' | 'device'>): string {
  const { idToken, accessToken, refreshToken, issuedAt, expiresAt } = tokens;
  if (output === 'id') return idToken ?? '';
  if (output === 'access') return accessToken ?? '';
  const end = expiresAt.access ?? expiresAt.id ?? issuedAt;
  const AuthenticationResult = {
    AccessToken: accessToken,
    ExpiresIn: Math.round((end - issuedAt) / 1000),
    TokenType: 'Bearer',
    RefreshToken: refreshToken,
    IdToken: idToken,
    ...(device !== undefined && { NewDeviceMetadata: { DeviceKey: device.key, DeviceGroupKey: device.groupKey } }),
  };
  return JSON.stringify({ ChallengeParameters: {}, AuthenticationResult }, null, 4);
}
