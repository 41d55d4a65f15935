// The devices that user pools know this app by, for the next sign-in of the same user at the same client. In memory only.

import type { Device } from './device.ts';
import type { SignInPool } from './sign-in-flow.ts';

export interface Devices {
  readonly of: (pool: SignInPool, username: string) => Device | undefined;
  /** @param usernames every name that the user goes by: the next sign-in may begin with any */
  readonly keep: (pool: SignInPool, usernames: readonly string[], device: Device) => void;
  readonly forget: (pool: SignInPool, device: Device) => void;
}

export function createDevices(): Devices {
  const devices = new Map<string, Device>();
  const clientOf = ({ cognitoEndpoint, userPoolId, appClientId }: SignInPool) =>
    `${cognitoEndpoint} ${userPoolId} ${appClientId} `;
  return {
    of: (pool, username) => devices.get(clientOf(pool) + username),
    keep: (pool, usernames, device) => {
      for (const username of usernames) devices.set(clientOf(pool) + username, device);
    },
    forget: (pool, device) => {
      for (const [name, kept] of devices) {
        if (name.startsWith(clientOf(pool)) && kept.key === device.key) devices.delete(name);
      }
    },
  };
}
