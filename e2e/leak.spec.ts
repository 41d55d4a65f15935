// Two people sign in and work; then everything the page leaves behind is searched for their tokens, their passwords and what
// was pasted into the Headers editor.
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, password, test, type App } from './app.ts';
import { leaksIn, remainsOf } from './remains.ts';
import { keepConnection, signInForm } from './sign-in-form.ts';

const newPassword = 'An0ther-passw0rd!';
const headerSecret = 'header-secret-8f14e45fceea';

/** What Cognito gives out from now on that must not be kept, by name. */
function secretsFromCognito(page: Page, endpoint: string): { settled(): Promise<Record<string, string>> } {
  const bodies: Promise<string>[] = [];
  page.on('response', (response) => {
    if (response.url() === endpoint && response.request().method() === 'POST') bodies.push(response.text());
  });
  return {
    async settled() {
      const secrets: Record<string, string> = {};
      for (const [index, body] of (await Promise.all(bodies)).entries()) {
        for (const [, name = '', value = ''] of body.matchAll(
          /"(IdToken|AccessToken|RefreshToken|Session|SECRET_BLOCK)":\s*"([^"]+)"/g,
        )) {
          secrets[`${name} ${index}`] = value;
          // A token is worth as much without its header.
          if (value.split('.').length === 3) secrets[`signature of ${name} ${index}`] = value.split('.')[2] ?? '';
        }
      }
      return secrets;
    },
  };
}

/** Carol by password, nina with a new one; operations of both, one with a secret header; the history is open at the end. */
async function workAsTwo(app: App): Promise<void> {
  const { page } = app;
  await app.open();
  await signInForm(page).send('carol', password);
  await app.run();
  await expect(app.stamp).toContainText(/HTTP 200.*as.*carol/);

  await page.getByRole('button', { name: 'Add identity' }).click();
  const dialog = page.getByRole('dialog', { name: 'Add identity' });
  await signInForm(dialog).send('nina', password);
  await dialog.getByLabel('New password').fill(newPassword);
  await dialog.getByLabel('Name', { exact: true }).fill('Nina Petrov');
  await dialog.getByRole('button', { name: 'Set password and sign in' }).click();
  await expect(dialog).toBeHidden();

  await page.getByRole('button', { name: 'Headers' }).click();
  // The editor of the variables is in the same region, hidden.
  const headers = page.getByRole('region', { name: 'Headers' }).locator('.graphiql-editor:not(.hidden)');
  await app.write(headers, JSON.stringify({ 'x-probe': headerSecret }));
  await app.write(app.operationEditor, 'query Probed { posts(limit: 1) { items { id } } }');
  const sent = page.waitForRequest((request) => request.headers()['x-probe'] === headerSecret);
  await app.run();
  await sent;
  await expect(app.stamp).toContainText(/HTTP 200.*as.*nina/);

  await page.getByRole('button', { name: 'Show History' }).click();
  await expect(page.getByRole('region', { name: 'History' })).toContainText('Probed');
  // GraphiQL writes what is in its editors a moment later.
  await page.waitForFunction(() =>
    Object.keys(localStorage).some((key) => localStorage.getItem(key)?.includes('Probed')),
  );
}

test('nothing secret outlives the page: not in the browser’s storages, not in the address, not on the disk', async ({
  app,
  page,
  standIn,
}) => {
  await keepConnection(app.configFolder, standIn);
  const said: string[] = [];
  page.on('console', (message) => said.push(message.text()));
  const cognito = secretsFromCognito(page, standIn.cognitoEndpoint);
  await workAsTwo(app);

  const secrets = {
    ...(await cognito.settled()),
    password,
    'new password': newPassword,
    'secret header': headerSecret,
  };
  // Both users' three tokens, the signatures of two of them, and what joined the steps.
  expect(Object.keys(secrets).length).toBeGreaterThanOrEqual(2 * 5 + 2 + 3);
  const remains = await remainsOf(page, app.configFolder);
  expect(leaksIn({ ...remains, console: said.join('\n') }, secrets)).toEqual([]);
  // It looked where there is something to see.
  expect(remains['localStorage']).toContain('Probed');
  expect(remains['configuration folder']).toContain('My own');
  expect(remains['addresses fetched']).toContain('/assets/');
});

test('the search finds what is planted, wherever it is', async ({ app, page }) => {
  const secret = 'eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJib2IifQ.c2lnbmF0dXJl"quoted';
  await app.open();
  expect(leaksIn(await remainsOf(page, app.configFolder), { token: secret })).toEqual([]);
  await writeFile(join(app.configFolder, 'connections.json'), secret);
  await page.context().addCookies([{ name: 'token', value: encodeURIComponent(secret), url: app.origin }]);
  await page.evaluate(async (planted) => {
    localStorage.setItem('a', JSON.stringify({ tabs: JSON.stringify([planted]) }));
    sessionStorage.setItem('b', btoa(`_${planted}`));
    history.replaceState({ planted }, '', `#${encodeURIComponent(planted)}`);
    window.name = planted;
    document.title = planted;
    await (await caches.open('c')).put('/kept', new Response(planted));
    await new Promise((resolve) => {
      const opening = indexedDB.open('d');
      opening.addEventListener('upgradeneeded', () => opening.result.createObjectStore('e').put({ planted }, 1));
      opening.addEventListener('success', () => {
        opening.result.close();
        resolve(undefined);
      });
    });
    await (await fetch(`/api/connections?${encodeURIComponent(planted)}`)).text();
  }, secret);
  expect(leaksIn(await remainsOf(page, app.configFolder), { token: secret })).toEqual(
    [
      'localStorage',
      'sessionStorage',
      'IndexedDB',
      'caches',
      'history.state',
      'window.name',
      'address',
      'title',
      'addresses fetched',
      'cookies',
      'configuration folder',
    ].map((place) => `token in ${place}`),
  );
});
