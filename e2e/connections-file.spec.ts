// Connections as the helper keeps them: there after a reload and in another browser, and a file that cannot be used is left alone.
import { readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from './app.ts';
import { addConnection, chosen, field, fileOf, fill, newDialog, ownFields, picker } from './connection-form.ts';

// Two pages, or two loads of one, in most of these.
test.describe.configure({ timeout: 60_000 });

test('a connection outlives a reload and is there in another browser; the one used last is chosen', async ({
  app,
  standIn,
  browser,
}) => {
  await app.open();
  await addConnection(app.page, ownFields(standIn.origin, 'First'));
  await addConnection(app.page, ownFields(standIn.origin, 'Second'));
  await app.page.reload();
  await expect(chosen(app.page)).toHaveText('Second');
  await picker(app.page).selectOption('Demo, team API (on this machine)');
  await app.page.reload();
  await expect(chosen(app.page)).toHaveText('Demo, team API (on this machine)');

  const other = await browser.newContext();
  const page = await other.newPage();
  await page.goto(app.origin);
  await expect(chosen(page)).toHaveText('First');
  await expect(picker(page).locator('optgroup[label="Yours"] option')).toHaveText(['First', 'Second']);
  await other.close();
});

test.describe('a connections file that cannot be used', () => {
  test('a damaged one is noted, left alone, and set aside before the next change', async ({ app, standIn }) => {
    const damaged = '{ "version": 1, "connections": [ { "name": "Mine"';
    await writeFile(fileOf(app), damaged);
    await app.open();
    await expect(app.page.getByText(/connections\.json is damaged: it is not JSON/)).toBeVisible();
    expect(await readFile(fileOf(app), 'utf8')).toBe(damaged);

    await addConnection(app.page, ownFields(standIn.origin));
    await expect(app.page.getByText(/The connections file as it was is kept as .*\.json/)).toBeVisible();
    await expect(app.page.getByText(/is damaged/)).toBeHidden();
    const aside = (await readdir(app.configFolder)).filter((name) => name !== 'connections.json');
    expect(aside).toHaveLength(1);
    expect(await readFile(join(app.configFolder, aside[0] ?? ''), 'utf8')).toBe(damaged);
  });

  test.describe('from a later version', () => {
    test.use({ expectedErrors: [/status of 409/] });
    test('one is noted and never overwritten', async ({ app, standIn }) => {
      const later = JSON.stringify({ version: 7, connections: {} });
      await writeFile(fileOf(app), later);
      await app.open();
      await expect(app.page.getByText(/written by a later version of this app \(format 7\)/)).toBeVisible();
      await app.page.getByRole('button', { name: 'New connection' }).click();
      await fill(newDialog(app.page), ownFields(standIn.origin));
      await newDialog(app.page).getByRole('button', { name: 'Add connection' }).click();
      await expect(newDialog(app.page).getByRole('alert')).toContainText(/later version/);
      await expect(field(newDialog(app.page), 'Name')).toHaveValue('Harbour blog');
      expect(await readFile(fileOf(app), 'utf8')).toBe(later);
      expect(await readdir(app.configFolder)).toEqual(['connections.json']);
    });
  });
});
