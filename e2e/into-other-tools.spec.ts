// The tab's operation as code, with a placeholder or, on a press, the real token; and an operation clicked together.
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, test } from './app.ts';

const run = promisify(execFile);

test('an operation is taken away as curl, with a placeholder or the real token, follows what is typed, and runs', async ({
  app,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const { page } = app;
  const clipboard = () => page.evaluate(() => navigator.clipboard.readText());
  await app.open();
  await app.signInAs('bob');
  await page.getByRole('button', { name: 'Show Code' }).click();
  const pane = page.getByRole('region', { name: 'Code', exact: true });
  await expect(pane.getByLabel('curl code', { exact: true })).toContainText('"Authorization: $ID_TOKEN"');
  await app.write(app.operationEditor, `query Its { whoAmI { username } about { name } # it's`);
  await expect(pane.getByLabel('curl code', { exact: true })).toContainText(String.raw`it'\''s`);
  await app.write(app.operationEditor, `query Its { whoAmI { username } }`);
  await expect(pane.getByLabel('curl code', { exact: true })).not.toContainText('about');
  await pane.getByRole('button', { name: 'Copy the curl code' }).click();
  const plain = await clipboard();
  expect(plain).not.toMatch(/eyJ/);

  await pane.getByRole('button', { name: 'Copy with the real ID token' }).click();
  await expect(pane.getByText('Copied, with the ID token of bob.')).toBeVisible();
  const real = await clipboard();
  expect(await page.locator('body').innerHTML()).not.toMatch(/eyJ/);
  const [asBob, asNobody] = await Promise.all([
    run('/bin/sh', ['-c', real]),
    run('/bin/sh', ['-c', plain], { env: { PATH: process.env['PATH'] } }),
  ]);
  expect(JSON.parse(asBob.stdout)).toEqual({ data: { whoAmI: { username: 'bob' } } });
  expect(asNobody.stdout).toContain('UnauthorizedException');

  await pane.getByRole('tab', { name: 'JavaScript' }).click();
  await expect(pane.getByLabel('JavaScript code', { exact: true })).toContainText('process.env.ID_TOKEN');
  await app.write(app.operationEditor, `subscription S { onCreatePost { id } }`);
  await expect(pane.getByText(/real-time endpoint, which none of these tools speaks/)).toBeVisible();
});

test('an operation is clicked together from the schema, and run', async ({ app }) => {
  const { page } = app;
  await app.open();
  await app.signInAs('bob');
  await app.write(app.operationEditor, 'query Clicked { about { name } }');
  await page.getByRole('button', { name: 'Show Explorer' }).click();
  const explorer = page.locator('.graphiql-explorer-root');
  await explorer.getByText('motto', { exact: true }).click();
  await expect(app.operationEditor).toContainText(/motto/);
  await app.run();
  await expect(app.response).toContainText(/Twice\sa\sday/);
});
