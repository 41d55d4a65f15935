// What becomes of a credential that is no user's, at the API's door and on its socket: let in, or refused with the answer raw and its kind named beside it.
import type { Page } from '@playwright/test';
import { demoPasses } from '../stand-in/demo/blog-authorizer.ts';
import type { StandIn } from '../stand-in/start.ts';
import { expect, test, type App } from './app.ts';
import { keepConnection } from './sign-in-form.ts';
import { runButton } from './workbench-parts.ts';

// Each refusal is one of the network's too.
test.use({ expectedErrors: [/status of 40[13]/] });

const chip = (page: Page, name: string) =>
  page.getByRole('list', { name: 'Identities' }).getByRole('button', { name: `Run as ${name}`, exact: true });
const said = (page: Page) => page.getByRole('status', { name: 'What went wrong' });

/** The form of a kind, from the front page at first and from the strip later. */
async function openKind(page: Page, kind: 'API key' | 'Token' | 'IAM') {
  const dialog = page.getByRole('dialog', { name: 'Add identity' });
  await page.getByRole('button', { name: 'Add identity' }).click();
  await dialog.getByRole('tab', { name: kind }).click();
  return dialog;
}

async function addToken(page: Page, judge: 'Lambda' | 'OpenID Connect', token: string, name: string, prefix = '') {
  const dialog = await openKind(page, 'Token');
  await dialog.getByRole('radio', { name: judge }).check();
  await dialog.getByRole('textbox', { name: 'Token' }).fill(token);
  if (prefix) await dialog.getByRole('textbox', { name: /^Prefix/ }).fill(prefix);
  await dialog.getByRole('textbox', { name: /^Name/ }).fill(name);
  await dialog.getByRole('button', { name: 'Add the token' }).click();
  await expect(chip(page, name)).toHaveAttribute('aria-pressed', 'true');
}

/** Without a user: only then is it sure who asked. */
async function enterByKey(app: App): Promise<void> {
  await app.open();
  await app.page.getByText('Without signing in').first().click();
  await app.page
    .getByRole('region', { name: 'The demo’s people' })
    .getByRole('button', { name: /^API key/ })
    .click();
  await expect(chip(app.page, 'API key')).toBeVisible();
}

async function listen({ page, operationEditor, write }: App, as: string) {
  await write(operationEditor, 'subscription Posts { onCreatePost { id title } }');
  await runButton(page).click();
  const view = page.getByRole('region', { name: 'Events of Posts' });
  await expect(view.getByText(`Connected as ${as}`)).toBeVisible();
  return view;
}

async function expectEventAndStop(view: ReturnType<Page['getByRole']>, as: string, { levers }: StandIn) {
  const title = `Heard by ${as}`;
  const post = { id: '1', title, owner: 'alice', createdAt: '2026-02-28T10:00:00Z' };
  expect(levers.realtime().publish('onCreatePost', post)).toBe(1);
  await expect(view.getByRole('listitem')).toContainText(title);
  const stopped = levers.realtime().nextFrame(({ from, type }) => from === 'client' && type === 'stop');
  await view
    .page()
    .getByRole('button', { name: /^Stop subscription/ })
    .click();
  await stopped;
  await expect(view.getByText('Stopped')).toBeVisible();
  await expect.poll(() => levers.realtime().publish('onCreatePost', post)).toBe(0);
}

test('a token that the Lambda authorizer refuses is told so; with its prefix it asks, and listens until Stop', async ({
  app,
  page,
  standIn,
}) => {
  await enterByKey(app);
  await addToken(page, 'Lambda', demoPasses.revoked, 'old pass');
  await app.write(app.operationEditor, '{ identity }');
  await app.run();
  await expect(app.stamp).toContainText(/HTTP 401.*as.*old pass \(Lambda token\)/);
  await expect(app.response).toContainText(/"UnauthorizedException"/);
  await expect(said(page)).toContainText('The API’s Lambda authorizer did not let old pass in.');
  await expect(said(page)).toContainText('Check the token and the prefix it is sent with');

  const [prefix, word = ''] = [`${demoPasses.press.split('-')[0]}-`, demoPasses.press.split('-')[1]];
  await addToken(page, 'Lambda', word, 'press pass', prefix);
  await app.run();
  await expect(app.stamp).toContainText(/HTTP 200.*as.*press pass \(Lambda token\)/);
  await expect(app.response).toContainText('press');
  await expect(said(page)).toBeHidden();

  await expectEventAndStop(await listen(app, 'press pass'), 'press pass', standIn);
});

test('a JWT of another issuer is refused and told apart from a user’s; one of the API’s own issuer asks', async ({
  app,
  page,
  standIn,
}) => {
  await enterByKey(app);
  await addToken(
    page,
    'OpenID Connect',
    await standIn.levers.oidcToken({ iss: 'https://id.elsewhere.example' }),
    'stranger',
  );
  await app.write(app.operationEditor, '{ identity }');
  await app.run();
  await expect(app.stamp).toContainText(/HTTP 401.*as.*stranger \(OIDC token\)/);
  await expect(app.response).toContainText(/"UnauthorizedException"/);
  await expect(said(page)).toContainText('AppSync refused the token of stranger.');
  await expect(said(page)).toContainText('Its issuer is not the provider that the API trusts');

  await addToken(page, 'OpenID Connect', `Bearer ${await standIn.levers.oidcToken()}`, 'visitor');
  await app.run();
  await expect(app.stamp).toContainText(/HTTP 200.*as.*visitor \(OIDC token\)/);
  await expect(app.response).toContainText('/oidc/press-club');
});

test('an API key listens, and Stop ends it', async ({ app, standIn }) => {
  await enterByKey(app);
  await expectEventAndStop(await listen(app, 'API key'), 'API key', standIn);
});

test('a signature for another region than the API’s is told as that', async ({ app, page, standIn }) => {
  // Not on AWS’s own host, so the region is the user pool’s.
  await keepConnection(app.configFolder, standIn, { userPoolId: 'us-east-1_AbC123dEf' });
  await app.open();
  await page.getByText('More ways in').click();
  await page.getByRole('button', { name: /^Without signing in/ }).click();
  await page.getByRole('tab', { name: 'IAM' }).click();
  await page.getByRole('button', { name: 'Add IAM' }).click();
  await expect(chip(page, 'IAM')).toHaveAttribute('aria-pressed', 'true');
  await app.write(app.operationEditor, '{ about { name } }');
  await app.run();
  await expect(app.stamp).toContainText(/HTTP 403.*as.*IAM \(IAM\)/);
  await expect(app.response).toContainText(/valid\s+region/);
  await expect(said(page)).toContainText('The signature is for another region than the API’s.');
});
