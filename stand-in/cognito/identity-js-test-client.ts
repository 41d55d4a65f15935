// Stock amazon-cognito-identity-js, unpatched, told only where the stand-in is. For tests: its own SRP makes it a witness.
import { CognitoUser, CognitoUserPool, type ICognitoStorage } from 'amazon-cognito-identity-js';
import { demoClientIds, demoPoolId } from '../demo/demo-pool.ts';

export interface ClientOfUser {
  /** The URL of Cognito's API, with its slash. */
  readonly endpoint: string;
  readonly username: string;
  /** Absent = the demo's main pool and client. */
  readonly userPoolId?: string;
  readonly appClientId?: string;
  /** Absent = nothing is remembered from before. */
  readonly storage?: ICognitoStorage;
}

export function identityJsUser(options: ClientOfUser): CognitoUser {
  const { endpoint, username: Username, storage: Storage = memoryStorage() } = options;
  const UserPoolId = options.userPoolId ?? demoPoolId;
  const ClientId = options.appClientId ?? demoClientIds.default;
  return new CognitoUser({ Username, Pool: new CognitoUserPool({ UserPoolId, ClientId, endpoint, Storage }), Storage });
}

export function memoryStorage(): ICognitoStorage {
  const items = new Map<string, string>();
  return {
    setItem: (key, value) => {
      items.set(key, value);
    },
    getItem: (key) => items.get(key) ?? null,
    removeItem: (key) => {
      items.delete(key);
    },
    clear: () => {
      items.clear();
    },
  };
}
