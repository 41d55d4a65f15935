// Our parts under axe, in both themes and on a narrow screen: every state of the panel, the dialogs, the menus, the workbench.
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { demoMfaClientId, demoMfaPoolId } from '../stand-in/demo/demo-mfa-pool.ts';
import { expect, password, test } from './app.ts';
import { challengeForm, keepConnection, signInForm } from './sign-in-form.ts';

// Chromium writes every answer that is not a success to the console.
test.use({ expectedErrors: [/^Failed to load resource/] });

/** Not ours, and not to be changed from outside without forking. */
const othersDoing = [
  // GraphiQL puts the button that closes a tab inside the tab (nested-interactive).
  '.graphiql-tab',
];

async function violations(page: Page): Promise<string[]> {
  const builder = new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa']);
  const { violations: found } = await othersDoing.reduce((each, selector) => each.exclude(selector), builder).analyze();
  return found.flatMap(({ id, nodes }) =>
    nodes.map(
      ({ target, failureSummary = '' }) => `${id}: ${target.join(' ')}: ${failureSummary.split('\n')[1] ?? ''}`,
    ),
  );
}

const looks = [
  { name: 'light', colorScheme: 'light', width: 1280 },
  { name: 'dark', colorScheme: 'dark', width: 1280 },
  { name: 'light, 360 px wide', colorScheme: 'light', width: 360 },
  { name: 'dark, 360 px wide', colorScheme: 'dark', width: 360 },
] as const;

for (const { name, colorScheme, width } of looks) {
  test.describe(name, () => {
    test.use({ colorScheme, viewport: { width, height: 800 } });
    // Each look at a page takes axe seconds.
    test.setTimeout(120_000);

    test('signing in', async ({ app, page, standIn }) => {
      await app.open();
      const form = signInForm(page);
      await expect(page.getByRole('combobox', { name: 'Connection' })).toHaveValue('demo');
      expect.soft(await violations(page), 'front page').toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth), 'nothing sticks out').toBe(width);

      await form.submit.click();
      await expect(form.username).toBeFocused();
      expect.soft(await violations(page), 'front page, a field left empty').toEqual([]);

      await form.send('bob', 'wrong');
      await expect(form.failure).toBeVisible();
      expect.soft(await violations(page), 'front page with an error').toEqual([]);

      await form.send('nina', password);
      await expect(page.getByLabel('New password')).toBeVisible();
      expect.soft(await violations(page), 'new password').toEqual([]);
      await page.getByRole('button', { name: 'Back' }).click();

      const body = JSON.stringify({ ChallengeName: 'WEB_AUTHN', Session: 's', ChallengeParameters: {} });
      standIn.levers.misbehave(
        { target: 'cognito', operation: 'RespondToAuthChallenge' },
        { kind: 'answer', status: 200, body },
      );
      await form.send('mia', password);
      await expect(page.getByText('WEB_AUTHN')).toBeVisible();
      expect.soft(await violations(page), 'a challenge that cannot be answered').toEqual([]);
      await page.getByRole('button', { name: 'Back' }).click();

      await page.getByRole('button', { name: 'New connection' }).click();
      const dialog = page.getByRole('dialog', { name: 'New connection' });
      await dialog.getByLabel('User pool id').fill('not a pool');
      await dialog.getByText('Cognito is not on AWS’s own host').click();
      await dialog.getByRole('button', { name: 'Add connection' }).click();
      expect.soft(await violations(page), 'connection dialog with problems').toEqual([]);
    });

    test('signing in with more than a password', async ({ app, page, standIn }) => {
      await keepConnection(app.configFolder, standIn, { userPoolId: demoMfaPoolId, appClientId: demoMfaClientId });
      await app.open();
      const form = signInForm(page);
      const asked = challengeForm(page);
      await form.send('max', password);
      await expect(page.getByText('No camera at hand?')).toBeVisible();
      expect.soft(await violations(page), 'setting up an authenticator app').toEqual([]);
      await asked.back.click();

      await page.getByRole('combobox', { name: 'Connection' }).selectOption('demo');
      await form.send('sam', password);
      await expect(page.getByRole('radio').first()).toBeVisible();
      expect.soft(await violations(page), 'a choice of second factors').toEqual([]);
      await asked.back.click();

      await form.send('mia', password);
      await asked.code.fill('000000');
      await page.keyboard.press('Enter');
      await expect(asked.failure).toBeVisible();
      expect.soft(await violations(page), 'a wrong code').toEqual([]);
      await asked.back.click();

      await form.chooseWay('Client secret');
      expect.soft(await violations(page), 'more ways in, and the client secret').toEqual([]);
      await form.username.fill('bob');
      await page.getByRole('button', { name: 'Forgot password' }).click();
      await expect(asked.newPassword).toBeVisible();
      expect.soft(await violations(page), 'a forgotten password').toEqual([]);
      await asked.back.click();
      await page.getByRole('button', { name: 'As AWS CLI' }).click();
      await expect(page.getByRole('dialog')).toBeVisible();
      expect.soft(await violations(page), 'the command of the AWS CLI').toEqual([]);
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: 'Use a token' }).click();
      await page.getByLabel('Token', { exact: true }).fill('not a token');
      await expect(page.getByText('This is no token')).toBeVisible();
      expect.soft(await violations(page), 'a token that is none').toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth), 'nothing sticks out').toBe(width);
    });

    test('working', async ({ app, page }) => {
      await app.open();
      await app.signInAs('alice');
      await app.run();
      await expect(page.getByText('alice may not read Author.salary')).toBeVisible();
      expect.soft(await violations(page), 'workbench with an answer and its explanation').toEqual([]);

      await page.getByRole('button', { name: 'Add identity' }).click();
      await expect(page.getByRole('dialog', { name: 'Add identity' })).toBeVisible();
      expect.soft(await violations(page), 'add-identity dialog').toEqual([]);
      await page.keyboard.press('Escape');
      await expect(page.getByRole('button', { name: 'Add identity' })).toBeFocused();

      for (const menu of [/^Connection: /, 'More for alice', 'Run as alice']) {
        await page.getByRole('button', { name: menu }).last().click();
        await expect(page.getByRole('menu')).toBeVisible();
        expect.soft(await violations(page), `menu ${String(menu)}`).toEqual([]);
        await page.keyboard.press('Escape');
        await expect(page.getByRole('menu')).toBeHidden();
      }

      await page.getByRole('button', { name: 'Privacy' }).click();
      await expect(page.getByRole('dialog')).toBeVisible();
      expect.soft(await violations(page), 'privacy dialog').toEqual([]);
      await page.keyboard.press('Escape');
      expect(await page.evaluate(() => document.documentElement.scrollWidth), 'nothing sticks out').toBe(width);

      await page.getByRole('button', { name: 'More for alice' }).click();
      await page.getByRole('menuitem', { name: 'Sign out' }).click();
      await expect(page.locator('.told')).toBeVisible();
      expect.soft(await violations(page), 'signed out, and told what that means').toEqual([]);
    });
  });
}
