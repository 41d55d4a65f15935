// The sign-in panel in a test's hands, and connections that are in the configuration folder before the page is opened.
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import type { KeptConnections } from '../server/api.ts';
import { formatConnectionsFile } from '../server/connections-format.ts';
import { demoClientIds, demoPoolId } from '../stand-in/demo/demo-pool.ts';
import type { StandIn } from '../stand-in/start.ts';

type Connection = KeptConnections['connections'][number];

export interface SignInForm {
  readonly username: Locator;
  readonly password: Locator;
  readonly submit: Locator;
  readonly stop: Locator;
  /** What went wrong, above the button. */
  readonly failure: Locator;
  readonly type: (username: string, password: string) => Promise<void>;
  /** Types both and presses Sign in. */
  readonly send: (username: string, password: string) => Promise<void>;
}

export function signInForm(within: Page | Locator): SignInForm {
  const username = within.getByLabel('Username', { exact: true });
  const password = within.getByLabel('Password', { exact: true });
  const submit = within.getByRole('button', { name: /^(?:Sign in|Signing in…)$/ });
  const type = async (name: string, word: string) => {
    await username.fill(name);
    await password.fill(word);
  };
  return {
    username,
    password,
    submit,
    stop: within.getByRole('button', { name: 'Stop' }),
    failure: within.locator('form').getByRole('alert'),
    type,
    send: async (name, word) => {
      await type(name, word);
      await submit.click();
    },
  };
}

/** Keeps a connection to the demo's pool and API, as a person would have kept it earlier. It is the one the page opens on. */
export async function keepConnection(
  configFolder: string,
  standIn: StandIn,
  special: Partial<Connection> = {},
): Promise<Connection> {
  const connection: Connection = {
    id: 'own',
    name: 'My own',
    userPoolId: demoPoolId,
    appClientId: demoClientIds.default,
    graphqlEndpoint: `${standIn.origin}/graphql`,
    cognitoEndpoint: standIn.cognitoEndpoint,
    authFlow: 'USER_SRP_AUTH',
    ...special,
  };
  await writeFile(join(configFolder, 'connections.json'), formatConnectionsFile([connection]));
  return connection;
}
