// People sign in and work; then everything the page leaves behind is searched for their tokens, their passwords, what was pasted
// into the Headers editor, and all that the further ways in let them type or show them.
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { demoApiKey } from '../stand-in/demo/blog-api.ts';
import { demoPasses } from '../stand-in/demo/blog-authorizer.ts';
import { demoMfaClientId, demoMfaPoolId } from '../stand-in/demo/demo-mfa-pool.ts';
import { demoOidcIssuer } from '../stand-in/demo/demo-oidc.ts';
import { demoClientIds, demoClientSecret, demoPoolId } from '../stand-in/demo/demo-pool.ts';
import type { StandIn } from '../stand-in/start.ts';
import { expect, password, test, type App } from './app.ts';
import { leaksIn, remainsOf } from './remains.ts';
import { appCode, sentCode } from './codes.ts';
import { credsOf, dropFile } from './pasted-tokens.ts';
import { challengeForm, keepConnection, keepConnections, signInForm } from './sign-in-form.ts';

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
          /"(IdToken|AccessToken|RefreshToken|Session|SECRET_BLOCK|SecretCode)":\s*"([^"]+)"/g,
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

/** A second factor at a client with a secret, an authenticator app to set up, and the CLI's answer dropped: one after another. */
async function enterByFurtherWays(app: App, standIn: StandIn): Promise<Record<string, string>> {
  const { page } = app;
  const asked = challengeForm(page);
  const form = signInForm(page);
  const leave = async (username: string) => {
    await expect(app.operationEditor).toBeVisible();
    await page.getByRole('button', { name: `More for ${username}` }).click();
    await page.getByRole('menuitem', { name: 'Sign out' }).click();
    await expect(form.username).toBeVisible();
  };
  const choose = (name: string) => page.getByRole('combobox', { name: 'Connection' }).selectOption(name);

  await app.open();
  await form.type('mia', password);
  await form.clientSecret.fill(demoClientSecret);
  await form.submit.click();
  await expect(asked.code).toBeFocused();
  const message = sentCode(standIn, 'mia');
  await asked.code.fill(message);
  await asked.code.press('Enter');
  await leave('mia');

  await choose('Second factor required');
  await form.send('max', password);
  await expect(asked.title).toHaveText('Set up an authenticator app');
  await page.getByRole('button', { name: 'Copy the key' }).click();
  const key = standIn.levers.user('max').softwareToken?.secret ?? '';
  const shown = appCode(standIn, key);
  await asked.code.fill(shown);
  await asked.code.press('Enter');
  await leave('max');

  await choose('My own');
  const creds = await credsOf(standIn, 'alice');
  await dropFile(page, '.sign-in-card', 'creds.json', creds.json);
  await page.getByRole('button', { name: 'Use it as alice' }).click();
  await app.run();
  await expect(app.stamp).toContainText(/HTTP 200.*as.*alice/);

  const { json: _whole, ...pasted } = creds;
  return {
    'client secret': demoClientSecret,
    'code of a message': message,
    'key of an app': key,
    'its code': shown,
    ...pasted,
  };
}

test('nothing that the further ways in let one type, or show, outlives the page either', async ({
  app,
  page,
  standIn,
}) => {
  await keepConnections(app.configFolder, standIn, [
    { id: 'secret', name: 'With a secret', appClientId: demoClientIds.withSecret, hasClientSecret: true },
    { id: 'mfa', name: 'Second factor required', userPoolId: demoMfaPoolId, appClientId: demoMfaClientId },
    {},
  ]);
  const said: string[] = [];
  page.on('console', (message) => said.push(message.text()));
  const cognito = secretsFromCognito(page, standIn.cognitoEndpoint);
  const typed = await enterByFurtherWays(app, standIn);

  const secrets = { ...(await cognito.settled()), ...typed, password };
  expect(Object.values(typed).every((secret) => secret.length >= 6)).toBe(true);
  const remains = await remainsOf(page, app.configFolder);
  expect(leaksIn({ ...remains, console: said.join('\n') }, secrets)).toEqual([]);
  // Nor does it stand anywhere in the page while they work.
  expect(leaksIn({ 'the page': await page.content() }, typed)).toEqual([]);
  expect(remains['configuration folder']).toContain('hasClientSecret');
});

test('nor do the keys and tokens of the other auth modes, typed or of a connection file', async ({
  app,
  page,
  standIn,
}) => {
  const said: string[] = [];
  page.on('console', (message) => said.push(message.text()));
  await app.open();
  const outputs = {
    version: '1.4',
    auth: { user_pool_id: demoPoolId, user_pool_client_id: demoClientIds.default },
    data: { url: `${standIn.origin}/graphql`, api_key: demoApiKey, default_authorization_type: 'API_KEY' },
    custom: { cognito_endpoint: standIn.cognitoEndpoint },
  };
  await dropFile(page, '.front-page-intro', 'amplify_outputs.json', JSON.stringify(outputs));
  // The form is there before what the file says is in it.
  await expect(page.getByLabel('User pool id')).toHaveValue(demoPoolId);
  await page.getByRole('button', { name: 'Add connection' }).click();
  await app.write(app.operationEditor, 'query Probed { about { name } }');
  await app.run();
  await expect(app.stamp).toContainText(/HTTP 200.*as.*API key/);

  const oidc = (await (await fetch(`${standIn.origin}${demoOidcIssuer.path}`)).text()).trim();
  const dialog = page.getByRole('dialog', { name: 'Add identity' });
  const addToken = async (text: string, kind: 'OpenID Connect' | 'Lambda') => {
    await page.getByRole('list', { name: 'Identities' }).getByRole('button', { name: 'Add identity' }).click();
    await dialog.getByRole('tab', { name: 'Token' }).click();
    await dialog.getByRole('radio', { name: kind }).check();
    await dialog.getByRole('textbox', { name: 'Token' }).fill(text);
    await dialog.getByRole('button', { name: 'Add the token' }).click();
    await app.run();
    await expect(app.stamp).toContainText(/HTTP 200/);
  };
  await addToken(oidc, 'OpenID Connect');
  await addToken(demoPasses.press, 'Lambda');
  await page.waitForFunction(() =>
    Object.keys(localStorage).some((key) => localStorage.getItem(key)?.includes('Probed')),
  );

  const secrets = {
    'API key': demoApiKey,
    'OIDC token': oidc,
    'its signature': oidc.split('.')[2] ?? '',
    'Lambda token': demoPasses.press,
  };
  const remains = await remainsOf(page, app.configFolder);
  expect(leaksIn({ ...remains, console: said.join('\n') }, secrets)).toEqual([]);
  expect(leaksIn({ 'the page': await page.content() }, secrets)).toEqual([]);
  expect(remains['configuration folder']).toContain(demoPoolId);
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
