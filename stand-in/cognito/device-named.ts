// The device that a client says it is. In a pool that does not track devices it may say what it likes.
import type { Cognito } from './cognito.ts';
import { noSuchDevice } from './devices.ts';
import type { Progress } from './progress.ts';

/**
 * @param key DEVICE_KEY; absent or empty = the client names none
 * @throws CognitoError for a device that the user does not have any more
 */
export function deviceNamed(
  { state }: Cognito,
  { pool, user }: Progress,
  key: string | undefined,
): Pick<Progress, 'device'> {
  if (pool.deviceConfiguration === undefined || key === undefined || key === '') return {};
  const device = state.devices.find(user, key);
  if (device === undefined) throw noSuchDevice();
  return { device };
}
