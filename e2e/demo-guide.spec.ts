// What the demo offers beyond its first people: one person or place for each further way in.
import { expect, password, test } from './app.ts';
import { sentCode } from './codes.ts';
import { challengeForm, signInForm } from './sign-in-form.ts';

// Chromium writes every answer that is not a success to the console.
test.use({ expectedErrors: [/^Failed to load resource/], permissions: ['clipboard-read', 'clipboard-write'] });

test('people for the further ways in are folded away, and a click leads to what they show', async ({
  app,
  page,
  standIn,
}) => {
  await app.open();
  const people = page.getByRole('region', { name: 'The demo’s people' });
  await expect(people.getByRole('button', { name: 'carol' })).toBeVisible();
  await expect(people.getByRole('button', { name: 'mia' })).toBeHidden();
  await people.getByText('One for each way in').click();
  await people.getByRole('button', { name: 'mia' }).click();
  const asked = challengeForm(page);
  await expect(asked.code).toBeVisible();
  await asked.code.fill(sentCode(standIn, 'mia'));
  await asked.code.press('Enter');
  await app.run();
  await expect(app.stamp).toContainText(/HTTP 200.*as.*mia/);
});

test('the app client with a secret tells it, to be typed as one’s own would be', async ({ app, page }) => {
  await app.open();
  await page.getByRole('combobox', { name: 'Connection' }).selectOption({ label: 'Demo, app client with a secret' });
  const form = signInForm(page);
  await form.type('alice', password);
  await page.getByRole('button', { name: 'Copy the client secret' }).click();
  await expect(page.getByRole('button', { name: 'Copied' })).toBeVisible();
  await form.clientSecret.fill(await page.evaluate(() => navigator.clipboard.readText()));
  await form.submit.click();
  await app.run();
  await expect(app.stamp).toContainText(/HTTP 200.*as.*alice/);
});

const asked = [
  ['mia', 'Demo (on this machine)', 'Enter the code from the text message'],
  ['emma', 'Demo (on this machine)', 'Enter the code from the e-mail'],
  ['tom', 'Demo (on this machine)', 'Enter the code of the authenticator app'],
  ['sam', 'Demo (on this machine)', 'Choose how to confirm it is you'],
  ['max', 'Demo, second factor required', 'Set up an authenticator app'],
  ['nora', 'Demo, second factor required', 'Choose a new password'],
  ['cleo', 'Demo, custom challenge', 'Answer the pool’s own question'],
] as const;

test('a click on each who is asked for more leads to what Cognito asks, by the right connection', async ({
  app,
  page,
}) => {
  const connection = page.getByRole('combobox', { name: 'Connection' });
  const people = page.getByRole('region', { name: 'The demo’s people' });
  await app.open();
  for (const [username, place, title] of asked) {
    await connection.selectOption('demo');
    // The fold begins anew with the people of another connection.
    if (await people.getByRole('button', { name: /^dora/ }).isHidden())
      await people.getByText('One for each way in').click();
    await people.getByRole('button', { name: new RegExp(`^${username} `) }).click();
    await expect(challengeForm(page).title).toHaveText(title);
    await challengeForm(page).back.click();
    await expect(connection.locator('option:checked')).toHaveText(place);
    await expect(signInForm(page).username).toHaveValue(username);
  }
});

for (const [username, place] of [
  ['carol', 'app client with a secret'],
  ['vera', 'tracked devices'],
] as const) {
  test(`a click on ${username}, ${place}, signs in there, where the same tabs wait`, async ({ app, page }) => {
    await app.open();
    const people = page.getByRole('region', { name: 'The demo’s people' });
    await people.getByText('One for each way in').click();
    await people.getByRole('button', { name: new RegExp(`^${username} ${place}`) }).click();
    await app.run();
    await expect(app.stamp).toContainText(new RegExp(`HTTP 200.*as.*${username}`));
    await expect(app.operationEditor).toContainText('posts');
    // Nobody is led away from here.
    await page.getByRole('button', { name: 'Add identity' }).click();
    await expect(page.getByRole('dialog').getByRole('button', { name: /^cleo/ })).toHaveCount(0);
  });
}

test('every further connection says what it shows, offers somebody, and lets them in', async ({ app, page }) => {
  await app.open();
  const connection = page.getByRole('combobox', { name: 'Connection' });
  const people = page.getByRole('region', { name: 'The demo’s people' }).getByRole('button');
  for (const [name, shows, first] of [
    ['Demo, custom challenge', 'Lambda triggers', 'cleo'],
    ['Demo, second factor required', 'second factor', 'max'],
    ['Demo, tracked devices', 'remembers devices', 'vera'],
    ['Demo, admin flow', 'signs each call', 'carol'],
  ] as const) {
    await connection.selectOption({ label: name });
    await expect(page.locator('.demo-hint')).toContainText(shows);
    await expect(people.first()).toHaveAccessibleName(new RegExp(first));
  }
  await people.first().click();
  await app.run();
  await expect(app.stamp).toContainText(/HTTP 200.*as.*carol/);
});
