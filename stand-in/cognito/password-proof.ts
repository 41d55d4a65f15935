// A user proves a password by sending it. The state of the user comes first: who may not enter is told before the password counts.
import type { ClientOfPool, Cognito } from './cognito.ts';
import type { PoolUser } from './user-pool.ts';
import { welcomeUser } from './users.ts';

/**
 * @param given USERNAME and PASSWORD
 * @throws CognitoError
 */
export function userProvenByPassword(
  { state }: Cognito,
  { pool, client }: ClientOfPool,
  given: Readonly<Record<string, string>>,
): PoolUser {
  const { USERNAME: typed = '', PASSWORD: password } = given;
  const user = welcomeUser(pool, client, typed);
  return state.failedPasswords.provenUser(pool, user?.username ?? typed, () =>
    user !== undefined && user.password === password ? user : null,
  );
}
