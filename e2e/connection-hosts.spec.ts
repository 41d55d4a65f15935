// Several connections: new hosts, an edit that points elsewhere, and two whose sessions stand side by side.
import type { Page } from '@playwright/test';
import { startStandIn } from '../stand-in/start.ts';
import { expect, test } from './app.ts';
import { addConnection, chosen, fill, newDialog, ownFields, signInAs } from './connection-form.ts';

// Two pages, or two loads of one, in most of these.
test.describe.configure({ timeout: 60_000 });

/** From the workbench, whose bar names the connection at hand. */
async function switchTo(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: /^Connection: / }).click();
  await page.getByRole('menuitemradio', { name, exact: true }).click();
}

test('an edit that points elsewhere signs out who was signed in there, before a token goes to the new place', async ({
  app,
  standIn,
}) => {
  await app.open();
  await addConnection(app.page, ownFields(standIn.origin));
  await signInAs(app.page, 'bob');
  const revoked = standIn.levers.nextRequest(({ operation }) => operation === 'RevokeToken');
  await app.page.getByRole('button', { name: /^Connection: / }).click();
  await app.page.getByRole('menuitem', { name: 'Edit…' }).click();
  const editing = app.page.getByRole('dialog', { name: 'Edit connection' });
  await expect(editing).toContainText('bob will be signed out');
  await fill(editing, { 'GraphQL endpoint': `${standIn.origin}/team/graphql` });
  await editing.getByRole('button', { name: 'Save' }).click();
  await expect(app.page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
  await revoked;
  expect(standIn.levers.requests.filter(({ path }) => path === '/team/graphql')).toEqual([]);
});

test.describe('a connection whose hosts are new to the page', () => {
  test('reloads the page onto it while nobody is signed in, and its policy names the hosts', async ({ app }) => {
    const second = await startStandIn();
    await app.open();
    await app.page.getByRole('button', { name: 'New connection' }).click();
    await fill(newDialog(app.page), ownFields(second.origin, 'Elsewhere'));
    const reloaded = app.page.waitForResponse((response) => response.url().includes('?connection=elsewhere'));
    await newDialog(app.page).getByRole('button', { name: 'Add connection' }).click();
    const policy = (await reloaded).headers()['content-security-policy'] ?? '';
    const sources = /connect-src ([^;]+)/.exec(policy)?.[1]?.split(' ');
    expect(sources).toContain(second.origin);
    expect(sources).toContain(second.origin.replace('http', 'ws'));
    await expect(chosen(app.page)).toHaveText('Elsewhere');
    await signInAs(app.page, 'bob');
    await app.run();
    await expect(app.stamp).toContainText(/HTTP 200.*as.*bob/);
    expect(second.levers.requests.some(({ target, method }) => target === 'appsync' && method === 'POST')).toBe(true);

    // The address named it; the choice of another is what a reload finds.
    await switchTo(app.page, 'Demo (on this machine)');
    await app.page.reload();
    await expect(chosen(app.page)).toHaveText('Demo (on this machine)');
    await second.close();
  });

  test('opens in a tab of its own while somebody is signed in, who stays so', async ({ app, context }) => {
    const second = await startStandIn();
    await app.open();
    await app.signInAs('alice');
    await app.page.getByRole('button', { name: /^Connection: / }).click();
    await app.page.getByRole('menuitem', { name: 'New connection…' }).click();
    await fill(newDialog(app.page), ownFields(second.origin, 'Elsewhere'));
    const opened = context.waitForEvent('page');
    await newDialog(app.page).getByRole('button', { name: 'Add connection' }).click();
    const page = await opened;
    await expect(chosen(page)).toHaveText('Elsewhere');
    await signInAs(page, 'carol');
    await page.getByRole('button', { name: /Execute query/ }).click();
    await expect(page.getByRole('status', { name: 'About this answer' })).toContainText(/HTTP 200.*as.*carol/);

    await app.page.bringToFront();
    await expect(newDialog(app.page)).toBeHidden();
    await app.run();
    await expect(app.stamp).toContainText(/HTTP 200.*as.*alice/);
    await second.close();
  });
});

test('two connections with sessions stand side by side, each with its own editors and its own schema', async ({
  app,
}) => {
  const { page } = app;
  await app.open();
  await app.signInAs('alice');
  await app.write(app.operationEditor, 'query Blog { about { name } }');
  await app.run();
  await expect(app.response).toContainText(/"about"/);

  await switchTo(page, 'Demo, team API (on this machine)');
  await expect(page.getByRole('button', { name: 'Back to Demo (on this machine) (alice)' })).toBeVisible();
  await app.signInAs('bob');
  await expect(app.operationEditor).not.toContainText(/query\sBlog/);
  await expect(app.response).not.toContainText(/"about"/);
  await app.write(app.operationEditor, 'query Team { team { na');
  await page.keyboard.press('Control+Space');
  await expect(page.locator('.suggest-widget .monaco-list-row').first()).toContainText('name');
  await page.keyboard.press('Escape');
  await app.write(app.operationEditor, 'query Team { team { name } }');
  await app.run();
  await expect(app.stamp).toContainText(/HTTP 200.*as.*bob/);
  await expect(app.response).toContainText(/"team"/);

  await switchTo(page, 'Demo (on this machine)');
  await expect(app.operationEditor).toContainText(/query\sBlog\s{\sabout\s{\sname\s}\s}/);
  await expect(app.response).not.toContainText(/"team"/);
  await app.run();
  await expect(app.stamp).toContainText(/HTTP 200.*as.*alice/);
  await expect(app.response).toContainText(/"about"/);
  await switchTo(page, 'Demo, team API (on this machine)');
  await expect(app.operationEditor).toContainText(/query\sTeam/);
});
