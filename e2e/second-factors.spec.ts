// Second factors: codes by message and by app, the choice between them, setting one up, and chains of all that.
import { demoTotpSecrets } from '../stand-in/demo/demo-people.ts';
import type { UserPool } from '../stand-in/cognito/user-pool.ts';
import { demoMfaClientId, demoMfaPool, demoMfaPoolId } from '../stand-in/demo/demo-mfa-pool.ts';
import { demoWorld } from '../stand-in/demo-world.ts';
import { startStandIn } from '../stand-in/start.ts';
import { expect, password, test, type App } from './app.ts';
import { appCode, otherCode, sentCode } from './codes.ts';
import { challengeForm, keepConnection, signInForm } from './sign-in-form.ts';

// Chromium writes every answer that is not a success to the console.
test.use({ expectedErrors: [/^Failed to load resource/], permissions: ['clipboard-read', 'clipboard-write'] });

const inMfaPool = { userPoolId: demoMfaPoolId, appClientId: demoMfaClientId };

async function expectSignedIn(app: App, username: string): Promise<void> {
  await app.run();
  await expect(app.stamp).toContainText(new RegExp(`HTTP 200.*as.*${username}`));
}

const messages = [
  { by: 'text message', username: 'mia', title: 'Enter the code from the text message', to: '+*******0123' },
  { by: 'e-mail', username: 'emma', title: 'Enter the code from the e-mail', to: 'e***@e***' },
];

for (const { by, username, title, to } of messages) {
  test(`a code by ${by}: a wrong one is told in place, the right one may have spaces and dashes`, async ({
    app,
    standIn,
  }) => {
    await app.open();
    await signInForm(app.page).send(username, password);
    const asked = challengeForm(app.page);
    await expect(asked.title).toHaveText(title);
    await expect(app.page.getByText(to)).toBeVisible();
    await expect(asked.code).toBeFocused();
    await expect(asked.code).toHaveAttribute('inputmode', 'numeric');
    await expect(asked.code).toHaveAttribute('autocomplete', 'one-time-code');

    const code = sentCode(standIn, username);
    await asked.code.fill(otherCode(code));
    await asked.code.press('Enter');
    await expect(asked.failure.locator('q')).toHaveText('Invalid code or auth state for the user.');
    await expect(asked.code).toBeFocused();
    await expect(asked.code).toHaveValue(otherCode(code));

    await asked.code.fill(` ${code.slice(0, 3)}-${code.slice(3)} `);
    await asked.code.press('Enter');
    await expectSignedIn(app, username);
  });
}

test('a field left empty is asked for in its place; in the demo the code is a click away, in a tab of its own', async ({
  app,
  page,
  standIn,
}) => {
  await app.open();
  await signInForm(page).send('mia', password);
  const asked = challengeForm(page);
  await expect(asked.code).toBeFocused();
  const before = standIn.levers.requests.length;
  await asked.code.press('Enter');
  await expect(asked.code).toHaveAccessibleDescription(/Needed/);
  await expect(asked.code).toBeFocused();
  expect(standIn.levers.requests).toHaveLength(before);
  const opened = page.waitForEvent('popup');
  await page.getByRole('link', { name: 'pretend mailbox' }).click();
  await expect((await opened).getByText(sentCode(standIn, 'mia')).first()).toBeVisible();
  await expect(asked.code).toHaveValue('');
});

test('a code that comes too late leads back to the password, with a sentence why', async ({ app, page, standIn }) => {
  await app.open();
  const form = signInForm(page);
  await form.send('mia', password);
  const asked = challengeForm(page);
  await expect(asked.code).toBeFocused();
  const late = sentCode(standIn, 'mia');
  standIn.levers.moveClock(4 * 60_000);
  await asked.code.fill(late);
  await asked.code.press('Enter');
  await expect(form.failure).toContainText('The sign-in took too long.');
  await expect(form.username).toHaveValue('mia');
  await expect(form.password).toHaveValue(password);
  await form.submit.click();
  await expect(asked.code).toBeFocused();
  await asked.code.fill(sentCode(standIn, 'mia'));
  await asked.code.press('Enter');
  await expectSignedIn(app, 'mia');
});

test('a code of an authenticator app signs in', async ({ app, page, standIn }) => {
  await app.open();
  await signInForm(page).send('tom', password);
  const asked = challengeForm(page);
  await expect(asked.title).toHaveText('Enter the code of the authenticator app');
  await expect(page.getByText('pretend phone')).toBeVisible();
  await asked.code.fill(appCode(standIn, demoTotpSecrets.tom));
  await asked.code.press('Enter');
  await expectSignedIn(app, 'tom');
});

