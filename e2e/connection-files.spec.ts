// A connection from a file of Amplify's: dropped, pasted or chosen; its API key in memory and nowhere else.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { demoApiKey, demoExpiredApiKey } from '../stand-in/demo/blog-api.ts';
import { demoClientIds, demoPoolId } from '../stand-in/demo/demo-pool.ts';
import type { StandIn } from '../stand-in/start.ts';
import { expect, test } from './app.ts';
import { dropFile } from './pasted-tokens.ts';

const outputs = (standIn: StandIn, data: object) =>
  JSON.stringify({
    version: '1.4',
    auth: { user_pool_id: demoPoolId, user_pool_client_id: demoClientIds.default },
    data: { url: `${standIn.origin}/graphql`, ...data },
    custom: { cognito_endpoint: standIn.cognitoEndpoint },
  });

const dialogOf = (page: Page) => page.getByRole('dialog', { name: 'New connection' });

test('amplify_outputs.json dropped on the front page: the form is filled in, and the API answers to the file’s key', async ({
  app,
  page,
  standIn,
}) => {
  await app.open();
  const data = { api_key: demoApiKey, default_authorization_type: 'API_KEY', authorization_types: [] };
  await dropFile(page, '.front-page-intro', 'amplify_outputs.json', outputs(standIn, data));
  const dialog = dialogOf(page);
  await expect(dialog.getByText('Found: the user pool and its app client and the GraphQL API.')).toBeVisible();
  await expect(dialog.getByLabel('User pool id')).toHaveValue(demoPoolId);
  await expect(dialog.getByLabel('GraphQL endpoint')).toHaveValue(`${standIn.origin}/graphql`);
  await dialog.getByRole('button', { name: 'Add connection' }).click();
  await expect(page.getByRole('button', { name: /^Run as API key/ }).first()).toBeVisible();
  await app.run();
  await expect(app.stamp).toContainText(/HTTP 200.*as.*API key/);
  const kept = await readFile(join(app.configFolder, 'connections.json'), 'utf8');
  expect(kept).toContain(demoPoolId);
  expect(kept).not.toContain(demoApiKey);
});

test('aws-exports.js pasted; of several APIs one is chosen; what cannot be read is a sentence', async ({
  app,
  page,
  standIn,
}) => {
  await app.open();
  await page.getByRole('button', { name: 'New connection' }).click();
  const dialog = dialogOf(page);
  const choose = async (name: string, text: string) =>
    dialog.getByLabel('Connection file').setInputFiles({ name, mimeType: 'text/plain', buffer: Buffer.from(text) });

  await choose('aws-exports.js', 'const config = { aws_user_pools_id: process.env.POOL };\nexport default config;\n');
  await expect(dialog.getByRole('status')).toContainText('It holds code, and this app runs none');
  await choose('package.json', '{"name":"shop"}');
  await expect(dialog.getByRole('status')).toContainText('It is none of the files this app reads');
  await choose('amplify_outputs.json', '{"auth":{"user_pool_id":"eu-west-1_A"}}');
  await expect(dialog.getByRole('status')).toContainText('It has no "auth.user_pool_client_id"');

  const line = (path: string) => ({ endpointType: 'GraphQL', endpoint: `${standIn.origin}${path}` });
  const pool = { Default: { PoolId: demoPoolId, AppClientId: demoClientIds.default, Region: 'eu-west-1' } };
  const native = {
    auth: { plugins: { awsCognitoAuthPlugin: { CognitoUserPool: pool } } },
    api: { plugins: { awsAPIPlugin: { blog: line('/graphql'), team: line('/team/graphql') } } },
  };
  await choose('amplifyconfiguration.json', JSON.stringify(native));
  await dialog.getByRole('radio', { name: 'team' }).check();
  await expect(dialog.getByLabel('GraphQL endpoint')).toHaveValue(`${standIn.origin}/team/graphql`);

  await dialog.getByRole('button', { name: 'Choose a file' }).focus();
  const exported = {
    aws_user_pools_id: demoPoolId,
    aws_user_pools_web_client_id: demoClientIds.default,
    aws_appsync_graphqlEndpoint: `${standIn.origin}/graphql`,
    aws_appsync_apiKey: demoExpiredApiKey,
  };
  await page.evaluate(
    (text) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', text);
      document.activeElement?.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true }));
    },
    `// WARNING: DO NOT EDIT.\nconst awsmobile = ${JSON.stringify(exported)};\nexport default awsmobile;\n`,
  );
  await expect(dialog.getByLabel('GraphQL endpoint')).toHaveValue(`${standIn.origin}/graphql`);
  await expect(dialog.getByText('Its API key becomes an identity')).toBeVisible();
});

test('what is no such file is told of by its name, and a film is not read', async ({ app, page }) => {
  await app.open();
  await dropFile(page, '.front-page-intro', 'film.mp4', 'x'.repeat(1_000_001));
  await expect(dialogOf(page).getByRole('status')).toContainText('film.mp4 is too large: no more than 1 MB are read.');
});

test('a file picker that is cancelled closes by itself: the form stays, and what was typed into it', async ({
  app,
  page,
}) => {
  await app.open();
  await page.getByRole('button', { name: 'New connection' }).click();
  const dialog = dialogOf(page);
  await dialog.getByLabel('Name').fill('Harbour blog');
  // As the browser tells the page of it; no test can press the picker's own button.
  await dialog
    .getByLabel('Connection file')
    .evaluate((input) => input.dispatchEvent(new Event('cancel', { bubbles: true })));
  await expect(dialog.getByLabel('Name')).toHaveValue('Harbour blog');
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
});
