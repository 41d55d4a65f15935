// Our parts under axe, in both themes and on a narrow screen: every state of the panel, the dialogs, the menus, the workbench.
import { demoMfaClientId, demoMfaPoolId } from '../stand-in/demo/demo-mfa-pool.ts';
import { demoClientIds, demoClientSecret } from '../stand-in/demo/demo-pool.ts';
import { expect, password, test } from './app.ts';
import { look } from './axe.ts';
import { otherCode, sentCode } from './codes.ts';
import { credsOf } from './pasted-tokens.ts';
import { challengeForm, keepConnections, signInForm } from './sign-in-form.ts';

// Chromium writes every answer that is not a success to the console.
test.use({ expectedErrors: [/^Failed to load resource/] });

// Each look takes seconds.
test.setTimeout(120_000);

test('signing in', async ({ app, page, standIn }) => {
  await app.open();
  const form = signInForm(page);
  await expect(page.getByRole('combobox', { name: 'Connection' })).toHaveValue('demo');
  await look(page, 'front page');

  await form.submit.click();
  await expect(form.username).toBeFocused();
  await look(page, 'front page, a field left empty');

  await form.send('bob', 'wrong');
  await expect(form.failure).toBeVisible();
  await look(page, 'front page with an error');

  await form.send('nina', password);
  await expect(page.getByLabel('New password')).toBeVisible();
  await look(page, 'new password');
  await page.getByRole('button', { name: 'Back' }).click();

  const body = JSON.stringify({ ChallengeName: 'WEB_AUTHN', Session: 's', ChallengeParameters: {} });
  standIn.levers.misbehave(
    { target: 'cognito', operation: 'RespondToAuthChallenge' },
    { kind: 'answer', status: 200, body },
  );
  await form.send('mia', password);
  await expect(page.getByText('WEB_AUTHN')).toBeVisible();
  await look(page, 'a challenge that cannot be answered');
  await page.getByRole('button', { name: 'Back' }).click();

  await page.getByRole('button', { name: 'New connection' }).click();
  const dialog = page.getByRole('dialog', { name: 'New connection' });
  await dialog.getByLabel('User pool id').fill('not a pool');
  await dialog.getByText('Cognito is not on AWS’s own host').click();
  await dialog.getByRole('button', { name: 'Add connection' }).click();
  await look(page, 'connection dialog with problems');
});

test('signing in by further ways', async ({ app, page, standIn }) => {
  await keepConnections(app.configFolder, standIn, [
    { id: 'secret', name: 'With a secret', appClientId: demoClientIds.withSecret, hasClientSecret: true },
    { id: 'mfa', name: 'Second factor required', userPoolId: demoMfaPoolId, appClientId: demoMfaClientId },
    { id: 'admin', name: 'Admin', authFlow: 'ADMIN_USER_PASSWORD_AUTH', appClientId: demoClientIds.adminOnly },
    { id: 'custom', name: 'Custom', authFlow: 'CUSTOM_AUTH', appClientId: demoClientIds.customAuth },
  ]);
  standIn.levers.principal('allowed').policy = { Version: '2012-10-17', Statement: [] };
  await app.open();
  const form = signInForm(page);
  const asked = challengeForm(page);
  const choose = (connection: string) => page.getByRole('combobox', { name: 'Connection' }).selectOption(connection);

  await form.send('bob', password);
  await expect(form.clientSecret).toBeFocused();
  await page.getByText('More ways in').click();
  await expect(page.getByRole('button', { name: /^As AWS CLI/ })).toBeVisible();
  await look(page, 'a client secret that is needed, and more ways in');

  await page.getByRole('button', { name: /^As AWS CLI/ }).click();
  await expect(page.getByRole('dialog', { name: 'As AWS CLI' })).toBeVisible();
  await look(page, 'as AWS CLI');
  await page.keyboard.press('Escape');

  await form.chooseWay('Use a token');
  const token = page.getByLabel('Token', { exact: true });
  await token.fill('hello');
  await look(page, 'what is no token');
  await asked.back.click();

  await form.clientSecret.fill(demoClientSecret);
  await form.send('mia', password);
  await expect(asked.code).toBeFocused();
  await asked.code.fill(otherCode(sentCode(standIn, 'mia')));
  await asked.code.press('Enter');
  await expect(asked.failure).toBeVisible();
  await look(page, 'a wrong code');
  await asked.back.click();
  await form.send('sam', password);
  await expect(page.getByRole('group', { name: 'Second factor' })).toBeVisible();
  await look(page, 'a choice between factors');
  await asked.back.click();
  await form.username.fill('bob');
  await form.chooseWay('Forgot password');
  await page.getByRole('button', { name: 'Send another code' }).click();
  await expect(asked.told).toBeVisible();
  await look(page, 'a new password with a code');
  await asked.back.click();

  await choose('Second factor required');
  await form.send('max', password);
  await expect(page.getByRole('img', { name: 'QR code for an authenticator app' })).toBeVisible();
  await look(page, 'an authenticator app to set up');
  await asked.back.click();

  await choose('Admin');
  await form.send('bob', password);
  await expect(form.failure.getByRole('figure', { name: 'IAM policy' })).toBeVisible();
  await look(page, 'a refusal with its policy');

  await choose('Custom');
  await form.send('cleo', '');
  await expect(page.getByLabel('Answer', { exact: true })).toBeVisible();
  await look(page, 'a custom challenge');
  await asked.back.click();

  await page.getByRole('button', { name: 'New connection' }).click();
  const dialog = page.getByRole('dialog', { name: 'New connection' });
  await dialog.getByLabel('User pool id').fill('eu-west-1_AbC123dEf');
  await dialog.getByRole('radio', { name: /^Admin/ }).check();
  await expect(dialog.getByRole('figure', { name: 'IAM policy' })).toBeVisible();
  await look(page, 'the admin flow in the connection’s form');
});

