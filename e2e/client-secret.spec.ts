// App clients with a secret: it is asked for when it is needed, proved in every call, kept for the next person, and never sent
// where it does not belong.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { demoClientIds, demoClientSecret } from '../stand-in/demo/demo-pool.ts';
import { expect, password, test } from './app.ts';
import { sentCode } from './codes.ts';
import { challengeForm, keepConnection, keepConnections, signInForm, type SignInForm } from './sign-in-form.ts';

// Chromium writes every answer that is not a success to the console.
test.use({ expectedErrors: [/^Failed to load resource/] });

const ofSecretClient = { appClientId: demoClientIds.withSecret };

async function typeSecret({ clientSecret }: SignInForm): Promise<void> {
  await clientSecret.fill(demoClientSecret);
  await clientSecret.press('Enter');
}

test('Cognito’s refusal brings the field, a wrong secret is told, and the right one signs in by SRP', async ({
  app,
  page,
  standIn,
}) => {
  await keepConnection(app.configFolder, standIn, ofSecretClient);
  await app.open();
  const form = signInForm(page);
  await expect(form.clientSecret).toBeHidden();
  await form.send('bob', password);
  await expect(form.failure).toContainText('The app client has a secret, and none was sent.');
  await expect(form.clientSecret).toBeFocused();
  await expect(form.username).toHaveValue('bob');
  await expect(form.password).toHaveValue(password);

  await form.clientSecret.fill('a-wrong-secret');
  await form.clientSecret.press('Enter');
  await expect(form.failure).toContainText('The client secret is not the right one.');
  await expect(form.clientSecret).toHaveValue('a-wrong-secret');
  await form.submit.focus();
  await form.failure.getByRole('button', { name: 'Type the client secret' }).click();
  await expect(form.clientSecret).toBeFocused();

  await typeSecret(form);
  await app.run();
  await expect(app.stamp).toContainText(/HTTP 200.*as.*bob/);

  // That there is a secret is remembered; the secret is not.
  await expect.poll(() => readFile(join(app.configFolder, 'connections.json'), 'utf8')).toContain('hasClientSecret');
  await page.reload();
  await expect(form.clientSecret).toBeVisible();
  await expect(form.clientSecret).toHaveValue('');
});

test('where there is one, it is asked for; one that worked serves the next person, can be changed, and ends with the page', async ({
  app,
  page,
  standIn,
}) => {
  await keepConnection(app.configFolder, standIn, { ...ofSecretClient, hasClientSecret: true });
  await app.open();
  const form = signInForm(page);
  // Not left empty: nothing is sent without it.
  await form.send('bob', password);
  await expect(form.clientSecret).toBeFocused();
  await expect(form.clientSecret).toHaveAccessibleDescription(/Needed/);
  expect(standIn.levers.requests.filter(({ target }) => target === 'cognito')).toEqual([]);
  await typeSecret(form);
  await app.run();

  await page.getByRole('button', { name: 'Add identity' }).click();
  const dialog = page.getByRole('dialog', { name: 'Add identity' });
  const second = signInForm(dialog);
  await expect(dialog.getByText('The client secret typed before is used.')).toBeVisible();
  await expect(second.clientSecret).toBeHidden();
  await dialog.getByRole('button', { name: 'Change the client secret' }).click();
  await expect(second.clientSecret).toBeFocused();
  await expect(second.clientSecret).toHaveValue('');
  // A second factor, whose answer has to prove the secret too.
  await second.send('mia', password);
  const asked = challengeForm(dialog);
  await expect(asked.code).toBeFocused();
  await asked.code.fill(sentCode(standIn, 'mia'));
  await asked.code.press('Enter');
  await expect(dialog).toBeHidden();
  await app.run();
  await expect(app.stamp).toContainText(/HTTP 200.*as.*mia/);

  await page.reload();
  await expect(form.clientSecret).toHaveValue('');
});

test('the field can be had before anything is refused; what was typed for one app client is not sent to another', async ({
  app,
  page,
  standIn,
}) => {
  await keepConnections(app.configFolder, standIn, [
    { id: 'first', name: 'First', ...ofSecretClient },
    { id: 'second', name: 'Second', appClientId: demoClientIds.secretRotating, hasClientSecret: true },
  ]);
  await app.open();
  const form = signInForm(page);
  await form.type('bob', password);
  await form.chooseWay('Client secret');
  await expect(form.clientSecret).toBeFocused();
  await form.clientSecret.fill(demoClientSecret);
  await page.getByRole('combobox', { name: 'Connection' }).selectOption('Second');
  await expect(form.clientSecret).toHaveValue('');
  await expect(form.username).toHaveValue('bob');
  await expect(form.password).toHaveValue(password);
});
