// The page’s own keys belong to the workbench: not to the front page before it, nor to a dialog over it.
import { expect, test } from './app.ts';

const compareKeys = 'ControlOrMeta+Shift+Enter';

test('Ctrl-Shift-Enter compares in the workbench only, and never before anybody is there', async ({ app, page }) => {
  const comparison = page.getByRole('region', { name: 'Comparison' });
  await app.open();
  await page.getByLabel('Username').fill('alice');
  // It is drawn behind the front page while nobody types.
  await expect(page.locator('.workbench-editor .monaco-editor').first()).toBeAttached();
  await page.keyboard.press(compareKeys);
  await app.signInAs('alice');
  await app.run();
  await expect(comparison).toBeHidden();

  await page.getByRole('button', { name: 'Add identity' }).click();
  await page.getByRole('dialog', { name: 'Add identity' }).getByLabel('Username').fill('bob');
  await page.keyboard.press(compareKeys);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(comparison).toBeHidden();

  await page.keyboard.press(compareKeys);
  await expect(comparison).toBeVisible();
});
