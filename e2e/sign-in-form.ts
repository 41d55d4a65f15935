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
  readonly clientSecret: Locator;
  readonly submit: Locator;
  readonly stop: Locator;
  /** What went wrong, above the button. */
  readonly failure: Locator;
  readonly type: (username: string, password: string) => Promise<void>;
  /** Types both and presses Sign in. */
  readonly send: (username: string, password: string) => Promise<void>;
  /** Unfolds "More ways in" and presses one. */
  readonly chooseWay: (name: string) => Promise<void>;
}

/** A form that Cognito's question has brought, in the place of user name and password. */
export interface ChallengeForm {
  readonly title: Locator;
  readonly code: Locator;
  readonly newPassword: Locator;
  readonly failure: Locator;
  /** Good news. */
  readonly told: Locator;
  readonly back: Locator;
}

export function challengeForm(within: Page | Locator): ChallengeForm {
  return {
    title: within.getByRole('heading', { level: 3 }),
    code: within.getByLabel('Code', { exact: true }),
    newPassword: within.getByLabel('New password'),
    failure: within.locator('form').getByRole('alert'),
    told: within.locator('form').getByRole('status').filter({ hasText: '✓' }),
    back: within.getByRole('button', { name: 'Back' }),
  };
}

export function signInForm(within: Page | Locator): SignInForm {
  const username = within.getByLabel('Username', { exact: true });
  const password = within.getByLabel('Password', { exact: true });
  const submit = within.getByRole('button', { name: /^(?:Sign in|Signing in…)$/ });
  const type = async (name: string, word: string) => {
    await username.fill(name);
    await password.fill(word);
  };
  const ways = within.getByText('More ways in');
  return {
    username,
    password,
    clientSecret: within.getByLabel('Client secret', { exact: true }),
    submit,
    stop: within.getByRole('button', { name: 'Stop' }),
    failure: within.locator('form').getByRole('alert'),
    type,
    send: async (name, word) => {
      await type(name, word);
      await submit.click();
    },
    chooseWay: async (way) => {
      const button = within.getByRole('button', { name: new RegExp(`^${way} `) });
      if (!(await button.isVisible())) await ways.click();
      await button.click();
    },
  };
}

function ownConnection(standIn: StandIn, special: Partial<Connection>): Connection {
  return {
    id: 'own',
    name: 'My own',
    userPoolId: demoPoolId,
    appClientId: demoClientIds.default,
    graphqlEndpoint: `${standIn.origin}/graphql`,
    cognitoEndpoint: standIn.cognitoEndpoint,
    authFlow: 'USER_SRP_AUTH',
    ...special,
  };
}

/** Keeps a connection to the demo's pool and API, as a person would have kept it earlier. It is the one the page opens on. */
export async function keepConnection(
  configFolder: string,
  standIn: StandIn,
  special: Partial<Connection> = {},
): Promise<Connection> {
  const connection = ownConnection(standIn, special);
  await keepConnections(configFolder, standIn, [connection]);
  return connection;
}

/** The same for several, in order. */
export async function keepConnections(
  configFolder: string,
  standIn: StandIn,
  specials: readonly Partial<Connection>[],
): Promise<void> {
  const connections = specials.map((special) => ownConnection(standIn, special));
  await writeFile(join(configFolder, 'connections.json'), formatConnectionsFile(connections));
}
