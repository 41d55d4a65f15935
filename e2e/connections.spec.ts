// Connections: typed in, judged, kept by the helper, and used, several side by side.
import { readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { demoClientIds, demoPoolId } from '../stand-in/demo/demo-pool.ts';
import { startStandIn } from '../stand-in/start.ts';
import { expect, password, test, type App } from './app.ts';
import { addConnection, chosen, field, fill, newDialog, ownFields, picker, signInAs } from './connection-form.ts';
import { signInForm } from './sign-in-form.ts';

// Two pages, or two loads of one, in most of these.
test.describe.configure({ timeout: 60_000 });

/** From the workbench, whose bar names the connection at hand. */
async function switchTo(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: /^Connection: / }).click();
  await page.getByRole('menuitemradio', { name, exact: true }).click();
}

const fileOf = ({ configFolder }: App) => join(configFolder, 'connections.json');

test('a connection typed into the form signs in, runs, and is kept in a readable file without secrets', async ({
  app,
  standIn,
}) => {
  await app.open();
  await app.page.getByRole('button', { name: 'New connection' }).click();
  await expect(field(newDialog(app.page), 'Cognito endpoint')).toBeHidden();
  await app.page.keyboard.press('Escape');
  await addConnection(app.page, ownFields(standIn.origin));
  await signInAs(app.page, 'alice');
  await app.run();
  await expect(app.stamp).toContainText(/HTTP 200.*as.*alice/);

  const text = await readFile(fileOf(app), 'utf8');
  expect(JSON.parse(text)).toEqual({
    version: 1,
    connections: [
      {
        id: 'harbour-blog',
        name: 'Harbour blog',
        userPoolId: demoPoolId,
        appClientId: demoClientIds.default,
        graphqlEndpoint: `${standIn.origin}/graphql`,
        cognitoEndpoint: `${standIn.origin}/`,
        authFlow: 'USER_SRP_AUTH',
      },
    ],
  });
  expect(text).toContain('\n      "name": "Harbour blog",\n');
  expect(text).not.toMatch(new RegExp(`${password}|alice|eyJ`));
});

test('every field is judged as it is typed, in a sentence of its own', async ({ app }) => {
  await app.open();
  await app.page.getByRole('button', { name: 'New connection' }).click();
  const dialog = newDialog(app.page);
  const says = (label: string, sentence: string | RegExp) =>
    expect(field(dialog, label)).toHaveAccessibleDescription(sentence);

  await fill(dialog, { 'User pool id': demoClientIds.default });
  await says('User pool id', /This looks like an app client id\./);
  await fill(dialog, { 'App client id': demoPoolId });
  await says('App client id', /This is a user pool id\./);
  await fill(dialog, { 'GraphQL endpoint': 'wss://abc.appsync-realtime-api.eu-west-1.amazonaws.com/graphql' });
  await says('GraphQL endpoint', /This is the real-time endpoint\./);
  await fill(dialog, { 'GraphQL endpoint': 'https://abc.appsync-api.eu-west-1.amazonaws.com/' });
  await says('GraphQL endpoint', /ends in \/graphql; this one does not/);
  await fill(dialog, { 'GraphQL endpoint': 'http://example.com/graphql' });
  await says('GraphQL endpoint', /must start with https/);
  await fill(dialog, {
    'User pool id': demoPoolId,
    'GraphQL endpoint': 'https://abc.appsync-api.us-east-1.amazonaws.com/graphql',
  });
  await says('GraphQL endpoint', /The API is in us-east-1, the user pool in eu-west-1/);
  await fill(dialog, { 'Cognito endpoint': 'https://shop.auth.eu-west-1.amazoncognito.com' });
  await says('Cognito endpoint', /managed login domain/);

  // What is wrong keeps the form open and takes the focus; what was typed stays.
  await dialog.getByRole('button', { name: 'Add connection' }).click();
  await expect(field(dialog, 'Name')).toBeFocused();
  await says('Name', /Needed/);
  await fill(dialog, { Name: 'demo (on THIS machine)' });
  await says('Name', /Another connection has this name/);
  await expect(field(dialog, 'App client id')).toHaveValue(demoPoolId);
});

test('spaces, quotes and commas that came along with a copied value are taken off', async ({ app, standIn }) => {
  await app.open();
  const { Name, ...values } = ownFields(standIn.origin);
  const wrapped = Object.entries(values).map(([label, text]) => [label, `  "${text}",\t`]);
  await app.page.getByRole('button', { name: 'New connection' }).click();
  await fill(newDialog(app.page), { Name: `  ${Name} `, ...Object.fromEntries(wrapped) });
  await newDialog(app.page).getByRole('button', { name: 'Add connection' }).click();
  await expect(chosen(app.page)).toHaveText(Name);
  expect(await readFile(fileOf(app), 'utf8')).toContain(`"graphqlEndpoint": "${standIn.origin}/graphql"`);
});

test('a connection outlives a reload and is there in another browser; the one used last is chosen', async ({
  app,
  standIn,
  browser,
}) => {
  await app.open();
  await addConnection(app.page, ownFields(standIn.origin, 'First'));
  await addConnection(app.page, ownFields(standIn.origin, 'Second'));
  await app.page.reload();
  await expect(chosen(app.page)).toHaveText('Second');
  await picker(app.page).selectOption('Demo, team API (on this machine)');
  await app.page.reload();
  await expect(chosen(app.page)).toHaveText('Demo, team API (on this machine)');

  const other = await browser.newContext();
  const page = await other.newPage();
  await page.goto(app.origin);
  await expect(chosen(page)).toHaveText('First');
  await expect(picker(page).locator('optgroup[label="Yours"] option')).toHaveText(['First', 'Second']);
  await other.close();
});

