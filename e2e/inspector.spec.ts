// The Identity pane: who operations run as, what the tokens say and whether that is so, copying, renewing and signing out.
import type { Page } from '@playwright/test';
import type { SeenRequest } from '../stand-in/request-log.ts';
import type { StandIn } from '../stand-in/start.ts';
import { expect, test, type App } from './app.ts';
import { credsOf } from './pasted-tokens.ts';
import { signInForm } from './sign-in-form.ts';
import { chooseRunAs } from './workbench-parts.ts';

const paneOf = (page: Page) => {
  const pane = page.getByRole('region', { name: 'Identity', exact: true });
  return {
    pane,
    verdict: pane.getByRole('status', { name: 'Signature' }),
    claims: (group: string) => pane.getByRole('region', { name: group, exact: true }),
    button: (name: string | RegExp) => pane.getByRole('button', { name }),
  };
};

async function openPane(page: Page) {
  await page.getByRole('button', { name: 'Show Identity' }).click();
  return paneOf(page);
}

async function signInAndOpen(app: App, username: string) {
  await app.open();
  await app.signInAs(username);
  return openPane(app.page);
}

const isKeys = ({ path }: SeenRequest) => path.endsWith('/.well-known/jwks.json');
const keysAsked = ({ levers }: StandIn) => levers.requests.filter(isKeys).length;
const operationsOf = ({ levers }: StandIn, name: string) =>
  levers.requests.filter(({ method, operation }) => method === 'POST' && operation === name).length;

/** The same token, with more groups in it than the pool signed. */
function forged(token: string): string {
  const [header = '', payload = '', signature = ''] = token.split('.');
  const claims = JSON.parse(Buffer.from(payload, 'base64url').toString()) as object;
  const changed = Buffer.from(JSON.stringify({ ...claims, 'cognito:groups': ['admins'] })).toString('base64url');
  return [header, changed, signature].join('.');
}

async function paste(page: Page, token: string): Promise<void> {
  await signInForm(page).chooseWay('Use a token');
  await page.getByLabel('Token', { exact: true }).fill(token);
  await page.getByRole('button', { name: /^Use it/ }).click();
}

test.describe('in the zone of Kolkata', () => {
  test.use({ timezoneId: 'Asia/Kolkata' });
  test('the pane tells who operations run as, and reads both tokens', async ({ app, page, standIn }) => {
    await app.open();
    await app.signInAs('alice');
    const code = () =>
      page.evaluate(() =>
        performance
          .getEntriesByType('resource')
          .map(({ name }) => name)
          .join('\n'),
      );
    expect(await code()).not.toContain('identity-pane');
    const { pane, verdict, claims } = await openPane(page);
    await expect(pane).toContainText('alice');
    await expect(pane).toContainText('Operations run as this user.');
    await expect(pane).toContainText('Demo (on this machine)');
    await expect(pane).toContainText(/at \d\d:\d\d, with a password \(SRP\)/);
    await expect(pane).toContainText(/As of \d\d:\d\d/);
    await expect(pane).toContainText(/in (59|60) minutes, at \d\d:\d\d; renewed by itself before that/);
    expect(await code()).toContain('identity-pane');

    await expect(verdict).toContainText('Valid: signed by the pool, for this connection, not expired.');
    expect(keysAsked(standIn)).toBe(1);
    await pane.getByText('What was checked').click();
    await expect(pane.getByRole('listitem')).toContainText([
      'editors',
      /Signature\. The pool signed it/,
      /Issuer\. Issued by eu-west-1_/,
      /App client\. For 4demo/,
      /Kind\. .* ID token/,
      /Expiry\. Expires in \d+ minutes/,
    ]);

    await expect(claims('Rights')).toContainText(/cognito:groups.*editors.*Groups the user was in/);
    await expect(claims('User')).toContainText(/email.*alice@example\.com/);
    await expect(claims('Times')).toContainText(
      /exp\d+ \w+ \d{4}, \d\d:\d\d:\d\d GMT\+5:30in (59|60) minutes · \d{10}Expires/,
    );
    await expect(claims('Where it comes from')).toContainText(/token_useid/);
    await expect(claims('Header')).toContainText(/kid.*algRS256/);

    // Arrow keys go from tab to tab, and round.
    await pane.getByRole('tab', { name: 'ID token' }).focus();
    await page.keyboard.press('ArrowRight');
    await expect(pane.getByRole('tab', { name: 'Access token' })).toBeFocused();
    await expect(claims('Rights')).toContainText('aws.cognito.signin.user.admin');
    await expect(claims('Where it comes from')).toContainText(/token_useaccess/);
    await expect(verdict).toContainText('Valid:');
    await page.keyboard.press('ArrowRight');
    await expect(pane.getByRole('tab', { name: 'ID token' })).toBeFocused();
    expect(keysAsked(standIn)).toBe(1);
  });
});

