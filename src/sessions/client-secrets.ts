// The secrets of app clients that were typed and have worked, for the next sign-in at the same client. In memory only.

import type { SignInPool } from '../cognito/sign-in-flow.ts';

export interface ClientSecrets {
  readonly keep: (pool: SignInPool, secret: string) => void;
  readonly of: (pool: SignInPool) => string | undefined;
  readonly forget: (pool: SignInPool) => void;
}

export function createClientSecrets(): ClientSecrets {
  const secrets = new Map<string, string>();
  // The endpoint belongs to it: another one that claims the same ids must not be given the secret.
  const clientOf = ({ cognitoEndpoint, userPoolId, appClientId }: SignInPool) =>
    `${cognitoEndpoint} ${userPoolId} ${appClientId}`;
  return {
    keep: (pool, secret) => {
      secrets.set(clientOf(pool), secret);
    },
    of: (pool) => secrets.get(clientOf(pool)),
    forget: (pool) => {
      secrets.delete(clientOf(pool));
    },
  };
}