test('a connection is edited, copied for another app client in two clicks, and removed', async ({ app, standIn }) => {
  await app.open();
  await addConnection(app.page, ownFields(standIn.origin));
  await app.page.getByRole('button', { name: 'Edit', exact: true }).click();
  const editing = app.page.getByRole('dialog', { name: 'Edit connection' });
  await expect(field(editing, 'Cognito endpoint')).toHaveValue(`${standIn.origin}/`);
  await fill(editing, { Name: 'Harbour, live' });
  await editing.getByRole('button', { name: 'Save' }).click();
  await expect(chosen(app.page)).toHaveText('Harbour, live');

  await app.page.getByRole('button', { name: 'Copy', exact: true }).click();
  const copying = app.page.getByRole('dialog', { name: 'Copy of a connection' });
  await expect(field(copying, 'Name')).toHaveValue('Harbour, live copy');
  await expect(field(copying, 'User pool id')).toHaveValue(demoPoolId);
  await fill(copying, { Name: 'Harbour, password only', 'App client id': demoClientIds.passwordOnly });
  await copying.getByRole('radio', { name: /^Password/ }).check();
  await copying.getByRole('button', { name: 'Add connection' }).click();
  await expect(chosen(app.page)).toHaveText('Harbour, password only');
  await signInAs(app.page, 'bob');
  await app.page.getByRole('button', { name: /^Connection: / }).click();
  await app.page.getByRole('menuitem', { name: 'Remove…' }).click();
  const removing = app.page.getByRole('dialog', { name: 'Remove connection' });
  await expect(removing).toContainText('“Harbour, password only” is forgotten on this machine');
  await removing.getByRole('button', { name: 'Remove' }).click();
  await expect(removing).toBeHidden();
  await expect(app.page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
  expect(JSON.parse(await readFile(fileOf(app), 'utf8'))).toMatchObject({ connections: [{ name: 'Harbour, live' }] });
});

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

test.describe('a connections file that cannot be used', () => {
  test('a damaged one is noted, left alone, and set aside before the next change', async ({ app, standIn }) => {
    const damaged = '{ "version": 1, "connections": [ { "name": "Mine"';
    await writeFile(fileOf(app), damaged);
    await app.open();
    await expect(app.page.getByText(/connections\.json is damaged: it is not JSON/)).toBeVisible();
    expect(await readFile(fileOf(app), 'utf8')).toBe(damaged);

    await addConnection(app.page, ownFields(standIn.origin));
    await expect(app.page.getByText(/The connections file as it was is kept as .*\.json/)).toBeVisible();
    await expect(app.page.getByText(/is damaged/)).toBeHidden();
    const aside = (await readdir(app.configFolder)).filter((name) => name !== 'connections.json');
    expect(aside).toHaveLength(1);
    expect(await readFile(join(app.configFolder, aside[0] ?? ''), 'utf8')).toBe(damaged);
  });

  test.describe('from a later version', () => {
    test.use({ expectedErrors: [/status of 409/] });
    test('one is noted and never overwritten', async ({ app, standIn }) => {
      const later = JSON.stringify({ version: 7, connections: {} });
      await writeFile(fileOf(app), later);
      await app.open();
      await expect(app.page.getByText(/written by a later version of this app \(format 7\)/)).toBeVisible();
      await app.page.getByRole('button', { name: 'New connection' }).click();
      await fill(newDialog(app.page), ownFields(standIn.origin));
      await newDialog(app.page).getByRole('button', { name: 'Add connection' }).click();
      await expect(newDialog(app.page).getByRole('alert')).toContainText(/later version/);
      await expect(field(newDialog(app.page), 'Name')).toHaveValue('Harbour blog');
      expect(await readFile(fileOf(app), 'utf8')).toBe(later);
      expect(await readdir(app.configFolder)).toEqual(['connections.json']);
    });
  });
});

test.describe('where the code of the form does not come', () => {
  test.use({ expectedErrors: [/ERR_FAILED/] });
  test('that is said in its place, what was typed stays, and another try brings it', async ({ app }) => {
    await app.page.route(/\/connection-dialog-[^/]+\.js$/, (route) => route.abort());
    await app.open();
    const form = signInForm(app.page);
    await form.type('bob', 'half a passw');
    await app.page.getByRole('button', { name: 'New connection' }).click();
    const said = app.page.getByRole('dialog', { name: 'Connection', exact: true });
    await expect(said.getByRole('alert')).toContainText('This part of the page did not arrive.');
    await expect(said.getByRole('alert')).toContainText('See that npm start is running');
    await app.page.unrouteAll();
    await said.getByRole('button', { name: 'Try again' }).click();
    await newDialog(app.page).getByRole('button', { name: 'Close' }).click();
    await expect(form.username).toHaveValue('bob');
    await expect(form.password).toHaveValue('half a passw');
  });
});

test.describe('without the helper', () => {
  test.use({ expectedErrors: [/ERR_CONNECTION_REFUSED/] });
  test('a connection is not kept, and nothing typed is lost', async ({ app, standIn }) => {
    await app.open();
    await app.page.getByRole('button', { name: 'New connection' }).click();
    await fill(newDialog(app.page), ownFields(standIn.origin));
    await app.stopHelper();
    await newDialog(app.page).getByRole('button', { name: 'Add connection' }).click();
    await expect(newDialog(app.page).getByRole('alert')).toContainText(/The helper does not answer\. .*npm start/);
    for (const [label, text] of Object.entries(ownFields(standIn.origin))) {
      // oxlint-disable-next-line no-await-in-loop -- one field after another
      await expect(field(newDialog(app.page), label)).toHaveValue(text);
    }
  });
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
