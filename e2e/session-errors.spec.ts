// What Cognito may refuse of who is signed in: renewals and sign-outs. Each of its messages stands verbatim beside words of ours,
// and the editor keeps what was written.
import type { Page } from '@playwright/test';
import { secretHashFrom } from '../stand-in/cognito/secret-hash.ts';
import { demoClientIds, demoClientSecret } from '../stand-in/demo/demo-pool.ts';
import type { StandIn } from '../stand-in/start.ts';
import { expect, password, test } from './app.ts';
import { askCognito } from './ask-cognito.ts';
import { refuseOnce, type Explained } from './explained.ts';
import { credsOf, type Creds } from './pasted-tokens.ts';
import { keepConnection, signInForm } from './sign-in-form.ts';

// Chromium writes every answer that is not a success to the console.
test.use({ expectedErrors: [/^Failed to load resource/] });

const { rotatingRefresh, withSecret } = demoClientIds;

interface Case {
  readonly username: string;
  /** What is pasted of what Cognito gave. */
  readonly pasted: (creds: Creds) => object;
  /** What happens after that, elsewhere. */
  readonly meanwhile?: (standIn: StandIn, creds: Creds) => Promise<unknown> | void;
  readonly renewal: Explained;
  readonly beforeSignOut?: (standIn: StandIn) => void;
  readonly signOut: Explained;
}

const all = ({ idToken, accessToken, refreshToken }: Creds) => ({
  IdToken: idToken,
  AccessToken: accessToken,
  RefreshToken: refreshToken,
});

/** The last characters of a token are its signature's, or its seal's. */
const damaged = (token: string) => `${token.slice(0, -8)}AAAAAAAA`;

const noRotation = 'This API does not support refresh token rotation';
const noScopes = 'Access Token does not have required scopes';

const cases: readonly Case[] = [
  {
    username: 'alice',
    pasted: all,
    meanwhile: (standIn, { refreshToken }) =>
      askCognito(standIn, 'RevokeToken', { ClientId: rotatingRefresh, Token: refreshToken }),
    renewal: { awsSays: 'Refresh Token has been revoked', what: /The session was ended/ },
    signOut: { awsSays: 'Access Token has been revoked', what: /does not accept the access token any more/ },
  },
  {
    username: 'carol',
    pasted: (creds) =>
      all({ ...creds, accessToken: damaged(creds.accessToken), refreshToken: damaged(creds.refreshToken) }),
    renewal: { awsSays: 'Invalid Refresh Token.', what: /does not know this session’s refresh token/ },
    signOut: { awsSays: 'Invalid Access Token', what: /does not accept the access token any more/ },
  },
  {
    username: 'erin',
    pasted: all,
    meanwhile: async (standIn, { refreshToken }) => {
      await askCognito(standIn, 'GetTokensFromRefreshToken', { ClientId: rotatingRefresh, RefreshToken: refreshToken });
      standIn.levers.moveClock(11_000);
    },
    renewal: { awsSays: 'Refresh Token has been invalidated by rotation', what: /The session has ended/ },
    beforeSignOut: ({ levers }) => levers.expireTokens(),
    signOut: { awsSays: 'Access Token has expired', what: /does not accept the access token any more/ },
  },
  {
    username: 'cleo',
    pasted: all,
    // Not even the newer way; the older one the stand-in refuses by itself.
    meanwhile: (standIn) => {
      refuseOnce(standIn, 'GetTokensFromRefreshToken', { sent: 'UnsupportedOperationException', awsSays: noRotation });
    },
    renewal: { awsSays: noRotation, what: /rotates refresh tokens/ },
    beforeSignOut: (standIn) => {
      refuseOnce(standIn, 'GlobalSignOut', { sent: 'NotAuthorizedException', awsSays: noScopes });
    },
    signOut: { awsSays: noScopes, what: /may not be used for that/ },
  },
];
async function paste(page: Page, answer: object): Promise<void> {
  await page.getByRole('button', { name: 'Add identity' }).click();
  const dialog = page.getByRole('dialog', { name: 'Add identity' });
  await signInForm(dialog).chooseWay('Use a token');
  await dialog.getByLabel('Token', { exact: true }).fill(JSON.stringify(answer));
  await dialog.getByRole('button', { name: /^Use it as/ }).click();
  await expect(dialog).toBeHidden();
}