test('one of two factors is chosen by keyboard, and its code comes next', async ({ app, page, standIn }) => {
  await app.open();
  await signInForm(page).send('sam', password);
  const choice = page.getByRole('group', { name: 'Second factor' });
  await expect(choice.getByRole('radio', { name: 'Text message' })).toBeFocused();
  await expect(choice.getByRole('radio', { name: 'Text message' })).toBeChecked();
  await page.keyboard.press('ArrowDown');
  await expect(choice.getByRole('radio', { name: 'Authenticator app' })).toBeChecked();
  await page.keyboard.press('Enter');
  const asked = challengeForm(page);
  await expect(asked.title).toHaveText('Enter the code of the authenticator app');
  await expect(page.getByText('Step 3')).toBeVisible();
  await asked.code.fill(appCode(standIn, demoTotpSecrets.sam));
  await asked.code.press('Enter');
  await expectSignedIn(app, 'sam');
});

test('an authenticator app is set up with what the form shows', async ({ app, page, standIn }) => {
  await keepConnection(app.configFolder, standIn, inMfaPool);
  await app.open();
  await signInForm(page).send('max', password);
  const asked = challengeForm(page);
  await expect(asked.title).toHaveText('Set up an authenticator app');
  await expect(page.getByRole('img', { name: 'QR code for an authenticator app' })).toBeVisible();
  await page.getByRole('button', { name: 'Copy the key' }).click();
  await expect(page.getByRole('button', { name: 'Copied' })).toBeVisible();
  const secret = await page.evaluate(() => navigator.clipboard.readText());
  expect(secret).toBe(standIn.levers.user('max').softwareToken?.secret);
  await expect(page.getByText(secret.match(/.{1,4}/g)?.join(' ') ?? '', { exact: true })).toBeVisible();

  await asked.code.fill(otherCode(appCode(standIn, secret)));
  await asked.code.press('Enter');
  await expect(asked.failure.locator('q')).toHaveText('Code mismatch and fail enable Software Token MFA');
  await expect(asked.code).toBeFocused();
  await asked.code.fill(appCode(standIn, secret));
  await asked.code.press('Enter');
  await expectSignedIn(app, 'max');
});

test('a chain: a new password, then a factor to set up, and its code at the next sign-in', async ({
  app,
  page,
  standIn,
}) => {
  const newPassword = 'An0ther-passw0rd!';
  await keepConnection(app.configFolder, standIn, inMfaPool);
  await app.open();
  const form = signInForm(page);
  await form.send('nora', password);
  const asked = challengeForm(page);
  await asked.newPassword.fill(newPassword);
  await asked.newPassword.press('Enter');
  await expect(asked.title).toHaveText('Set up an authenticator app');
  await expect(page.getByText('Step 3')).toBeVisible();
  const secret = standIn.levers.user('nora').softwareToken?.secret ?? '';
  await asked.code.fill(appCode(standIn, secret));
  await asked.code.press('Enter');
  await expectSignedIn(app, 'nora');

  await page.reload();
  await form.send('nora', newPassword);
  await expect(asked.title).toHaveText('Enter the code of the authenticator app');
  // Each code is good once.
  standIn.levers.moveClock(30_000);
  await asked.code.fill(appCode(standIn, secret));
  await asked.code.press('Enter');
  await expectSignedIn(app, 'nora');
});

test.describe('where the pool takes e-mail as a second factor too', () => {
  test.use({
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads the parameter's shape
    standIn: async ({}, use) => {
      const pool: UserPool = { ...demoMfaPool(), enabledMfas: ['SOFTWARE_TOKEN_MFA', 'EMAIL_OTP'] };
      const standIn = await startStandIn({ world: { ...demoWorld(), pools: [pool] } });
      await use(standIn);
      await standIn.close();
    },
  });

  test('codes by e-mail are set up by typing the address, and the first one follows', async ({
    app,
    page,
    standIn,
  }) => {
    await keepConnection(app.configFolder, standIn, inMfaPool);
    await app.open();
    await signInForm(page).send('max', password);
    const asked = challengeForm(page);
    await expect(asked.title).toHaveText('Choose a second factor');
    await page.getByRole('radio', { name: 'E-mail' }).check();
    await page.getByRole('button', { name: 'Continue' }).click();
    await expect(asked.title).toHaveText('Set up codes by e-mail');
    const address = page.getByLabel('E-mail address');
    await expect(address).toBeFocused();
    await address.fill('max@elsewhere.example');
    await address.press('Enter');
    await expect(asked.title).toHaveText('Enter the code from the e-mail');
    await expect(page.getByText('m***@e***')).toBeVisible();
    await asked.code.fill(sentCode(standIn, 'max'));
    await asked.code.press('Enter');
    await expectSignedIn(app, 'max');
    expect(standIn.levers.user('max')).toMatchObject({
      enabledMfas: ['EMAIL_OTP'],
      attributes: { email: 'max@elsewhere.example' },
    });
  });
});
