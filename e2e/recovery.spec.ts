// Who cannot sign in yet: a forgotten password, one that must be reset, a sign-up that was never confirmed.
import { demoClientIds, demoClientSecret } from '../stand-in/demo/demo-pool.ts';
import { expect, password, test } from './app.ts';
import { otherCode, sentCode } from './codes.ts';
import { challengeForm, keepConnection, signInForm } from './sign-in-form.ts';

// Chromium writes every answer that is not a success to the console.
test.use({ expectedErrors: [/^Failed to load resource/] });

const newPassword = 'An0ther-passw0rd!';

test('a forgotten password is set anew with a code, and signs in at once', async ({ app, page, standIn }) => {
  await app.open();
  const form = signInForm(page);
  await form.chooseWay('Forgot password');
  await expect(form.username).toBeFocused();
  await expect(form.username).toHaveAccessibleDescription(/whose password/);
  await form.username.fill('bob');
  await form.chooseWay('Forgot password');
  const asked = challengeForm(page);
  await expect(asked.title).toHaveText('Choose a new password');
  await expect(page.getByText('b***@e***')).toBeVisible();

  const first = sentCode(standIn, 'bob');
  await page.getByRole('button', { name: 'Send another code' }).click();
  await expect(asked.told).toContainText('Another code is on its way to b***@e***');
  await expect(asked.code).toBeFocused();
  const second = sentCode(standIn, 'bob');
  expect(second).not.toBe(first);

  await asked.code.fill(otherCode(second));
  await asked.newPassword.fill(newPassword);
  await asked.newPassword.press('Enter');
  await expect(asked.failure.locator('q')).toHaveText('Invalid verification code provided, please try again.');
  await expect(asked.code).toBeFocused();
  await expect(asked.newPassword).toHaveValue(newPassword);

  await asked.newPassword.fill('Short1!');
  await asked.code.fill(second);
  await asked.code.press('Enter');
  await expect(asked.failure).toContainText('Make it longer');
  await asked.newPassword.fill(newPassword);
  await asked.newPassword.press('Enter');
  await app.run();
  await expect(app.stamp).toContainText(/HTTP 200.*as.*bob/);
});

test('a password that must be reset: the refusal’s button leads there, also at a client with a secret', async ({
  app,
  page,
  standIn,
}) => {
  await keepConnection(app.configFolder, standIn, { appClientId: demoClientIds.withSecret, hasClientSecret: true });
  await app.open();
  const form = signInForm(page);
  await form.type('rita', password);
  await form.clientSecret.fill(demoClientSecret);
  await form.submit.click();
  await expect(form.failure.locator('q')).toHaveText('Password reset required for the user');
  await form.failure.getByRole('button', { name: 'Set a new password' }).click();
  const asked = challengeForm(page);
  await expect(asked.code).toBeFocused();
  await asked.code.fill(sentCode(standIn, 'rita'));
  await asked.newPassword.fill(newPassword);
  await asked.newPassword.press('Enter');
  await app.run();
  await expect(app.stamp).toContainText(/HTTP 200.*as.*rita/);
});

test('a sign-up is confirmed with its code, which can be had again', async ({ app, page, standIn }) => {
  await app.open();
  const form = signInForm(page);
  await form.send('ulla', password);
  await form.failure.getByRole('button', { name: 'Confirm with the code' }).click();
  const asked = challengeForm(page);
  await expect(asked.title).toHaveText('Confirm the sign-up');
  await page.getByRole('button', { name: 'Send another code' }).click();
  await expect(asked.told).toContainText('Another code is on its way');
  await asked.code.fill(sentCode(standIn, 'ulla'));
  await asked.code.press('Enter');
  await expect(asked.told).toContainText('The sign-up is confirmed.');
  await expect(form.username).toHaveValue('ulla');
  await expect(form.password).toHaveValue(password);
  await form.submit.click();
  await app.run();
  await expect(app.stamp).toContainText(/HTTP 200.*as.*ulla/);
});

test('Back from a recovery finds user name and password as typed', async ({ app, page }) => {
  await app.open();
  const form = signInForm(page);
  await form.type('bob', 'half a passw');
  await form.chooseWay('Confirm a sign-up');
  await challengeForm(page).back.click();
  await expect(form.username).toHaveValue('bob');
  await expect(form.password).toHaveValue('half a passw');
  await expect(form.submit).toBeFocused();
});