test('a change of groups is seen after a renewal, which says what has changed', async ({ app, standIn }) => {
  const { pane, verdict, claims, button } = await signInAndOpen(app, 'alice');
  standIn.levers.user('alice').groups = ['admins', 'readers'];
  await expect(claims('Rights')).toContainText('editors');
  const held = standIn.levers.misbehave(
    { target: 'cognito', operation: 'GetTokensFromRefreshToken' },
    { kind: 'hold' },
  );
  await button('Renew now').click();
  await held.arrived;
  await expect(button('Renewing…')).toBeVisible();
  held.release();
  await expect(
    pane.getByText(/Renewed at \d\d:\d\d\. Now also in admins, readers\. No longer in editors\./),
  ).toBeVisible();
  await expect(claims('Rights')).toContainText(/admins.*readers/);
  await expect(claims('Rights')).not.toContainText('editors');
  await expect(verdict).toContainText('Valid:');
  // Other tokens were looked at anew.
  expect(keysAsked(standIn)).toBe(2);
  await button('Renew now').click();
  await expect(pane.getByText('The groups are the same.')).toBeVisible();
});

test.describe('where the pool’s keys cannot be had', () => {
  test.use({ expectedErrors: [/Failed to load resource/] });
  test('nothing is called valid before it was checked', async ({ app, page, standIn }) => {
    await app.open();
    await app.signInAs('alice');
    const broken = standIn.levers.misbehave({ target: 'cognito', times: 'every' }, { kind: 'drop' });
    const { pane, verdict, claims, button } = await openPane(page);
    await expect(verdict).toContainText(/Could not be checked: nobody answered .*jwks\.json.* then check again\./);
    await expect(claims('User')).toContainText('alice');
    await pane.getByText('What was checked').click();
    await expect(pane.getByRole('listitem').filter({ hasText: 'Issuer' })).toContainText('Not proven:');

    broken.remove();
    const held = standIn.levers.misbehave({ target: 'cognito' }, { kind: 'hold' });
    await button('Check again').click();
    await held.arrived;
    await expect(button('Checking…')).toBeVisible();
    await expect(verdict).not.toContainText('Valid');
    held.release();
    await expect(verdict).toContainText('Valid:');
  });
});

test('a slow check says that it is checking, and nothing else', async ({ app, page, standIn }) => {
  await app.open();
  await app.signInAs('alice');
  const held = standIn.levers.misbehave({ target: 'cognito' }, { kind: 'hold' });
  const { verdict } = await openPane(page);
  await expect(verdict).toHaveText('Checking the signature…');
  held.release();
  await expect(verdict).toContainText('Valid:');
});

test.describe('a token that was tampered with', () => {
  test.use({ expectedErrors: [/status of 401/] });
  test('is not valid; what is not there is not offered, with a reason', async ({ app, page, standIn }) => {
    const { idToken } = await credsOf(standIn, 'alice');
    await app.open();
    await paste(page, forged(idToken));
    const { pane, verdict, claims, button } = await openPane(page);
    await expect(verdict).toContainText(
      'Not valid here. It was changed after it was signed, or the pool never signed it.',
    );
    await expect(pane).not.toContainText('Valid:');
    await expect(claims('Rights')).toContainText('admins');
    await expect(pane.getByRole('tab')).toHaveText(['ID token']);
    await expect(pane).toContainText('The ID token, the only one that was pasted.');
    await expect(pane).toContainText('It cannot be renewed: no refresh token was pasted with it.');
    await expect(pane).toContainText('Signing out everywhere needs an access token, and none was pasted.');
    await expect(button('Renew now')).toBeHidden();
    await expect(button(/Sign out everywhere/)).toBeHidden();
    await button('Paste a new token').click();
    await expect(page.getByRole('dialog', { name: /^Sign in again as alice/ })).toBeVisible();
  });
});

