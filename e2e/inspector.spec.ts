// The Identity pane: who operations run as, and what the tokens say and whether that is so.
import type { SeenRequest } from '../stand-in/request-log.ts';
import type { StandIn } from '../stand-in/start.ts';
import { expect, test } from './app.ts';
import { openPane, paneOf, signInAndOpen } from './identity-pane.ts';
import { credsOf } from './pasted-tokens.ts';
import { signInForm } from './sign-in-form.ts';
import { chooseRunAs } from './workbench-parts.ts';

const isKeys = ({ path }: SeenRequest) => path.endsWith('/.well-known/jwks.json');
const keysAsked = ({ levers }: StandIn) => levers.requests.filter(isKeys).length;
/** The same token, with more groups in it than the pool signed. */
function forged(token: string): string {
  const [header = '', payload = '', signature = ''] = token.split('.');
  const claims = JSON.parse(Buffer.from(payload, 'base64url').toString()) as object;
  const changed = Buffer.from(JSON.stringify({ ...claims, 'cognito:groups': ['admins'] })).toString('base64url');
  return [header, changed, signature].join('.');
}

test.describe('in the zone of Kolkata', () => {
  test.use({ timezoneId: 'Asia/Kolkata' });
  test('the pane tells who operations run as, reads both tokens, and lets one choose which AppSync gets', async ({
    app,
    page,
    standIn,
  }) => {
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

    await pane.getByRole('radio', { name: 'ID token' }).focus();
    await page.keyboard.press('ArrowRight');
    await expect(pane.getByRole('radio', { name: 'Access token' })).toBeChecked();
    await app.run();
    await expect(app.stamp).toContainText(/\(access token, editors\)/);
  });
});

test('a slow check says that it is checking; a change of groups is seen after a renewal, which says what has changed', async ({
  app,
  page,
  standIn,
}) => {
  await app.open();
  await app.signInAs('alice');
  const slow = standIn.levers.misbehave({ target: 'cognito' }, { kind: 'hold' });
  const { pane, verdict, claims, button } = await openPane(page);
  await expect(verdict).toHaveText('Checking the signature…');
  slow.release();
  await expect(verdict).toContainText('Valid:');

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

test.describe('a token that was tampered with', () => {
  test.use({ expectedErrors: [/status of 401/] });
  test('is not valid; what is not there is not offered, with a reason', async ({ app, page, standIn }) => {
    const { idToken } = await credsOf(standIn, 'alice');
    await app.open();
    await signInForm(page).chooseWay('Use a token');
    await page.getByLabel('Token', { exact: true }).fill(forged(idToken));
    await page.getByRole('button', { name: /^Use it/ }).click();
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

test('with several identities, the pane follows who operations run as, or looks at another; the editor stays', async ({
  app,
  page,
}) => {
  await app.open();
  await app.signInAs('alice');
  await app.write(app.operationEditor, 'query Kept { about { name } }');
  await app.operationEditor.evaluate((element) => element.setAttribute('data-same', 'yes'));
  await app.addIdentity('carol');

  // The strip's menu opens it on that identity.
  await page.getByRole('button', { name: 'More for alice' }).click();
  await page.getByRole('menuitem', { name: 'Show tokens and claims' }).click();
  const { pane, button } = paneOf(page);
  await expect(page.getByRole('button', { name: 'Hide Identity' })).toBeVisible();
  expect((await pane.boundingBox())?.x).toBeGreaterThan(0);
  await expect(pane).toContainText('Operations run as carol.');
  await button('Identity shown: alice').click();
  await page.getByRole('menuitemradio', { name: 'carol' }).click();
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
