// NEW_PASSWORD_REQUIRED: a user with a temporary password chooses one, and gives what the pool requires and does not have.
import { CognitoError, invalidParameter } from '../cognito-error.ts';
import { passwordViolation } from '../password-policy.ts';
import type { PoolUser, UserPool } from '../user-pool.ts';
import type { FollowingChallenge } from './challenge.ts';

const prefix = 'userAttributes.';

export const newPasswordRequired: FollowingChallenge = {
  kind: 'following',
  name: 'NEW_PASSWORD_REQUIRED',
  requiredResponses: ['NEW_PASSWORD'],

  isDue: ({ user, customAuth }) => user.status === 'FORCE_CHANGE_PASSWORD' && customAuth === undefined,

  put(progress) {
    const { pool, user } = progress;
    return {
      parameters: {
        USER_ID_FOR_SRP: user.username,
        requiredAttributes: JSON.stringify(missingAttributes(pool, user.attributes).map((name) => `${prefix}${name}`)),
        userAttributes: JSON.stringify(user.attributes),
      },
      judge({ responses }) {
        const password = responses['NEW_PASSWORD'] ?? '';
        const violation = passwordViolation(pool.passwordPolicy, password);
        if (violation !== null) throw new CognitoError('InvalidPasswordException', violation);
        user.attributes = completedAttributes(pool, user, responses);
        user.password = password;
        user.status = 'CONFIRMED';
        return progress;
      },
    };
  },
};

function completedAttributes(pool: UserPool, user: PoolUser, responses: Readonly<Record<string, string>>) {
  const given = Object.entries(responses)
    .filter(([name]) => name.startsWith(prefix))
    .map(([name, value]) => [name.slice(prefix.length), value] as const);
  const repeated = given.find(([name]) => isSet(user.attributes[name]));
  if (repeated !== undefined) throw invalidParameter(`Cannot modify an already provided ${repeated[0]}`);
  const attributes = { ...user.attributes, ...Object.fromEntries(given) };
  const [missing] = missingAttributes(pool, attributes);
  if (missing !== undefined) throw invalidParameter(`Invalid attributes given, ${missing} is missing`);
  return attributes;
}

function missingAttributes(pool: UserPool, attributes: Readonly<Record<string, string>>): readonly string[] {
  return pool.requiredAttributes.filter((name) => !isSet(attributes[name]));
}

function isSet(value: string | undefined): boolean {
  return value !== undefined && value !== '';
}
