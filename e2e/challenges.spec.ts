// What Cognito may ask for after the password: a new one, which is answered in place, or something this app cannot answer.
import { expect, password, test } from './app.ts';
import { signInForm } from './sign-in-form.ts';

// Chromium writes every answer that is not a success to the console.
test.use({ expectedErrors: [/^Failed to load resource/] });

const newPassword = 'An0ther-passw0rd!';

test('a temporary password is replaced at the first sign-in, with what the pool wants to know', async ({ app }) => {
  await app.open();
  await signInForm(app.page).send('nina', password);
  const panel = app.page.getByRole('region', { name: 'Sign in' });
  await expect(panel.getByRole('heading', { name: 'Choose a new password' })).toBeVisible();
  await expect(panel.getByText('Step 2')).toBeVisible();
  const chosen = panel.getByLabel('New password');
  await expect(chosen).toBeFocused();

  // A password the policy refuses is told in place.
  await chosen.fill('short');
  await panel.getByLabel('Name', { exact: true }).fill('Nina Petrov');
  await chosen.press('Enter');
  const failure = panel.getByRole('alert');
  await expect(failure.locator('q')).toHaveText('Password did not conform with policy: Password not long enough');
  await expect(failure).toContainText('Make it longer');
  await expect(chosen).toHaveValue('short');
  await expect(panel.getByLabel('Name', { exact: true })).toHaveValue('Nina Petrov');

  await chosen.fill(newPassword);
  await panel.getByRole('button', { name: 'Set password and sign in' }).click();
  await app.run();
  await expect(app.stamp).toContainText(/HTTP 200.*as.*nina/);

  // From now on the new one holds.
  await app.page.reload();
  const form = signInForm(app.page);
  await form.send('nina', password);
  await expect(form.failure.locator('q')).toHaveText('Incorrect username or password.');
  await form.send('nina', newPassword);
  await app.run();
  await expect(app.stamp).toContainText(/as.*nina/);
});

test('Back from the new password finds user name and password as typed', async ({ app }) => {
  await app.open();
  const form = signInForm(app.page);
  await form.send('nina', password);
  await expect(app.page.getByLabel('New password')).toBeVisible();
  await expect(form.username).toBeHidden();
  await app.page.getByRole('button', { name: 'Back' }).click();
  await expect(form.username).toHaveValue('nina');
  await expect(form.password).toHaveValue(password);
  await expect(form.submit).toBeFocused();
  await form.submit.click();
  await expect(app.page.getByLabel('New password')).toHaveValue('');
});

test('a slow answer to the new password can be stopped', async ({ app, standIn }) => {
  await app.open();
  const form = signInForm(app.page);
  await form.send('nina', password);
  const panel = app.page.getByRole('region', { name: 'Sign in' });
  await panel.getByLabel('New password').fill(newPassword);
  await panel.getByLabel('Name', { exact: true }).fill('Nina Petrov');
  const held = standIn.levers.misbehave({ target: 'cognito' }, { kind: 'hold' });
  await panel.getByLabel('Name', { exact: true }).press('Enter');
  await held.arrived;
  await expect(panel.getByRole('button', { name: 'Setting the new password…' })).toBeVisible();
  await form.stop.click();
  await expect(form.username).toHaveValue('nina');
  await expect(form.password).toHaveValue(password);
  held.release();
});

test('a challenge this app cannot answer is said plainly, with a way back', async ({ app, standIn }) => {
  await app.open();
  const form = signInForm(app.page);
  const body = JSON.stringify({ ChallengeName: 'WEB_AUTHN', Session: 's', ChallengeParameters: {} });
  standIn.levers.misbehave(
    { target: 'cognito', operation: 'RespondToAuthChallenge' },
    { kind: 'answer', status: 200, body },
  );
  await form.send('mia', password);
  const told = app.page.getByRole('region', { name: 'Sign in' }).getByRole('alert');
  await expect(told).toContainText('Cognito asks for a passkey (WEB_AUTHN), and this app cannot answer that.');
  await expect(told).toContainText('Sign in as a user with a password.');
  await expect(form.username).toBeHidden();
  await told.getByRole('button', { name: 'Back' }).click();
  await expect(form.username).toHaveValue('mia');
  await expect(form.password).toHaveValue(password);
  await form.send('bob', password);
  await app.run();
  await expect(app.stamp).toContainText(/as.*bob/);
});
