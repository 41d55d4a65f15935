// The demo's story as a newcomer walks through it, and the documentation's pictures of it, in both themes: into the test's own output,
// or by `npm run pictures` into docs/pictures. What a picture is to show is asserted; how it looks is for people to judge.
import type { Locator, Page, TestInfo } from '@playwright/test';
import { blogSchema } from '../stand-in/demo/blog-schema.ts';
import { demoClientIds, demoPoolId } from '../stand-in/demo/demo-pool.ts';
import { expect, test } from './app.ts';
import { compare, comparison, findings } from './comparison-parts.ts';
import { chooseRunAs, runButton, tab } from './workbench-parts.ts';

test.describe.configure({ timeout: 90_000 });

// npm tells the name of the script that was asked for, on every system alike.
const folder = process.env['npm_lifecycle_event'] === 'pictures' ? 'docs/pictures' : undefined;
const margin = 16;

/** Of the whole window, or of what is meant and a little around it. */
async function take(page: Page, info: TestInfo, name: string, of?: Locator): Promise<void> {
  await page.mouse.move(0, 0);
  const box = await of?.boundingBox();
  const clip = box && {
    x: Math.max(box.x - margin, 0),
    y: Math.max(box.y - margin, 0),
    width: box.width + 2 * margin,
    height: box.height + 2 * margin,
  };
  for (const colorScheme of ['light', 'dark'] as const) {
    // oxlint-disable no-await-in-loop -- one after another: it is one page
    await page.emulateMedia({ colorScheme });
    const editors = page.locator('.monaco-editor.vs, .monaco-editor.vs-dark').first();
    if (await editors.isVisible()) await expect(editors).toHaveClass(colorScheme === 'dark' ? /vs-dark/ : /vs(?!-)/);
    await page.evaluate('document.fonts.ready');
    const file = `${name}-${colorScheme}.png`;
    await page.screenshot({
      path: folder === undefined ? info.outputPath(file) : `${folder}/${file}`,
      animations: 'disabled',
      caret: 'hide',
      ...(clip && { clip }),
    });
  }
  await page.emulateMedia({ colorScheme: 'light' });
}

test('in four clicks a newcomer sees that the reader does not get the salary, and why', async ({ app, page }, info) => {
  await app.open();
  const people = page.getByRole('region', { name: 'The demo’s people' });
  await people.getByRole('button', { name: 'carol' }).waitFor();
  await take(page, info, 'sign-in');
  await people.getByRole('button', { name: 'carol' }).click();
  await page.getByRole('button', { name: 'Add identity' }).click();
  await people.getByRole('button', { name: 'bob' }).click();
  await compare(page);
  await expect(findings(page)).toContainText(
    'bob (readers) does not get posts.items[].author.salary: Unauthorized. carol (admins) does.',
  );
  await expect(findings(page)).toContainText('Not Authorized to access salary on type Author');

  await app.addIdentity('alice');
  await app.addIdentity('erin');
  await compare(page);
  await expect(findings(page)).toContainText('bob (readers), alice (editors) and erin (no group) do not get');
  await take(page, info, 'compare');
  await comparison(page).getByRole('button', { name: 'Back to the answer' }).click();

  await chooseRunAs(page, /alice/);
  await app.run();
  await expect(page.getByText('alice may not read')).toBeVisible();
  await take(page, info, 'workbench');

  await tab(page, 'ListenForPosts').click();
  await chooseRunAs(page, /alice/);
  await runButton(page).click();
  await expect(page.getByText('Connected as alice')).toBeVisible();
  await tab(page, 'WritePost').click();
  await chooseRunAs(page, /alice/);
  await app.run();
  await tab(page, 'ListenForPosts').click();
  await expect(page.getByText('AppSync fills an event')).toBeVisible();
  await take(page, info, 'subscription');
});

test('a null is explained by the schema, which shows what is closed to whom', async ({ app, page }, info) => {
  await app.open();
  await app.signInAs('bob');
  await page.getByRole('button', { name: 'Show Schema' }).click();
  const pane = page.getByRole('region', { name: 'Schema', exact: true });
  await pane
    .getByLabel('Schema file')
    .setInputFiles({ name: 'schema.graphql', mimeType: 'text/plain', buffer: Buffer.from(blogSchema) });
  await pane.getByRole('combobox', { name: 'Default action' }).selectOption({ index: 1 });
  await pane.getByRole('checkbox', { name: 'Only what is closed to bob' }).check();
  await app.run();
  await expect(page.getByText('The schema opens it to users in admins; bob is in readers.')).toBeVisible();
  await expect(pane.getByRole('listitem').filter({ hasText: 'salary' })).toContainText(['closed to bob']);
  await take(page, info, 'closed-to-bob');

  await page.getByRole('button', { name: 'Add identity' }).click();
  const dialog = page.getByRole('dialog', { name: 'Add identity' });
  await expect(dialog.getByRole('button', { name: 'carol' })).toBeVisible();
  await take(page, info, 'add-identity', dialog);
  await dialog.getByRole('tab', { name: 'Token' }).click();
  await expect(dialog.getByRole('textbox', { name: 'Token' })).toBeVisible();
  await take(page, info, 'add-token', dialog);
});

test('of two APIs in a file one is chosen', async ({ app, page }, info) => {
  await app.open();
  await page.getByRole('button', { name: 'New connection' }).click();
  const dialog = page.getByRole('dialog', { name: 'New connection' });
  const api = (id: string) => ({
    endpointType: 'GraphQL',
    endpoint: `https://${id}.appsync-api.eu-west-1.amazonaws.com/graphql`,
  });
  const pool = { Default: { PoolId: demoPoolId, AppClientId: demoClientIds.default, Region: 'eu-west-1' } };
  const apis = { orders: api('3q4hfkzn2vbfbpkmtyq6example'), stock: api('7w2dmpxr5ngslqujtcv8example') };
  const written = {
    auth: { plugins: { awsCognitoAuthPlugin: { CognitoUserPool: pool } } },
    api: { plugins: { awsAPIPlugin: apis } },
  };
  await dialog.getByLabel('Connection file').setInputFiles({
    name: 'amplifyconfiguration.json',
    mimeType: 'application/json',
    buffer: Buffer.from(JSON.stringify(written)),
  });
  await expect(dialog.getByRole('radio', { name: 'orders' })).toBeVisible();
  await dialog.getByRole('radio', { name: 'stock' }).check();
  await expect(dialog.getByLabel('GraphQL endpoint')).toHaveValue(apis.stock.endpoint);
  await take(page, info, 'two-apis', dialog);
});
