// The Identity pane by role and name, for the specs of what it tells, copies and ends.
import type { Page } from '@playwright/test';
import type { StandIn } from '../stand-in/start.ts';
import type { App } from './app.ts';

export const paneOf = (page: Page) => {
  const pane = page.getByRole('region', { name: 'Identity', exact: true });
  return {
    pane,
    verdict: pane.getByRole('status', { name: 'Signature' }),
    claims: (group: string) => pane.getByRole('region', { name: group, exact: true }),
    button: (name: string | RegExp) => pane.getByRole('button', { name }),
  };
};

export async function openPane(page: Page) {
  await page.getByRole('button', { name: 'Show Identity' }).click();
  return paneOf(page);
}

export async function signInAndOpen(app: App, username: string) {
  await app.open();
  await app.signInAs(username);
  return openPane(app.page);
}

/** How often Cognito was asked for this. */
export const operationsOf = ({ levers }: StandIn, name: string) =>
  levers.requests.filter(({ method, operation }) => method === 'POST' && operation === name).length;
