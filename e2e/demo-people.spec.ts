// The demo's people, one for each way in: folded away from a newcomer, each a click from what it shows.
import { expect, test } from './app.ts';
import { challengeForm, signInForm } from './sign-in-form.ts';

// Chromium writes every answer that is not a success to the console.
test.use({ expectedErrors: [/^Failed to load resource/] });

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
  await app.open();
  const people = page.getByRole('region', { name: 'The demo’s people' });
  await expect(people.getByRole('button')).toHaveCount(5);
  await people.getByText('One for each way in').click();
  for (const [username, connection, title] of asked) {
    await people.getByRole('button', { name: new RegExp(`^${username} `) }).click();
    await expect(challengeForm(page).title.first()).toHaveText(title);
    await challengeForm(page).back.click();
    await expect(page.getByRole('combobox', { name: 'Connection' }).locator('option:checked')).toHaveText(connection);
    await expect(signInForm(page).username).toHaveValue(username);
  }
  for (const [username, button] of [
    ['rita', 'Set a new password'],
    ['ulla', 'Confirm with the code'],
  ] as const) {
    await people.getByRole('button', { name: new RegExp(`^${username} `) }).click();
    await expect(signInForm(page).failure.getByRole('button', { name: button })).toBeVisible();
  }
});

for (const username of ['carol', 'alice', 'vera']) {
  test(`a click on ${username} signs in by a connection of its own, where the same tabs wait`, async ({
    app,
    page,
  }) => {
    await app.open();
    const people = page.getByRole('region', { name: 'The demo’s people' });
    await people.getByText('One for each way in').click();
    await people.getByRole('button', { name: username }).last().click();
    await app.run();
    await expect(app.stamp).toContainText(new RegExp(`HTTP 200.*as.*${username}`));
    await expect(app.operationEditor).toContainText('posts');
    // Nobody is led away from here.
    await page.getByRole('button', { name: 'Add identity' }).click();
    await expect(page.getByRole('dialog').getByRole('button', { name: 'bob' })).toBeHidden();
  });
}