test.describe('copying', () => {
  test('is an explicit act that says what was copied; the token is never in the page', async ({
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
  });

  test('that the browser refuses is said to be refused', async ({ app, page }) => {
    const { pane, button } = await signInAndOpen(app, 'alice');
    await page.evaluate(() => {
      navigator.clipboard.writeText = () => Promise.reject(new DOMException('no', 'NotAllowedError'));
    });
    await button('Copy ID token').click();
    await expect(pane.getByText(/^Nothing was copied: the browser keeps this page from the clipboard\./)).toBeVisible();
  });
});

test('with several identities, the pane follows who operations run as, or looks at another; the editor stays', async ({
  app,
  page,
}) => {
  const { pane, button } = await signInAndOpen(app, 'alice');
  await app.write(app.operationEditor, 'query Kept { about { name } }');
  await app.operationEditor.evaluate((element) => element.setAttribute('data-same', 'yes'));
  await app.addIdentity('carol');
  await expect(button('Identity shown: carol')).toBeVisible();
  await expect(pane).toContainText('Operations run as this user.');
  await expect(pane).toContainText(/Groupsadmins/);

  await button('Identity shown: carol').click();
  await page.getByRole('menuitemradio', { name: 'alice' }).click();
  await expect(pane).toContainText('Operations run as carol.');
  await expect(pane).toContainText(/Groupseditors/);
  await button('Run as alice').click();
  await expect(pane).toContainText('Operations run as this user.');
  await expect(page.getByRole('button', { name: 'Run as alice', exact: true }).last()).toBeVisible();

  // A look at somebody ends when operations run as somebody else.
  await page.getByRole('button', { name: 'More for carol' }).click();
  await page.getByRole('menuitem', { name: 'Show tokens and claims' }).click();
  await expect(button('Identity shown: carol')).toBeVisible();
  await chooseRunAs(page, 'carol');
  await chooseRunAs(page, 'alice');
  await expect(button('Identity shown: alice')).toBeVisible();

  await expect(app.operationEditor).toHaveAttribute('data-same', 'yes');
  await expect(app.operationEditor).toContainText(/query\sKept/);
});

test('the strip’s menu opens the pane on that identity', async ({ app, page }) => {
  await app.open();
  await app.signInAs('alice');
  await app.addIdentity('carol');
  await page.getByRole('button', { name: 'More for alice' }).click();
  await page.getByRole('menuitem', { name: 'Show tokens and claims' }).click();
  const { pane, button } = paneOf(page);
  await expect(button('Identity shown: alice')).toBeVisible();
  expect((await pane.boundingBox())?.x).toBeGreaterThan(0);
  await expect(page.getByRole('button', { name: 'Hide Identity' })).toBeVisible();
});

test('what AppSync gets is chosen in the pane too', async ({ app, page }) => {
  const { pane } = await signInAndOpen(app, 'alice');
  await pane.getByRole('radio', { name: 'ID token' }).focus();
  await page.keyboard.press('ArrowRight');
  await expect(pane.getByRole('radio', { name: 'Access token' })).toBeChecked();
  await app.run();
  await expect(app.stamp).toContainText(/\(access token, editors\)/);
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
  const renewal = await fetch(standIn.cognitoEndpoint, {
    method: 'POST',
    headers: {
      'Content-Type': 'application/x-amz-json-1.1',
      'X-Amz-Target': 'AWSCognitoIdentityProviderService.GetTokensFromRefreshToken',
    },
    body: JSON.stringify({ RefreshToken: elsewhere.refreshToken, ClientId: '4demoappsyncgraphiql0clien' }),
  });
  expect(renewal.status).toBe(400);
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

test.describe('when the pane’s code cannot be fetched', () => {
  test.use({ expectedErrors: [/ERR_FAILED/] });
  test('the pane says so and tries again; the editor goes on', async ({ app, page }) => {
    const code = /\/assets\/identity-pane-[^/]*\.js$/;
    await page.route(code, (route) => route.abort());
    await app.open();
    await app.signInAs('alice');
    await page.getByRole('button', { name: 'Show Identity' }).click();
    await expect(page.locator('.graphiql-plugin').getByRole('alert')).toContainText(
      'This part of the page did not arrive.',
    );
    await app.run();
    await page.unroute(code);
    await page.getByRole('button', { name: 'Try again' }).click();
    await expect(paneOf(page).pane).toContainText('alice');
  });
});

test('360 pixels wide, the pane stands above the editor and both are used', async ({ app, page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  const { pane, verdict, button } = await signInAndOpen(app, 'alice');
  await expect(verdict).toContainText('Valid:');
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  const [paneBox, editorBox] = [await pane.boundingBox(), await app.operationEditor.boundingBox()];
  expect(paneBox?.width).toBeGreaterThan(250);
  expect(editorBox?.width).toBeGreaterThan(200);
  expect(editorBox?.x).toBeLessThan(100);
  await button('Copy ID token').click();
  await app.run();
  await expect(app.stamp).toContainText(/HTTP 200.*as.*alice/);
});
