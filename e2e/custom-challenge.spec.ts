// What a pool's own triggers ask: shown as they made it public, with a password before it and without.
import { demoClientIds } from '../stand-in/demo/demo-pool.ts';
import { riddleQuestion } from '../stand-in/demo/riddle.ts';
import { expect, password, test } from './app.ts';
import { keepConnection, signInForm } from './sign-in-form.ts';

// Chromium writes every answer that is not a success to the console.
test.use({ expectedErrors: [/^Failed to load resource/] });

for (const [how, typed] of [
  ['after a password', password],
  ['without a password', ''],
] as const) {
  test(`the question of a custom challenge is answered ${how}, also at the second try`, async ({
    app,
    page,
    standIn,
  }) => {
    await keepConnection(app.configFolder, standIn, {
      authFlow: 'CUSTOM_AUTH',
      appClientId: demoClientIds.customAuth,
    });
    await app.open();
    const form = signInForm(page);
    await expect(form.password).toHaveAccessibleDescription(/triggers decide/);
    await form.send('cleo', typed);
    await expect(page.getByRole('definition').filter({ hasText: riddleQuestion })).toBeVisible();
    const answer = page.getByLabel('Answer', { exact: true });
    await expect(answer).toBeFocused();
    await answer.fill('tide');
    await answer.press('Enter');
    await expect(page.getByText('Step 3')).toBeVisible();
    await expect(page.getByRole('definition').filter({ hasText: '2' })).toBeVisible();
    await expect(answer).toHaveValue('');
    await answer.fill('water');
    await answer.press('Enter');
    await app.run();
    await expect(app.stamp).toContainText(/HTTP 200.*as.*cleo/);
  });
}

test('after too many wrong answers the sign-in is over, and a sentence says why', async ({ app, page, standIn }) => {
  await keepConnection(app.configFolder, standIn, { authFlow: 'CUSTOM_AUTH', appClientId: demoClientIds.customAuth });
  await app.open();
  const form = signInForm(page);
  await form.send('cleo', '');
  const answer = page.getByLabel('Answer', { exact: true });
  for (let step = 2; step <= 4; step += 1) {
    await expect(page.getByText(`Step ${step}`)).toBeVisible();
    await answer.fill('tide');
    await answer.press('Enter');
  }
  await expect(form.failure).toContainText('The pool’s trigger did not accept the answer');
  await expect(form.username).toHaveValue('cleo');
});
