// What a pool's own triggers ask: shown as they made it public, with a password before it and without.
import type { Page } from '@playwright/test';
import { demoClientIds } from '../stand-in/demo/demo-pool.ts';
import { riddleQuestion } from '../stand-in/demo/riddle.ts';
import { expect, password, test } from './app.ts';
import { keepConnection, signInForm } from './sign-in-form.ts';

// Chromium writes every answer that is not a success to the console.
test.use({ expectedErrors: [/^Failed to load resource/] });

const ofTriggers = { authFlow: 'CUSTOM_AUTH', appClientId: demoClientIds.customAuth } as const;

async function answer(page: Page, text: string): Promise<void> {
  await page.getByLabel('Answer', { exact: true }).fill(text);
  await page.getByLabel('Answer', { exact: true }).press('Enter');
}

test('the question of a custom challenge is answered after a password, also at the second try', async ({
  app,
  page,
  standIn,
}) => {
  await keepConnection(app.configFolder, standIn, ofTriggers);
  await app.open();
  const form = signInForm(page);
  await expect(form.password).toHaveAccessibleDescription(/triggers decide/);
  await form.send('cleo', password);
  await expect(page.getByRole('definition').filter({ hasText: riddleQuestion })).toBeVisible();
  await expect(page.getByLabel('Answer', { exact: true })).toBeFocused();
  await answer(page, 'tide');
  await expect(page.getByText('Step 3')).toBeVisible();
  await expect(page.getByRole('definition').filter({ hasText: '2' })).toBeVisible();
  await expect(page.getByLabel('Answer', { exact: true })).toHaveValue('');
  await answer(page, 'water');
  await app.run();
  await expect(app.stamp).toContainText(/HTTP 200.*as.*cleo/);
});

test('without a password the question stands in its place; after too many wrong answers a sentence says why it is over', async ({
  app,
  page,
  standIn,
}) => {
  await keepConnection(app.configFolder, standIn, ofTriggers);
  await app.open();
  const form = signInForm(page);
  await form.send('cleo', '');
  for (let step = 2; step <= 4; step += 1) {
    await expect(page.getByText(`Step ${step}`)).toBeVisible();
    await answer(page, 'tide');
  }
  await expect(form.failure).toContainText('The pool’s trigger did not accept the answer');
  await expect(form.username).toHaveValue('cleo');
  await form.submit.click();
  await answer(page, 'water');
  await app.run();
  await expect(app.stamp).toContainText(/HTTP 200.*as.*cleo/);
});
