// The form of a connection: typed in, judged, kept by the helper, edited, copied, removed.
import { readFile } from 'node:fs/promises';
import { demoClientIds, demoPoolId } from '../stand-in/demo/demo-pool.ts';
import { expect, password, test } from './app.ts';
import { addConnection, chosen, field, fileOf, fill, newDialog, ownFields, signInAs } from './connection-form.ts';
import { signInForm } from './sign-in-form.ts';

// Two pages, or two loads of one, in most of these.
test.describe.configure({ timeout: 60_000 });

test('a connection typed into the form signs in, runs, and is kept in a readable file without secrets', async ({
  app,
  standIn,
}) => {
  await app.open();
  await app.page.getByRole('button', { name: 'New connection' }).click();
  await expect(field(newDialog(app.page), 'Name')).toBeVisible();
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

test('every field is judged as it is typed, and what came along with a copied value is taken off', async ({
  app,
  standIn,
}) => {
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

  // Spaces, quotes and commas come along.
  const { Name, ...values } = ownFields(standIn.origin);
  const wrapped = Object.entries(values).map(([label, text]) => [label, `  "${text}",\t`]);
  await fill(dialog, { Name: `  ${Name} `, ...Object.fromEntries(wrapped) });
  await dialog.getByRole('button', { name: 'Add connection' }).click();
  await expect(chosen(app.page)).toHaveText(Name);
  expect(await readFile(fileOf(app), 'utf8')).toContain(`"graphqlEndpoint": "${standIn.origin}/graphql"`);
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
  // Of what was on its way to the page as well: the editor's code, and Monaco's word on a worker that did not come.
  test.use({ expectedErrors: [/net::ERR_|^Event$/] });
  test('a connection is not kept, and nothing typed is lost', async ({ app, standIn }) => {
    const network = await app.page.context().newCDPSession(app.page);
    await app.open();
    await network.send('Network.emulateNetworkConditions', {
      offline: false,
      latency: 0,
      downloadThroughput: 150_000,
      uploadThroughput: -1,
    });
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
