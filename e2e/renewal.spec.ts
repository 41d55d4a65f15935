// How long a session lasts: its countdown, its renewal in either way, and its end, by itself or by signing out.
import type { Locator, Page } from '@playwright/test';
import { demoClientIds } from '../stand-in/demo/demo-pool.ts';
import type { StandIn } from '../stand-in/start.ts';
import { expect, password, test } from './app.ts';

// Tokens that end within seconds are waited for.
test.describe.configure({ timeout: 60_000 });

const chipOf = (page: Page, username: string): Locator =>
  page.getByRole('list', { name: 'Identities' }).getByRole('button', { name: `Run as ${username}` });

async function choose(page: Page, username: string, item: string): Promise<void> {
  await page.getByRole('button', { name: `More for ${username}` }).click();
  await page.getByRole('menuitem', { name: item }).click();
}

/** Seconds, for the tokens issued from now on. */
function giveTokensALifeOf({ levers }: StandIn, seconds: number): void {
  levers.setTokenLife(demoClientIds.default, { idToken: seconds, accessToken: seconds });
}

const asksCognitoFor = ({ levers }: StandIn, name: string) =>
  levers.nextRequest(
    ({ target, method, operation }) => target === 'cognito' && method === 'POST' && operation === name,
  );

test('a session counts down, and is renewed by itself before it ends', async ({ app, standIn }) => {
  giveTokensALifeOf(standIn, 10);
  await app.open();
  const renewed = asksCognitoFor(standIn, 'GetTokensFromRefreshToken');
  await app.signInAs('alice');
  await expect(chipOf(app.page, 'alice')).toContainText(/expires in \d+ s/);
  giveTokensALifeOf(standIn, 3600);
  expect(await (await renewed).ended).toBe('answered');
  await expect(chipOf(app.page, 'alice')).toContainText(/1:00:00|59:\d\d/);
  await app.run();
  await expect(app.stamp).toContainText(/HTTP 200.*as.*alice/);
});

test.describe('where Cognito does not take the newer way to renew', () => {
  test.use({ expectedErrors: [/status of 400/] });
  test('the older one is taken, and remembered', async ({ app, standIn }) => {
    standIn.levers.misbehave(
      { target: 'cognito', operation: 'GetTokensFromRefreshToken' },
      { kind: 'error', type: 'UnknownOperationException', message: 'Unknown operation' },
    );
    await app.open();
    await app.signInAs('alice');
    const byFlow = asksCognitoFor(standIn, 'InitiateAuth');
    await choose(app.page, 'alice', 'Renew the tokens now');
    await byFlow;
    await expect(app.page.getByText('The tokens of alice are renewed.')).toBeVisible();
    await app.page.getByRole('button', { name: 'Close', exact: true }).click();

    const again = asksCognitoFor(standIn, 'InitiateAuth');
    await choose(app.page, 'alice', 'Renew the tokens now');
    await again;
    await expect(app.page.getByText('The tokens of alice are renewed.')).toBeVisible();
    const newer = standIn.levers.requests.filter(
      ({ method, operation }) => method === 'POST' && operation === 'GetTokensFromRefreshToken',
    );
    expect(newer).toHaveLength(1);
  });
});

