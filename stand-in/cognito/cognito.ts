// The pretend service behind Cognito's API: the pools as data, what they remember, their tokens. Operations work on this.
import { CognitoError } from './cognito-error.ts';
import { PoolState } from './pool-state.ts';
import { generateSigningKeys, type SigningKeys } from './signing-keys.ts';
import { TokenIssuer } from './token-issuer.ts';
import { TokenVerifier } from './token-verifier.ts';
import type { AppClient, UserPool } from './user-pool.ts';

export interface Cognito {
  readonly pools: readonly UserPool[];
  readonly state: PoolState;
  readonly issuer: TokenIssuer;
  readonly verifier: TokenVerifier;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
}

/** @param generateKeys called once per pool, for the first one at once; nothing waits for it but the pool's first token */
export function createCognito(
  pools: readonly UserPool[],
  now: () => number,
  generateKeys: () => Promise<SigningKeys> = generateSigningKeys,
): Cognito {
  const state = new PoolState(now);
  const keys = new Map<UserPool, Promise<SigningKeys>>();
  const keysOf = (pool: UserPool) => {
    const ofPool = keys.get(pool) ?? generateKeys();
    keys.set(pool, ofPool);
    return ofPool;
  };
  if (pools[0] !== undefined) void keysOf(pools[0]);
  const issuer = new TokenIssuer(keysOf, state.signIns, now);
  return { pools, state, issuer, verifier: new TokenVerifier(pools, issuer, state.signIns, now), now };
}

export interface ClientOfPool {
  readonly pool: UserPool;
  readonly client: AppClient;
}

export function findAppClient(cognito: Cognito, appClientId: string): ClientOfPool | undefined {
  for (const pool of cognito.pools) {
    const client = pool.clients.find((candidate) => candidate.id === appClientId);
    if (client !== undefined) return { pool, client };
  }
  return undefined;
}

export function appClientOf(cognito: Cognito, appClientId: string): ClientOfPool {
  const found = findAppClient(cognito, appClientId);
  if (found !== undefined) return found;
  throw notFound(`User pool client ${appClientId} does not exist.`);
}

/** The same for an administrator, who names the pool too. */
export function appClientInPool({ pools }: Cognito, userPoolId: string, appClientId: string): ClientOfPool {
  const pool = pools.find(({ id }) => id === userPoolId);
  if (pool === undefined) throw notFound(`User pool ${userPoolId} does not exist.`);
  const client = pool.clients.find(({ id }) => id === appClientId);
  if (client !== undefined) return { pool, client };
  throw notFound(`User pool client ${appClientId} does not exist in user pool ${userPoolId}.`);
}

function notFound(message: string): CognitoError {
  return new CognitoError('ResourceNotFoundException', message);
}
