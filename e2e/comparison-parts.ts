// A comparison's parts by role and name, for the specs that compare.
import type { Page } from '@playwright/test';
import type { App } from './app.ts';

export async function signInAll(app: App, first: string, ...others: string[]): Promise<void> {
  await app.open();
  await app.signInAs(first);
  for (const username of others) {
    // oxlint-disable-next-line no-await-in-loop -- one after the other, as a person does
    await app.addIdentity(username);
  }
}

export const comparison = (page: Page) => page.getByRole('region', { name: 'Comparison', exact: true });
export const grid = (page: Page) => comparison(page).getByRole('treegrid');
export const findings = (page: Page) => page.getByRole('region', { name: 'What differs' });
export const compare = (page: Page) => page.getByRole('button', { name: 'Compare', exact: true }).click();
/** What a line says, cell by cell. */
export const line = (page: Page, label: string | RegExp) =>
  grid(page)
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader', { name: label }) });