test.describe('when a renewal is refused', () => {
  test.use({ expectedErrors: [/status of 400/] });

  test('the session says so, and signing in again loses nothing', async ({ app, standIn }) => {
    const { page } = app;
    await app.open();
    await app.signInAs('alice');
    await app.write(app.operationEditor, 'query Kept { about { name } }');
    standIn.levers.expireRefreshTokens();
    await choose(page, 'alice', 'Renew the tokens now');
    await expect(page.locator('.told')).toContainText(/AWS says:.*Refresh Token has expired/i);
    await expect(page.getByRole('list', { name: 'Identities' })).toContainText(/alicenot renewed, (1:00:00|59:\d\d)/);
    // Until it ends, the token is still good.
    await app.run();
    await expect(app.stamp).toContainText(/HTTP 200.*as.*alice/);

    await page.getByRole('button', { name: 'Sign in again', exact: true }).click();
    const dialog = page.getByRole('dialog', { name: 'Sign in again as alice' });
    await expect(dialog.getByLabel('Username')).toHaveValue('alice');
    await dialog.getByLabel('Password', { exact: true }).fill(password);
    await dialog.getByRole('button', { name: 'Sign in', exact: true }).click();
    await expect(dialog).toBeHidden();
    await expect(chipOf(page, 'alice')).toContainText(/alice(1:00:00|59:\d\d)/);
    await expect(chipOf(page, 'alice')).toHaveCount(1);
    await expect(page.getByRole('button', { name: 'Sign in again', exact: true })).toBeHidden();
    await expect(app.operationEditor).toContainText(/query\sKept/);
    await app.run();
    await expect(app.response).toContainText(/"about"/);
  });

  test('an operation of a session that is over is not sent, and offers the sign-in', async ({ app, standIn }) => {
    const { page } = app;
    giveTokensALifeOf(standIn, 8);
    await app.open();
    // The renewal is refused when it comes, however early that is.
    const renewals = { target: 'cognito', operation: 'GetTokensFromRefreshToken', times: 'every' } as const;
    const refused = { kind: 'error', type: 'NotAuthorizedException', message: 'Refresh Token has expired' } as const;
    standIn.levers.misbehave(renewals, refused);
    await app.signInAs('bob');
    giveTokensALifeOf(standIn, 3600);
    await app.write(app.operationEditor, 'query Kept { about { name } }');
    await expect(chipOf(page, 'bob')).toContainText(/bobexpired/, { timeout: 30_000 });
    await page.getByRole('button', { name: /Execute query/ }).click();
    await expect(page.getByText('The operation was not sent: this session is over.')).toBeVisible();
    expect(standIn.levers.requests.some(({ operation }) => operation === 'Kept')).toBe(false);

    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    const dialog = page.getByRole('dialog', { name: 'Sign in again as bob' });
    await dialog.getByLabel('Password', { exact: true }).fill(password);
    await page.keyboard.press('Enter');
    await expect(dialog).toBeHidden();
    await app.run();
    await expect(app.stamp).toContainText(/HTTP 200.*as.*bob/);
    await expect(app.response).toContainText(/"about"/);
  });
});

test('signing out revokes, says how long AppSync still accepts the token, and keeps what was written', async ({
  app,
  standIn,
}) => {
  const { page } = app;
  await app.open();
  await app.signInAs('alice');
  await app.addIdentity('bob');
  await app.write(app.operationEditor, 'query Kept { about { name } }');

  const revoked = asksCognitoFor(standIn, 'RevokeToken');
  await choose(page, 'bob', 'Sign out');
  expect(await (await revoked).ended).toBe('answered');
  await expect(
    page.getByText(
      /^bob is signed out, and the session is revoked at Cognito\. AppSync accepts the tokens already issued until \d\d:\d\d\.$/,
    ),
  ).toBeVisible();
  await expect(chipOf(page, 'bob')).toBeHidden();
  await expect(chipOf(page, 'alice')).toHaveAttribute('aria-pressed', 'true');
  // The menu that had the focus is gone with its user; the keyboard goes on where it says who asks now.
  const runAs = page.getByRole('button', { name: 'Run as alice', exact: true }).last();
  await expect(runAs).toBeFocused();
  await page.getByRole('button', { name: 'Close', exact: true }).press('Enter');
  await expect(page.getByText(/^bob is signed out/)).toBeHidden();
  await expect(runAs).toBeFocused();
  await app.run();
  await expect(app.stamp).toContainText(/HTTP 200.*as.*alice/);

  await choose(page, 'alice', 'Sign out');
  await expect(page.getByRole('heading', { name: 'AppSync GraphiQL' })).toBeVisible();
  await expect(page.getByText(/^alice is signed out/)).toBeVisible();
  await expect(page.getByLabel('Username')).toBeFocused();
  await expect(page.getByRole('button', { name: /Execute query/ })).toBeHidden();
  await app.signInAs('carol');
  await expect(page.getByText(/^alice is signed out/)).toBeHidden();
  await expect(app.operationEditor).toContainText(/query\sKept/);
  await app.run();
  await expect(app.stamp).toContainText(/HTTP 200.*as.*carol/);
});

test.describe('when Cognito cannot be reached', () => {
  test.use({ expectedErrors: [/Failed to load resource/] });
  test('signing out forgets the session here all the same, and says that it is not revoked', async ({
    app,
    standIn,
  }) => {
    await app.open();
    await app.signInAs('alice');
    standIn.levers.misbehave({ target: 'cognito', operation: 'RevokeToken', times: 'every' }, { kind: 'drop' });
    await choose(app.page, 'alice', 'Sign out');
    await expect(
      app.page.getByText(/^alice is signed out here, but .* could not be revoked at Cognito\./),
    ).toBeVisible();
    await expect(app.page.getByRole('heading', { name: 'Sign in', exact: true })).toBeVisible();
  });
});
