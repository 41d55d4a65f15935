// SECRET_HASH, which an app client with a secret demands of every call that names a user.
// https://docs.aws.amazon.com/cognito/latest/developerguide/signing-up-users-in-your-app.html#cognito-user-pools-computing-secret-hash
import { createHmac } from 'node:crypto';
import { notAuthorized, type CognitoError } from './cognito-error.ts';
import type { AppClient } from './user-pool.ts';

/** @param username exactly as sent in USERNAME of the same call */
export function secretHashFrom(secret: string, username: string, appClientId: string): string {
  return createHmac('sha256', secret).update(`${username}${appClientId}`).digest('base64');
}

/** Why a call with this SECRET_HASH is refused, or null. A hash sent to a client without a secret is ignored. */
export function secretHashRefusal(client: AppClient, username: string, given: string | undefined): CognitoError | null {
  if (client.secret === undefined) return null;
  if (given === undefined) return missingSecretHash(client);
  if (given === secretHashFrom(client.secret, username, client.id)) return null;
  return notAuthorized(`Unable to verify secret hash for client ${client.id}`);
}

/**
 * The same for a refresh, which names no user: the hash is over the real user name of the token, and the sentence is another.
 */
export function refreshSecretHashRefusal(
  client: AppClient,
  username: string,
  given: string | undefined,
): CognitoError | null {
  if (secretHashRefusal(client, username, given) === null) return null;
  if (given === undefined) return missingSecretHash(client);
  return notAuthorized(`SecretHash does not match for the client: ${client.id}`);
}

function missingSecretHash(client: AppClient): CognitoError {
  return notAuthorized(`Client ${client.id} is configured with secret but SECRET_HASH was not received`);
}
