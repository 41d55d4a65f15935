// Finding a user by what was typed, and whether the user's state lets them in at all.
import { randomUUID } from 'node:crypto';
import { CognitoError, notAuthorized, throwRefusal } from './cognito-error.ts';
import type { AppClient, PoolUser, UserPool } from './user-pool.ts';

/** By user name, or by an attribute the pool takes in its place. */
export function findUser(pool: UserPool, typed: string): PoolUser | undefined {
  const { aliasAttributes, usernameAttributes = [] } = pool;
  return pool.users.find(
    ({ username, attributes }) =>
      username === typed ||
      usernameAttributes.some((name) => attributes[name] === typed) ||
      aliasAttributes.some((name) => attributes[name] === typed && attributes[`${name}_verified`] === 'true'),
  );
}

/** Why a user may not even try a password, or null. Unconfirmed users learn it before their password is looked at. */
export function userRefusal(user: PoolUser): CognitoError | null {
  if (!user.enabled) return notAuthorized('User is disabled.');
  switch (user.status) {
    case 'UNCONFIRMED':
      return new CognitoError('UserNotConfirmedException', 'User is not confirmed.');
    case 'RESET_REQUIRED':
      return new CognitoError('PasswordResetRequiredException', 'Password reset required for the user');
    case 'CONFIRMED':
    case 'FORCE_CHANGE_PASSWORD':
    case 'EXTERNAL_PROVIDER':
      return null;
    default:
      return user.status satisfies never;
  }
}

/**
 * The user who was typed, if they may try at all; undefined where there is none and the app client hides it.
 * @throws CognitoError
 */
export function welcomeUser(pool: UserPool, client: AppClient, typed: string): PoolUser | undefined {
  const user = findUser(pool, typed);
  if (user !== undefined) {
    throwRefusal(userRefusal(user));
    // With tokens of the managed login such a user may do whatever others may; only this door is closed.
    if (user.status === 'EXTERNAL_PROVIDER') throw notAuthorized('User is not authorized to get auth details.');
    return user;
  }
  if (client.preventUserExistenceErrors === 'ENABLED') return undefined;
  throw new CognitoError('UserNotFoundException', 'User does not exist.');
}

/** Stands for one that does not exist, where nobody shall notice. */
export function madeUpUser(username: string): PoolUser {
  return {
    username,
    sub: randomUUID(),
    password: randomUUID(),
    status: 'CONFIRMED',
    enabled: true,
    attributes: {},
    groups: [],
  };
}
