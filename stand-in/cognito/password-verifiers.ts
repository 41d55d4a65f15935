// What SRP needs of a user: salt and verifier, made once per password. Unknown users get a pair as well, the same for the same
// name, so that a challenge does not tell who exists.
// https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pool-managing-errors.html
import { createHmac, randomBytes } from 'node:crypto';
import { toInteger, verifierFrom, type SrpIdentity } from './srp.ts';
import type { PoolUser, UserPool } from './user-pool.ts';

export interface SrpCredential {
  readonly identity: SrpIdentity;
  readonly salt: bigint;
  readonly verifier: bigint;
}

export class PasswordVerifiers {
  readonly #ofUsers = new WeakMap<PoolUser, SrpCredential & { readonly password: string }>();
  readonly #simulationKey = randomBytes(32);

  ofUser(pool: UserPool, user: PoolUser): SrpCredential {
    const kept = this.#ofUsers.get(user);
    if (kept?.password === user.password) return kept;
    const identity = { poolName: poolNameFrom(pool), userId: user.username };
    const salt = saltFrom(randomBytes(16));
    const made = { identity, salt, verifier: verifierFrom(identity, user.password, salt), password: user.password };
    this.#ofUsers.set(user, made);
    return made;
  }

  ofUnknownUser(pool: UserPool, username: string): SrpCredential {
    const seed = createHmac('sha512', this.#simulationKey).update(`${pool.id} ${username}`).digest();
    const identity = { poolName: poolNameFrom(pool), userId: uuidFrom(seed.subarray(0, 16)) };
    const salt = saltFrom(seed.subarray(16, 32));
    return { identity, salt, verifier: verifierFrom(identity, seed.toString('hex', 32), salt) };
  }
}

function poolNameFrom(pool: UserPool): string {
  return pool.id.slice(pool.id.indexOf('_') + 1);
}

/** Clients disagree about a leading zero byte (some read the salt as a number, some as text), so there is none. */
function saltFrom(bytes: Buffer): bigint {
  return toInteger(bytes) | (1n << 120n);
}

function uuidFrom(bytes: Buffer): string {
  const hex = bytes.toString('hex');
  const variant = (0x8 | (Number.parseInt(hex.charAt(16), 16) & 0x3)).toString(16);
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `4${hex.slice(13, 16)}`,
    `${variant}${hex.slice(17, 20)}`,
    hex.slice(20),
  ].join('-');
}