test('a pasted token', async ({ app, page, standIn }) => {
  const { json } = await credsOf(standIn, 'alice');
  await app.open();
  await signInForm(page).chooseWay('Use a token');
  await page.getByLabel('Token', { exact: true }).fill(json);
  const use = page.getByRole('button', { name: 'Use it as alice' });
  await expect(use).toBeVisible();
  await look(page, 'what was found in it');
  await use.click();
  await expect(page.getByRole('button', { name: /^Run as alice, whose token was pasted/ })).toBeVisible();
  await expect(app.operationEditor.locator('.view-lines')).toContainText(/\w/);
  await look(page, 'the strip with its mark');
});

test('working', async ({ app, page }) => {
  await app.open();
  await app.signInAs('alice');
  await app.run();
  await expect(page.getByText('alice may not read Author.salary')).toBeVisible();
  await look(page, 'workbench with an answer and its explanation');

  await page.getByRole('button', { name: 'Add identity' }).click();
  await expect(page.getByRole('dialog', { name: 'Add identity' })).toBeVisible();
  await look(page, 'add-identity dialog');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'Add identity' })).toBeFocused();

  for (const menu of [/^Connection: /, 'More for alice', 'Run as alice']) {
    await page.getByRole('button', { name: menu }).last().click();
    await expect(page.getByRole('menu')).toBeVisible();
    await look(page, `menu ${String(menu)}`);
    await page.keyboard.press('Escape');
    await expect(page.getByRole('menu')).toBeHidden();
  }

  await page.getByRole('button', { name: 'Privacy' }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await look(page, 'privacy dialog');
  await page.keyboard.press('Escape');

  await page.getByRole('button', { name: 'Show Identity' }).click();
  const pane = page.getByRole('region', { name: 'Identity', exact: true });
  await expect(pane.getByRole('status', { name: 'Signature' })).toContainText('Valid');
  await pane.getByText('What was checked').click();
  await look(page, 'identity pane');
  await pane.getByRole('button', { name: 'Sign out everywhere' }).click();
  await expect(page.getByRole('dialog', { name: 'Sign out alice everywhere?' })).toBeVisible();
  await look(page, 'sign-out dialog');
  await page.keyboard.press('Escape');

  await page.getByRole('button', { name: 'More for alice' }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await expect(page.locator('.told')).toBeVisible();
  await look(page, 'signed out, and told what that means');
});
