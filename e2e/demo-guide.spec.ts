// What the demo offers beyond its first people: one person or place for each further way in.
import { expect, password, test } from './app.ts';
import { sentCode } from './codes.ts';
import { challengeForm, signInForm } from './sign-in-form.ts';

test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

test('people for the further ways in are folded away, and a click leads to what they show', async ({
  app,
  page,
  standIn,
}) => {
  await app.open();
  const people = page.getByRole('region', { name: 'The demo’s people' });
  await expect(people.getByRole('button', { name: 'carol' })).toBeVisible();
  await expect(people.getByRole('button', { name: 'mia' })).toBeHidden();
  await people.getByText('One for each way in').click();
  await people.getByRole('button', { name: 'mia' }).click();
  const asked = challengeForm(page);
  await expect(asked.code).toBeVisible();
  await asked.code.fill(sentCode(standIn, 'mia'));
  await asked.code.press('Enter');
  await app.run();
  await expect(app.stamp).toContainText(/HTTP 200.*as.*mia/);
});

test('the app client with a secret tells it, and a person clicked before it was filled in waits for it', async ({
  app,
  page,
}) => {
  await app.open();
  await page.getByRole('combobox', { name: 'Connection' }).selectOption({ label: 'Demo, app client with a secret' });
  const form = signInForm(page);
  await page.getByRole('region', { name: 'The demo’s people' }).getByRole('button', { name: 'alice' }).click();
  await expect(form.clientSecret).toBeFocused();
  await expect(form.password).toHaveValue(password);
  await page.getByRole('button', { name: 'Copy the client secret' }).click();
  await expect(page.getByRole('button', { name: 'Copied' })).toBeVisible();
  await form.clientSecret.fill(await page.evaluate(() => navigator.clipboard.readText()));
  await form.submit.click();
  await app.run();
  await expect(app.stamp).toContainText(/HTTP 200.*as.*alice/);
});

test('every further connection says what it shows, offers somebody, and lets them in', async ({ app, page }) => {
  await app.open();
  const connection = page.getByRole('combobox', { name: 'Connection' });
  const people = page.getByRole('region', { name: 'The demo’s people' }).getByRole('button');
  for (const [name, shows, first] of [
    ['Demo, custom challenge', 'Lambda triggers', 'cleo'],
    ['Demo, second factor required', 'second factor', 'max'],
    ['Demo, tracked devices', 'remembers devices', 'vera'],
    ['Demo, admin flow', 'signs each call', 'carol'],
  ] as const) {
    await connection.selectOption({ label: name });
    await expect(page.locator('.demo-hint')).toContainText(shows);
    await expect(people.first()).toHaveAccessibleName(new RegExp(first));
  }
  await people.first().click();
  await app.run();
  await expect(app.stamp).toContainText(/HTTP 200.*as.*carol/);
});
