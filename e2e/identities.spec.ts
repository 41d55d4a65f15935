// Every auth mode as an identity: added, chosen for a tab, named in the stamp, renamed and forgotten.
import type { Page } from '@playwright/test';
import { demoApiKey } from '../stand-in/demo/blog-api.ts';
import { demoPasses } from '../stand-in/demo/blog-authorizer.ts';
import { expect, test, type App } from './app.ts';
import { tab } from './workbench-parts.ts';

const strip = (page: Page) => page.getByRole('list', { name: 'Identities' });
const chip = (page: Page, name: string) => strip(page).getByRole('button', { name: `Run as ${name}`, exact: true });

async function openKind(page: Page, kind: string) {
  await strip(page).getByRole('button', { name: 'Add identity' }).click();
  const dialog = page.getByRole('dialog', { name: 'Add identity' });
  await dialog.getByRole('tab', { name: kind }).click();
  return dialog;
}

async function ask(app: App, query: string): Promise<void> {
  await app.write(app.operationEditor, query);
  await app.run();
}

test.describe('nobody is signed in', () => {
  // Each refusal is one of the network's too.
  test.use({ expectedErrors: [/status of 401/] });

  test('an API key asks; one that has expired is told apart, and so is nobody', async ({ app, page }) => {
    await app.open();
    await page.getByText('Without signing in').first().click();
    const people = page.getByRole('region', { name: 'The demo’s people' });
    await people.getByRole('button', { name: /^API key/ }).click();
    await expect(chip(page, 'API key')).toHaveAttribute('aria-pressed', 'true');
    await ask(app, '{ about { name } }');
    await expect(app.stamp).toContainText(/HTTP 200.*as.*API key/);
    await expect(app.response).toContainText('Low Water');

    await (await openKind(page, 'API key')).getByRole('button', { name: /^Expired API key/ }).click();
    await expect(chip(page, 'Expired API key')).toContainText('expired');
    await app.run();
    await expect(app.stamp).toContainText(/HTTP 401.*as.*Expired API key/);
    await expect(page.locator('.answer-footer')).toContainText(/expired/i);

    await (await openKind(page, 'Nobody')).getByRole('button', { name: 'Add nobody' }).click();
    await app.run();
    await expect(app.stamp).toContainText(/HTTP 401.*as.*nobody.*no authorization/);

    await page.getByRole('button', { name: 'More for Expired API key' }).click();
    await page.getByRole('menuitem', { name: 'Forget' }).click();
    await expect(chip(page, 'Expired API key')).toBeHidden();
  });
});

test('a key, a pass and a role are typed in: each says what is wrong with it, and asks once it is right', async ({
  app,
  page,
}) => {
  await app.open();
  await app.signInAs('alice');
  let dialog = await openKind(page, 'API key');
  await dialog.getByRole('button', { name: 'Add the key' }).click();
  await expect(dialog.getByRole('status')).toContainText('There is no key yet.');
  await dialog.getByRole('textbox', { name: 'API key' }).fill(demoApiKey);
  await dialog.getByRole('textbox', { name: /^Name/ }).fill('the paper’s key');
  await page.keyboard.press('Enter');
  await expect(chip(page, 'the paper’s key')).toBeVisible();

  dialog = await openKind(page, 'Token');
  await dialog.getByRole('textbox', { name: 'Token' }).fill(demoPasses.day);
  await expect(dialog.getByRole('status')).toHaveText('');
  await dialog.getByRole('button', { name: 'Add the token' }).click();
  await expect(dialog.getByRole('status')).toContainText('This is not a JWT');
  await dialog.getByRole('radio', { name: 'Lambda' }).check();
  await dialog.getByRole('button', { name: 'Add the token' }).click();
  await expect(chip(page, 'Lambda token')).toBeVisible();
  await ask(app, '{ identity }');
  await expect(app.stamp).toContainText(/HTTP 200.*as.*Lambda token/);

  dialog = await openKind(page, 'IAM');
  await dialog.getByRole('textbox', { name: /^AWS profile/ }).fill('temporary');
  await dialog.getByRole('button', { name: 'Add IAM' }).click();
  await app.run();
  await expect(app.stamp).toContainText(/HTTP 200.*as.*IAM temporary \(IAM\)/);
  await expect(app.response).toContainText('assumed-role');

  await page.getByRole('button', { name: 'More for IAM temporary' }).click();
  await page.getByRole('menuitem', { name: 'Rename…' }).click();
  await page.getByRole('dialog').getByRole('textbox', { name: 'Name' }).fill('the developer');
  await page.keyboard.press('Enter');
  await expect(chip(page, 'the developer')).toBeVisible();
});

test('each tab remembers whom it runs as; Alt and a digit choose; both tokens of a user stand side by side', async ({
  app,
  page,
}) => {
  await app.open();
  await app.signInAs('carol');
  await app.addIdentity('bob');
  const runAs = page.locator('.run-as');
  await expect(runAs).toHaveAccessibleName('Run as bob');
  await tab(page, 'WhoAmI').click();
  await expect(runAs).toHaveAccessibleName('Run as bob');
  await page.keyboard.press('Alt+1');
  await expect(runAs).toHaveAccessibleName('Run as carol');
  await tab(page, 'NewestPosts').click();
  await expect(runAs).toHaveAccessibleName('Run as bob');

  await page.getByRole('button', { name: 'More for carol' }).click();
  await page.getByRole('menuitem', { name: 'Add the access token beside it' }).click();
  await ask(app, '{ whoAmI { username } }');
  await expect(app.stamp).toContainText(/as.*carol, access token \(access token, admins\)/);
  // An answer keeps its stamp, whoever is chosen since.
  await page.keyboard.press('Alt+1');
  await expect(runAs).toHaveAccessibleName('Run as carol');
  await expect(app.stamp).toContainText('carol, access token');
  await app.run();
  await expect(app.stamp).toContainText(/carol \(ID token, admins\)/);
});