async function expectTold(page: Page, { awsSays, what }: Explained): Promise<void> {
  const told = page.locator('.told');
  await expect(told.locator('q')).toHaveText(awsSays);
  await expect(told).toContainText(what);
  await told.getByRole('button', { name: 'Close' }).click();
}

async function chooseInMenu(page: Page, username: string, item: string): Promise<void> {
  await page.getByRole('button', { name: `More for ${username}` }).click();
  await page.getByRole('menuitem', { name: item, exact: true }).click();
}

test('renewals and sign-outs that are refused are explained, and the query stays', async ({ app, page, standIn }) => {
  await keepConnection(app.configFolder, standIn, { appClientId: rotatingRefresh });
  await app.open();
  await signInForm(page).send('bob', password);
  await app.write(app.operationEditor, 'query Kept { about { name } }');
  await page.getByRole('button', { name: 'Show Identity' }).click();
  const pane = page.getByRole('region', { name: 'Identity', exact: true });
  for (const { username, pasted, meanwhile, renewal, beforeSignOut, signOut } of cases) {
    await test.step(`${renewal.awsSays}; ${signOut.awsSays}`, async () => {
      const creds = await credsOf(standIn, username, rotatingRefresh);
      await paste(page, pasted(creds));
      await meanwhile?.(standIn, creds);
      await chooseInMenu(page, username, 'Renew the tokens now');
      await expectTold(page, renewal);
      await expect(pane).toContainText(renewal.awsSays);
      beforeSignOut?.(standIn);
      await pane.getByRole('button', { name: 'Sign out everywhere…' }).click();
      await page.getByRole('dialog').getByRole('button', { name: 'Sign out everywhere' }).click();
      await expectTold(page, signOut);
      await expect(pane).toContainText('bob');
    });
  }
  await expect(app.operationEditor).toContainText(/query\sKept/);
});

test('a client secret that is not the right one is told at renewal and sign-out, in the words of each call', async ({
  app,
  page,
  standIn,
}) => {
  await keepConnection(app.configFolder, standIn, { appClientId: withSecret, hasClientSecret: true });
  const answer = await askCognito(standIn, 'InitiateAuth', {
    ClientId: withSecret,
    AuthFlow: 'USER_PASSWORD_AUTH',
    AuthParameters: {
      USERNAME: 'bob',
      PASSWORD: password,
      SECRET_HASH: secretHashFrom(demoClientSecret, 'bob', withSecret),
    },
  });
  await app.open();
  const form = signInForm(page);
  const what = /client secret is not the right one/;
  for (const refusal of [
    { awsSays: `Unable to verify secret hash for client ${withSecret}`, what },
    // Where the newer way is not known, the older one is taken, which sends a hash.
    { awsSays: `SecretHash does not match for the client: ${withSecret}`, what, unknown: 'GetTokensFromRefreshToken' },
  ]) {
    await test.step(refusal.awsSays, async () => {
      await form.clientSecret.fill('a-wrong-secret');
      await form.chooseWay('Use a token');
      await page.getByLabel('Token', { exact: true }).fill(JSON.stringify(answer));
      await page.getByRole('button', { name: 'Use it as bob' }).click();
      if (refusal.unknown !== undefined)
        refuseOnce(standIn, refusal.unknown, { sent: 'UnknownOperationException', awsSays: '' });
      await chooseInMenu(page, 'bob', 'Renew the tokens now');
      await expectTold(page, refusal);
      await chooseInMenu(page, 'bob', 'Sign out');
      await expectTold(page, { awsSays: 'Invalid client or secret', what: /refused the app client/ });
    });
  }
});
