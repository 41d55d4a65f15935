// Finding a user by what was typed, and whether the user's state lets them in at all.
import { CognitoError, notAuthorized } from './cognito-error.ts';
import type { AppClient, PoolUser, UserPool } from './user-pool.ts';

/** By user name, or by an attribute the pool takes in its place. */
export function findUser(pool: UserPool, typed: string): PoolUser | undefined {
  return pool.users.find(
    (user) => user.username === typed || pool.aliasAttributes.some((alias) => user.attributes[alias] === typed),
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
      return null;
    default:
      return user.status satisfies never;
  }
}

/** Throws where an app client admits that a user does not exist. */
export function refuseUnknownUser(client: AppClient): void {
  if (client.preventUserExistenceErrors === 'LEGACY') {
    throw new CognitoError('UserNotFoundException', 'User does not exist.');
  }
}
