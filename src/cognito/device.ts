// A device that a user pool tracks: for Cognito, this app as one user uses it. Kept in memory, so that the next sign-in and
// each renewal can name it.
// https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-device-tracking.html

import { CognitoError } from './cognito-error.ts';
import type { AuthenticationResult } from './cognito-replies.ts';

/** What Cognito calls a device that it has just met. */
export interface NewDevice {
  /** DeviceKey: `{region}_{uuid}`. */
  readonly key: string;
  /** DeviceGroupKey. */
  readonly groupKey: string;
}

export interface Device extends NewDevice {
  /** The device's own, drawn by this app and never sent. */
  readonly password: string;
}

export function newDeviceFrom({ NewDeviceMetadata: metadata }: AuthenticationResult): NewDevice | undefined {
  return metadata ? { key: metadata.DeviceKey, groupKey: metadata.DeviceGroupKey } : undefined;
}

/**
 * The device that was named is not one of the user's any more, or its password is another one's.
 * @param challengeName what was being answered, where it was a challenge
 */
export function isForgottenDevice(error: unknown, challengeName = ''): boolean {
  if (!(error instanceof CognitoError)) return false;
  if (error.code === 'ResourceNotFoundException') return /device/i.test(error.awsMessage ?? '');
  return error.code === 'NotAuthorizedException' && challengeName.startsWith('DEVICE_');
}
