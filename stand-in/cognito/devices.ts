// The devices of a pool that tracks them: for Cognito, a client as one user uses it. Each sign-in without a known one meets a new
// device, which counts for nothing until the client confirms it with a verifier of its own making.
// https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-device-tracking.html
import { randomBytes, randomUUID } from 'node:crypto';
import { CognitoError } from './cognito-error.ts';
import type { SrpCredential } from './password-verifiers.ts';
import type { PoolUser, UserPool } from './user-pool.ts';

export interface Device {
  /** DeviceKey, `{region}_{uuid}` */
  readonly key: string;
  /** DeviceGroupKey, the same for a whole pool. */
  readonly groupKey: string;
  readonly user: PoolUser;
  /** Milliseconds since the epoch, like those below. */
  readonly createdAt: number;
  modifiedAt: number;
  authenticatedAt: number;
  name: string | undefined;
  /** Null until confirmed. */
  credential: SrpCredential | null;
  /** Only such a device proves itself at a sign-in, and may stand for a second factor. */
  isRemembered: boolean;
}

export class Devices {
  readonly #devices = new Map<string, Device>();
  readonly #groupKeys = new Map<UserPool, string>();
  readonly #now: () => number;

  constructor(now: () => number) {
    this.#now = now;
  }

  meet(pool: UserPool, user: PoolUser): Device {
    const now = this.#now();
    const device = {
      key: `${pool.region}_${randomUUID()}`,
      groupKey: this.#groupKeyOf(pool),
      user,
      createdAt: now,
      modifiedAt: now,
      authenticatedAt: now,
      name: undefined,
      credential: null,
      isRemembered: false,
    };
    this.#devices.set(device.key, device);
    return device;
  }

  /** One that was not confirmed, or is another user's, does not exist. */
  find(user: PoolUser, key: string): Device | undefined {
    const device = this.#devices.get(key);
    return device?.user === user && device.credential !== null ? device : undefined;
  }

  of(user: PoolUser): Device[] {
    return [...this.#devices.values()].filter((device) => device.user === user && device.credential !== null);
  }

  change(device: Device, change: Partial<Pick<Device, 'name' | 'credential' | 'isRemembered'>>): void {
    Object.assign(device, change, { modifiedAt: this.#now() });
  }

  forget(device: Device): void {
    this.#devices.delete(device.key);
  }

  #groupKeyOf(pool: UserPool): string {
    const groupKey = this.#groupKeys.get(pool) ?? `-${randomBytes(6).toString('base64url').replaceAll(/[-_]/g, 'x')}`;
    this.#groupKeys.set(pool, groupKey);
    return groupKey;
  }
}

export function noSuchDevice(): CognitoError {
  return new CognitoError('ResourceNotFoundException', 'Device does not exist.');
}
