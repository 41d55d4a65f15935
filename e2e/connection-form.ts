// The form of a connection as a person fills it, and the sign-in that comes after.
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { demoClientIds, demoPoolId } from '../stand-in/demo/demo-pool.ts';
import { expect, password, type App } from './app.ts';

export const ownFields = (origin: string, name = 'Harbour blog') => ({
  Name: name,
  'User pool id': demoPoolId,
  'App client id': demoClientIds.default,
  'GraphQL endpoint': `${origin}/graphql`,
  'Cognito endpoint': `${origin}/`,
});

/** Where the helper keeps them. */
export const fileOf = ({ configFolder }: App) => join(configFolder, 'connections.json');

export const newDialog = (page: Page) => page.getByRole('dialog', { name: 'New connection' });
export const field = (dialog: Locator, label: string) => dialog.getByLabel(label, { exact: true });

export async function fill(dialog: Locator, fields: Readonly<Record<string, string>>): Promise<void> {
  if ('Cognito endpoint' in fields && !(await field(dialog, 'Cognito endpoint').isVisible()))
    await dialog.getByText('Cognito is not on AWS’s own host').click();
  for (const [label, text] of Object.entries(fields)) {
    // oxlint-disable-next-line no-await-in-loop -- one field after another, as a person fills them
    await field(dialog, label).fill(text);
  }
}

/** Adds a connection from the front page and waits until it is the chosen one. */
export async function addConnection(page: Page, fields: ReturnType<typeof ownFields>): Promise<void> {
  await page.getByRole('button', { name: 'New connection' }).click();
  await fill(newDialog(page), fields);
  await newDialog(page).getByRole('button', { name: 'Add connection' }).click();
  await expect(newDialog(page)).toBeHidden();
  await expect(chosen(page)).toHaveText(fields.Name);
}

export const picker = (page: Page) => page.getByLabel('Connection', { exact: true });
export const chosen = (page: Page) => picker(page).locator('option:checked');

export async function signInAs(page: Page, username: string): Promise<void> {
  await page.getByLabel('Username').fill(username);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(page.getByRole('region', { name: 'Operation Editor' }).locator('.view-lines')).toContainText(/\w/);
}
