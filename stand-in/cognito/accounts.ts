// Whose account somebody wants to recover or confirm, who need not be signed in for it: found by app client and user name, told
// or hidden as the app client says.
// https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pool-managing-errors.html
import { createHash } from 'node:crypto';
import { maskedAddress, type CodeDeliveryDetails, type Medium } from './code-delivery.ts';
import { appClientOf, type ClientOfPool, type Cognito } from './cognito.ts';
import { CognitoError, notAuthorized, throwRefusal } from './cognito-error.ts';
import { secretHashRefusal } from './secret-hash.ts';
import type { PoolUser } from './user-pool.ts';
import { findUser } from './users.ts';

export interface AccountRequest {
  readonly ClientId: string;
  readonly Username: string;
  readonly SecretHash?: string | undefined;
}

export interface Account extends ClientOfPool {
  /** What was typed. */
  readonly username: string;
  /** Undefined: there is none, or none that may be helped, and nobody shall notice. */
  readonly user: PoolUser | undefined;
}

/** @throws CognitoError, also for a user that does not exist or is disabled, where the app client tells */
export function accountOf(cognito: Cognito, { ClientId, Username, SecretHash }: AccountRequest): Account {
  const { pool, client } = appClientOf(cognito, ClientId);
  throwRefusal(secretHashRefusal(client, Username, SecretHash));
  const user = findUser(pool, Username);
  if (client.preventUserExistenceErrors === 'ENABLED') {
    return { pool, client, username: Username, user: user?.enabled ? user : undefined };
  }
  if (user === undefined) {
    throw new CognitoError('UserNotFoundException', 'Username/client id combination not found.');
  }
  if (!user.enabled) throw notAuthorized('User is disabled.');
  return { pool, client, username: Username, user };
}

/** The way by which a user can prove to be the one: a verified address, e-mail first. */
export function verifiedMedium({ attributes }: PoolUser): Medium | null {
  if (attributes['email'] !== undefined && attributes['email_verified'] === 'true') return 'EMAIL';
  if (attributes['phone_number'] !== undefined && attributes['phone_number_verified'] === 'true') return 'SMS';
  return null;
}

/** Where no code was sent and nobody shall notice. Made of what was typed, so that it is the same each time. */
export function simulatedDelivery(username: string): CodeDeliveryDetails {
  if (/^\+\d+$/.test(username)) {
    return { Destination: maskedAddress('SMS', username), DeliveryMedium: 'SMS', AttributeName: 'phone_number' };
  }
  const letters = createHash('sha256').update(username).digest('hex').replaceAll(/\d/g, '');
  const address = username.includes('@') ? username : `${letters.slice(0, 1)}@${letters.slice(1, 2)}`;
  return { Destination: maskedAddress('EMAIL', address), DeliveryMedium: 'EMAIL', AttributeName: 'email' };
}
