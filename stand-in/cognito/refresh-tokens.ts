// Whether a refresh token still buys new tokens; the same for both operations that take one.
import type { Cognito } from './cognito.ts';
import { CognitoError, notAuthorized } from './cognito-error.ts';
import type { RefreshToken } from './sign-ins.ts';
import type { AppClient } from './user-pool.ts';
import { userRefusal } from './users.ts';

/** @throws CognitoError for a token that this client was never given */
export function refreshTokenOf({ state }: Cognito, client: AppClient, text: string): RefreshToken {
  const token = state.signIns.findRefreshToken(text);
  if (token?.signIn.client.id !== client.id) throw invalidRefreshToken();
  return token;
}

/**
 * Why the token buys nothing any more, or null.
 * @param deviceKey the device that the client says it is
 */
export function refreshTokenRefusal(
  { state, now: clock }: Cognito,
  { signIn, expiresAt, rotatedAt }: RefreshToken,
  deviceKey: string | undefined,
): CognitoError | null {
  const now = clock();
  if (signIn.isRevoked) return notAuthorized('Refresh Token has been revoked');
  if (now >= expiresAt) return notAuthorized('Refresh Token has expired');
  const graceInMs = signIn.client.refreshTokenRotation.retryGracePeriodSeconds * 1000;
  if (rotatedAt !== null && now > rotatedAt + graceInMs) {
    return new CognitoError('RefreshTokenReuseException', 'Refresh Token has been invalidated by rotation');
  }
  const { user, device } = signIn;
  // Belongs to one device, which must be confirmed by now, and not forgotten.
  if (device !== undefined && (deviceKey !== device.key || state.devices.find(user, deviceKey) === undefined)) {
    return invalidRefreshToken();
  }
  return userRefusal(user);
}

function invalidRefreshToken(): CognitoError {
  return notAuthorized('Invalid Refresh Token.');
}
