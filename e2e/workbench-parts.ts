// The workbench's parts by role and name, for the specs that run operations in it.
import type { Page } from '@playwright/test';

export const runButton = (page: Page) => page.getByRole('button', { name: /Execute query/ });
export const tab = (page: Page, name: string) => page.getByRole('tab', { name, exact: true });

export async function chooseRunAs(page: Page, item: string | RegExp): Promise<void> {
  await page
    .getByRole('button', { name: /^Run as/ })
    .last()
    .click();
  await page.getByRole('menuitemradio', { name: item }).click();
}
