// A token from elsewhere becomes an identity: pasted or dropped, judged at once, marked as pasted, renewed if it can be.
import type { Page } from '@playwright/test';
import { demoClientIds } from '../stand-in/demo/demo-pool.ts';
import { demoMfaClientId, demoMfaPoolId } from '../stand-in/demo/demo-mfa-pool.ts';
import { expect, test } from './app.ts';
import { credsOf, dropFile } from './pasted-tokens.ts';
import { keepConnection, signInForm } from './sign-in-form.ts';

const tokenForm = (page: Page) => ({
  area: page.getByLabel('Token', { exact: true }),
  verdict: page.locator('.sign-in-card').getByRole('status'),
  use: page.getByRole('button', { name: /^Use it/ }),
  back: page.getByRole('button', { name: 'Back' }),
});

const strip = (page: Page) => page.getByRole('list', { name: 'Identities' });

test('an ID token pasted, however it was copied, runs as its user, and is marked as pasted', async ({
  app,
  page,
  standIn,
}) => {
  const { idToken } = await credsOf(standIn, 'alice');
  await app.open();
  await signInForm(page).chooseWay('Use a token');
  const form = tokenForm(page);
  await expect(form.area).toBeFocused();
  for (const copied of [idToken, `Bearer ${idToken}\n`, `  "IdToken": "${idToken}",`]) {
    await form.area.fill('');
    await expect(form.verdict).toHaveText('');
    await form.area.fill(copied);
    await expect(form.verdict).toContainText('Found: ID token of alice (editors).');
    await expect(form.verdict).toContainText('cannot be renewed');
    await expect(form.use).toHaveText('Use it as alice');
  }
  await form.use.click();
  await app.run();
  await expect(app.stamp).toContainText(/HTTP 200.*as.*alice/);
  await expect(strip(page).getByRole('button', { name: 'Run as alice, whose token was pasted' })).toContainText(
    'pasted',
  );
  // What is not there is not offered.
  await page.getByRole('button', { name: 'Run as alice', exact: true }).click();
  await expect(page.getByRole('menuitemradio', { name: /ID token/ })).toBeVisible();
  await expect(page.getByRole('menuitemradio', { name: /Access token/ })).toBeHidden();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'More for alice' }).click();
  await expect(page.getByRole('menuitem', { name: 'Paste a new token…' })).toBeVisible();
  await expect(page.getByRole('menuitem', { name: 'Renew the tokens now' })).toBeHidden();
  await page.getByRole('menuitem', { name: 'Paste a new token…' }).click();
  const again = page.getByRole('dialog', { name: 'Sign in again as alice' });
  await expect(again.getByLabel('Token', { exact: true })).toBeFocused();
  await again.getByRole('button', { name: 'Back' }).click();
  await expect(signInForm(again).username).toHaveValue('alice');
});

test('the AWS CLI’s whole answer, dropped as a file, holds both tokens and can be renewed', async ({
  app,
  page,
  standIn,
}) => {
  const { json } = await credsOf(standIn, 'carol');
  await app.open();
  await expect(signInForm(page).submit).toBeVisible();
  await dropFile(page, '.sign-in-card', 'creds.json', json);
  const form = tokenForm(page);
  await expect(form.area).toHaveValue(json);
  await expect(form.verdict).toContainText('Found: ID token and access token of carol (admins).');
  await expect(form.verdict).toContainText('renewed with its refresh token');
  await form.area.press('Tab');
  await form.use.click();
  await app.run();
  await expect(app.stamp).toContainText(/HTTP 200.*as.*carol/);
  await page.getByRole('button', { name: 'More for carol' }).click();
  await page.getByRole('menuitem', { name: 'Renew the tokens now' }).click();
  await expect(page.getByText('The tokens of carol are renewed.')).toBeVisible();
});

test('what is past its time is renewed before it is used', async ({ app, page, standIn }) => {
  standIn.levers.moveClock(-2 * 3600_000);
  const { json } = await credsOf(standIn, 'carol');
  standIn.levers.moveClock(2 * 3600_000);
  await app.open();
  await signInForm(page).chooseWay('Use a token');
  const form = tokenForm(page);
  await form.area.fill(json);
  await expect(form.verdict).toContainText('renewed before it is used');
  await form.use.click();
  await app.run();
  await expect(app.stamp).toContainText(/HTTP 200.*as.*carol/);
});

test('what is no token for this connection is said at once, what was pasted stays, and nothing is sent', async ({
  app,
  page,
  standIn,
}) => {
  const { idToken } = await credsOf(standIn, 'alice');
  const other = await credsOf(standIn, 'alice', demoClientIds.passwordOnly);
  standIn.levers.moveClock(-2 * 3600_000);
  const old = await credsOf(standIn, 'alice');
  standIn.levers.moveClock(2 * 3600_000);
  const before = standIn.levers.requests.length;
  await app.open();
  await signInForm(page).type('bob', 'half a passw');
  await signInForm(page).chooseWay('Use a token');
  const form = tokenForm(page);
  for (const [text, sentence] of [
    ['hello', 'This is no token'],
    [idToken.slice(0, 40), 'cut or damaged'],
    [old.idToken, 'This token expired on'],
    [other.idToken, `issued to the app client ${demoClientIds.passwordOnly}`],
    ['{"ChallengeName":"SMS_MFA"}', 'Cognito asks for SMS_MFA'],
    [old.refreshToken, 'This is a refresh token'],
  ] as const) {
    await form.area.fill(text);
    await expect(form.verdict).toContainText(sentence);
    await expect(form.use).toHaveAttribute('aria-disabled', 'true');
    await form.use.click({ force: true });
    await expect(form.area).toHaveValue(text);
    await expect(form.area).toBeFocused();
  }
  await form.back.click();
  await expect(signInForm(page).username).toHaveValue('bob');
  await expect(signInForm(page).password).toHaveValue('half a passw');
  expect(standIn.levers.requests).toHaveLength(before);
});

test('a token of another pool names both pools', async ({ app, page, standIn }) => {
  await keepConnection(app.configFolder, standIn, { userPoolId: demoMfaPoolId, appClientId: demoMfaClientId });
  const { idToken } = await credsOf(standIn, 'alice');
  await app.open();
  await signInForm(page).chooseWay('Use a token');
  await tokenForm(page).area.fill(idToken);
  await expect(tokenForm(page).verdict).toContainText(/of the user pool eu-west-1_Dem0Poo1x.*is eu-west-1_Dem0Mfa2x/);
});

test('a file let go beside the card does not open in the page’s place', async ({ app, page }) => {
  await app.open();
  await expect(signInForm(page).submit).toBeVisible();
  await expect(page.getByRole('combobox', { name: 'Connection' })).toHaveValue('demo');
  const prevented = await page.getByRole('heading', { level: 1 }).evaluate((heading) => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File(['{}'], 'creds.json'));
    return !heading.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
  });
  expect(prevented).toBe(true);
});
