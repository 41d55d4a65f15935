// The page from the dev server: the same first answer, from the sources, with everything it needs on this machine.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectRoot } from '../server/build-app.ts';
import { openDevPage } from '../server/dev.ts';
import { startHelper } from '../server/start.ts';
import { expect, test } from './app.ts';

test('the dev server’s page signs in, runs an operation, and asks nothing of the network', async ({
  page,
  standIn,
}) => {
  // Vite bundles the packages at the first start after an install.
  test.setTimeout(240_000);
  const configFolder = await mkdtemp(join(tmpdir(), 'appsync-graphiql-e2e-'));
  const pages = await openDevPage(projectRoot);
  const helper = await startHelper({ pages, configFolder, standIn, onUpgrade: pages.onUpgrade });
  const strangers: string[] = [];
  const troubles: string[] = [];
  page.on('request', (request) => {
    const { protocol, host } = new URL(request.url());
    const known = [new URL(helper.origin).host, new URL(standIn.origin).host];
    if (protocol.startsWith('http') && !known.includes(host)) strangers.push(request.url());
  });
  page.on('pageerror', (error) => troubles.push(error.message));

  try {
    await page.goto(helper.origin, { timeout: 120_000 });
    const bob = page.getByRole('region', { name: 'The demo’s people' }).getByRole('button', { name: 'bob' });
    await bob.click({ timeout: 120_000 });
    const editor = page.getByRole('region', { name: 'Operation Editor' });
    await expect(editor.locator('.view-lines')).toContainText(/query\sNewestPosts/, { timeout: 120_000 });
    await page.getByRole('button', { name: /Execute query/ }).click();
    const stamp = page.getByRole('status', { name: 'About this answer' });
    await expect(stamp).toContainText(/HTTP 200.*as.*bob.*ID token, readers/, { timeout: 60_000 });
    await expect(page.getByRole('region', { name: 'Result Window' })).toContainText(/"salary":\snull/);

    // Completion comes from a worker, which is where dev servers and GraphiQL part ways.
    await editor.locator('.view-lines').click();
    await page.keyboard.press('ControlOrMeta+A');
    await page.keyboard.insertText('query Mine { whoA');
    await page.keyboard.press('Control+Space');
    await expect(page.locator('.suggest-widget .monaco-list-row').first()).toContainText('whoAmI', { timeout: 60_000 });
    expect(strangers).toEqual([]);
    expect(troubles).toEqual([]);
  } finally {
    await helper.close();
    await pages.close();
    await rm(configFolder, { recursive: true, force: true });
  }
});
