// What is done in the Identity pane: copying, renewing, and signing out, here, everywhere and all together.
import { demoClientIds } from '../stand-in/demo/demo-pool.ts';
import { expect, test } from './app.ts';
import { askCognito } from './ask-cognito.ts';
import { openPane, operationsOf, paneOf, signInAndOpen } from './identity-pane.ts';
import { credsOf } from './pasted-tokens.ts';
import { chooseRunAs } from './workbench-parts.ts';

test('copying is an explicit act that says what was copied, or that the browser refused; the token is never in the page', async ({
  app,
  page,
  context,
  standIn,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: app.origin });
  await app.open();
  const answer = page.waitForResponse(
    async (response) =>
      response.url() === standIn.cognitoEndpoint &&
      response.request().method() === 'POST' &&
      (await response.text()).includes('"IdToken"'),
  );
  await app.signInAs('alice');
  const { AuthenticationResult: tokens } = (await (await answer).json()) as {
    AuthenticationResult: { IdToken: string; AccessToken: string };
  };
  const { pane, button } = await openPane(page);
  const clipboard = () => page.evaluate(() => navigator.clipboard.readText());

  await expect(button('Copy ID token')).toHaveAccessibleDescription(
    /Whoever has the token is alice at this API until \d\d:\d\d/,
  );
  await button('Copy ID token').click();
  await expect(pane.getByText(/^Copied: ID token of alice, expires \d\d:\d\d\.$/)).toBeVisible();
  expect(await clipboard()).toBe(tokens.IdToken);

  await button('Copy claims as JSON').click();
  await expect(pane.getByText('Copied: claims of the ID token of alice.')).toBeVisible();
  expect(JSON.parse(await clipboard())).toMatchObject({ 'cognito:username': 'alice', token_use: 'id' });

  await pane.getByRole('tab', { name: 'Access token' }).click();
  await expect(pane.getByText(/^Copied/)).toBeHidden();
  await button('Copy access token').click();
  await expect(pane.getByText(/^Copied: access token of alice, expires \d\d:\d\d\.$/)).toBeVisible();
  expect(await clipboard()).toBe(tokens.AccessToken);

  const html = await page.content();
  for (const token of [tokens.IdToken, tokens.AccessToken]) {
    for (const part of token.split('.').slice(1)) expect(html.includes(part)).toBe(false);
  }

  await page.evaluate(() => {
    navigator.clipboard.writeText = () => Promise.reject(new DOMException('no', 'NotAllowedError'));
  });
  await button('Copy access token').click();
  await expect(pane.getByText(/^Nothing was copied: the browser keeps this page from the clipboard\./)).toBeVisible();
});

test.describe('a renewal that fails', () => {
  test.use({ expectedErrors: [/status of 400/] });
  test('is explained in the pane, which then offers to sign in again', async ({ app, page, standIn }) => {
    const { pane, button } = await signInAndOpen(app, 'alice');
    standIn.levers.expireRefreshTokens();
    await button('Renew now').click();
    await expect(pane.getByText(/AWS says:.*Refresh Token has expired/)).toBeVisible();
    await expect(pane).toContainText(/AppSync takes its token until \d\d:\d\d\./);
    await expect(button('Renew now')).toBeHidden();
    await button('Sign in again').click();
    await expect(page.getByRole('dialog', { name: 'Sign in again as alice' })).toBeVisible();
  });
});

test('signing out everywhere says what it ends and what not, and ends the sessions elsewhere', async ({
  app,
  page,
  standIn,
}) => {
  const elsewhere = await credsOf(standIn, 'alice');
  const { button } = await signInAndOpen(app, 'alice');
  await app.addIdentity('bob');
  await chooseRunAs(page, 'alice');
  await button(/Sign out everywhere/).click();
  const dialog = page.getByRole('dialog', { name: 'Sign out alice everywhere?' });
  await expect(dialog).toContainText('Cognito ends every session of alice');
  await expect(dialog).toContainText(
    /AppSync asks no one and accepts them until they expire; the ones here until \d\d:\d\d\./,
  );
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await expect(button(/Sign out everywhere/)).toBeFocused();
  expect(operationsOf(standIn, 'GlobalSignOut')).toBe(0);

  await button(/Sign out everywhere/).click();
  await dialog.getByRole('button', { name: 'Sign out everywhere' }).click();
  await expect(
    page.getByText(/^alice is signed out everywhere: .* AppSync accepts the tokens already issued until/),
  ).toBeVisible();
  expect(operationsOf(standIn, 'GlobalSignOut')).toBe(1);
  await expect(paneOf(page).pane).toContainText('bob');
  // Whoever else had signed in as alice is not renewed any more: the stand-in says so, not the page.
  const renewal = { RefreshToken: elsewhere.refreshToken, ClientId: demoClientIds.default };
  expect(await askCognito(standIn, 'GetTokensFromRefreshToken', renewal)).toMatchObject({
    message: 'Refresh Token has been revoked',
  });
});

test('signing out here, and signing out all', async ({ app, page, standIn }) => {
  const { button } = await signInAndOpen(app, 'alice');
  await app.addIdentity('bob');
  await app.addIdentity('carol');
  await button('Sign out here').click();
  await expect(page.getByText(/^carol is signed out, and the session is revoked at Cognito\./)).toBeVisible();
  await page.getByRole('button', { name: 'Close', exact: true }).click();

  await button('Sign out all 2').click();
  await expect(
    page.getByText(/^alice and bob are signed out, and their sessions are revoked at Cognito\. AppSync accepts/),
  ).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Sign in', exact: true })).toBeVisible();
  expect(operationsOf(standIn, 'RevokeToken')).toBe(3);
  await page.getByRole('button', { name: 'Close', exact: true }).click();
  // The pane is open again for the next one.
  await app.signInAs('erin');
  await expect(paneOf(page).pane).toContainText('erin');
});
