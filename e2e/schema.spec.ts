// The schema: read once, kept while people change, missed with a word where an API gives none, and brought as a file instead.
import { introspectionFromSchema } from 'graphql';
import { blogSchema } from '../stand-in/demo/blog-schema.ts';
import { executableSchema } from '../stand-in/appsync/executable-schema.ts';
import { expect, test } from './app.ts';
import { chooseRunAs } from './workbench-parts.ts';

const file = (name: string, text: string) => ({ name, mimeType: 'text/plain', buffer: Buffer.from(text) });
const introspections = (requests: readonly { operation: string | null }[]) =>
  requests.filter(({ operation }) => operation === 'IntrospectionQuery').length;

test('is read once for an API, whoever asks and whichever connection leads there, and anew on demand', async ({
  app,
  standIn,
}) => {
  const { page } = app;
  await app.open();
  await app.signInAs('bob');
  await page.getByRole('button', { name: 'Show Schema' }).click();
  await expect(page.getByText(/^Read from the API as bob at/)).toBeVisible();
  expect(introspections(standIn.levers.requests)).toBe(1);
  await app.addIdentity('carol');
  await chooseRunAs(page, /bob/);
  await app.run();
  expect(introspections(standIn.levers.requests)).toBe(1);
  await page.getByRole('button', { name: 'Re-fetch GraphQL schema' }).click();
  await expect.poll(() => introspections(standIn.levers.requests)).toBe(2);
  await page.getByRole('button', { name: 'Read it anew' }).click();
  await expect.poll(() => introspections(standIn.levers.requests)).toBe(3);
});

test('that is switched off is said plainly; operations run, and a file brings completion, docs and who may call what', async ({
  app,
  standIn,
}) => {
  test.setTimeout(60_000);
  const { page } = app;
  standIn.levers.api().settings.introspection = 'DISABLED';
  await app.open();
  await app.signInAs('bob');
  await expect(
    page.getByText('No documentation or completion: Introspection is switched off at this API.'),
  ).toBeVisible();
  await app.run();
  await expect(app.stamp).toContainText('HTTP 200');
  await expect(page.getByText(/allows it to certain groups, owners or auth modes/)).toBeVisible();

  await page.getByRole('button', { name: 'Why, and what to do' }).click();
  const pane = page.getByRole('region', { name: 'Schema', exact: true });
  await expect(pane.getByText(/as if the schema’s own types had no fields/)).toBeVisible();
  const picker = pane.getByLabel('Schema file');
  await picker.setInputFiles(file('wrong.graphql', 'type Query {\n  a: Missing\n}'));
  await expect(pane.getByRole('alert')).toContainText(
    /wrong\.graphql was not taken\..*Line 2, column 6: Unknown type "Missing"/,
  );
  await picker.setInputFiles(file('outputs.json', '{"version":"1.4"}'));
  await expect(pane.getByRole('alert')).toContainText('it holds no __schema');

  await picker.setInputFiles(file('schema.graphql', blogSchema));
  await expect(pane.getByText(/^From schema\.graphql, \d+ types/)).toBeVisible();
  await expect(page.getByText('No documentation or completion')).toBeHidden();
  const before = introspections(standIn.levers.requests);
  await pane.getByRole('combobox', { name: /not marked/ }).selectOption('user pool');
  await pane.getByRole('checkbox', { name: 'Only what is closed to bob' }).check();
  const rows = pane.getByRole('list', { name: 'Types and fields' });
  await expect(rows.getByRole('listitem').filter({ hasText: 'deskNotes' })).toContainText(
    /closed to bob: .*deskNotes: String.*users in admins or editors/,
  );
  await expect(rows).not.toContainText('about');
  await pane.getByRole('textbox', { name: 'Filter' }).fill('salary');
  await expect(rows.getByRole('listitem')).toHaveCount(2);

  // The words beside an answer know it too.
  await app.run();
  await expect(page.getByText('The schema opens it to users in admins; bob is in readers.')).toBeVisible();
  // And the documentation.
  await page.getByRole('button', { name: 'Show Documentation Explorer' }).click();
  await expect(page.getByText('Root Types')).toBeVisible();
  expect(introspections(standIn.levers.requests)).toBe(before);

  await page.getByRole('button', { name: 'Show Schema' }).click();
  await pane.getByRole('button', { name: 'Another file' }).click();
  const json = JSON.stringify({ data: introspectionFromSchema(executableSchema(blogSchema)) });
  await picker.setInputFiles(file('schema.json', json));
  await expect(pane.getByText(/^From schema\.json/)).toBeVisible();
  await expect(pane.getByText(/are in the SDL only/)).toBeVisible();
  standIn.levers.api().settings.introspection = 'ENABLED';
  await pane.getByRole('button', { name: 'Use the API’s own' }).click();
  await expect(pane.getByText(/^Read from the API as bob at/)).toBeVisible();
});

test('that is closed to the first who asks is read as the next one who may, and anew as somebody of that mode whoever is at hand', async ({
  app,
  standIn,
}) => {
  const { page } = app;
  // Introspection is for the default mode only.
  const api = standIn.levers.api();
  const [keys, ...others] = api.additionalProviders;
  Object.assign(api, { defaultProvider: keys, additionalProviders: [api.defaultProvider, ...others] });
  await app.open();
  await app.signInAs('bob');
  await expect(page.getByText('No documentation or completion: bob may not read the schema.')).toBeVisible();
  await page.getByRole('button', { name: 'Why, and what to do' }).click();
  const pane = page.getByRole('region', { name: 'Schema', exact: true });
  await expect(pane.getByText('It was asked for as bob.')).toBeVisible();

  await page.getByRole('button', { name: 'Add identity' }).click();
  const dialog = page.getByRole('dialog', { name: 'Add identity' });
  await dialog.getByRole('tab', { name: 'API key' }).click();
  await dialog.getByRole('button', { name: /^API key/ }).click();
  await expect(pane.getByText(/^Read from the API as API key at/)).toBeVisible();
  await expect(page.getByText('No documentation or completion')).toBeHidden();

  await chooseRunAs(page, /bob/);
  const before = introspections(standIn.levers.requests);
  await pane.getByRole('button', { name: 'Read it anew' }).click();
  await expect.poll(() => introspections(standIn.levers.requests)).toBe(before + 1);
  await expect(pane.getByText(/^Read from the API as API key at/)).toBeVisible();
});
