// Comparisons at their limits: somebody's session is over in the middle of one, there are thirty identities, the schema says otherwise.
import type { Page } from '@playwright/test';
import { demoApiKey } from '../stand-in/demo/blog-api.ts';
import { blogSchema } from '../stand-in/demo/blog-schema.ts';
import { expect, password, test } from './app.ts';
import { compare, comparison, findings, grid, line, signInAll } from './comparison-parts.ts';

test.describe.configure({ timeout: 90_000 });
// Chromium writes every answer that is not a success to the console.
test.use({ expectedErrors: [/^Failed to load resource/] });

test('whose token has expired is asked again with a fresh one; whose session is over is told, and may sign in again', async ({
  app,
  page,
  standIn,
}) => {
  const { levers } = standIn;
  await signInAll(app, 'bob');
  levers.expireRefreshTokens();
  await app.addIdentity('alice');
  levers.expireTokens();
  await app.addIdentity('carol');
  await compare(page);
  await expect(grid(page).getByRole('columnheader')).toHaveText([
    'path',
    /bob.*401/,
    /alice.*editors200.*fresh token/,
    /carol.*admins200.*B$/,
  ]);
  await expect(findings(page)).toContainText(
    'bob: the whole request was refused, UnauthorizedException. Token has expired.',
  );
  await expect(findings(page)).toContainText('alice (editors) does not get posts.items[].author.salary');
  await expect(
    line(page, /salary/)
      .first()
      .getByRole('gridcell'),
  ).toHaveText([/The whole request was refused/, /Unauthorized/, /^\d+$/]);
  const sent = levers.requests.filter(({ method, operation }) => method === 'POST' && operation === 'NewestPosts');
  expect(sent).toHaveLength(4);

  await findings(page).getByRole('button', { name: 'Sign in again as bob' }).click();
  const dialog = page.getByRole('dialog', { name: 'Sign in again as bob' });
  await dialog.getByLabel('Password', { exact: true }).fill(password);
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
  await expect(findings(page).getByRole('button')).toHaveCount(0);
  await expect(findings(page)).toContainText('Token has expired.');
  await comparison(page).getByRole('button', { name: 'Ask again' }).click();
  await expect(grid(page).getByRole('columnheader').filter({ hasText: '200' })).toHaveCount(3);
});

async function addKeys(page: Page, count: number): Promise<void> {
  const dialog = page.getByRole('dialog', { name: 'Add identity' });
  for (let index = 1; index <= count; index += 1) {
    // oxlint-disable no-await-in-loop -- one after the other, as a person does
    await page.getByRole('button', { name: 'Add identity' }).click();
    await dialog.getByRole('tab', { name: 'API key' }).click();
    const key = index === 1 ? demoApiKey : `da2-${String(index).padStart(26, 'a')}`;
    await dialog.getByRole('textbox', { name: 'API key' }).fill(key);
    await dialog.getByRole('textbox', { name: /^Name/ }).fill(`desk ${index}`);
    await page.keyboard.press('Enter');
    await expect(dialog).toBeHidden();
  }
}

test('thirty identities leave the page its room, and each is reached by the keyboard', async ({ app, page }) => {
  await signInAll(app, 'carol', 'bob');
  await addKeys(page, 28);
  const strip = page.getByRole('list', { name: 'Identities' });
  await expect(strip.getByRole('button', { name: /^Run as/ })).toHaveCount(30);
  expect((await strip.boundingBox())?.height).toBeLessThan(60);
  const whole = { ratio: 1 };
  await expect(strip.getByRole('button', { name: 'Run as desk 28' })).toBeInViewport(whole);
  await expect(strip.getByRole('button', { name: 'Add identity' })).toBeInViewport(whole);

  await page.locator('.run-as').press('Enter');
  await page.keyboard.press('End');
  await expect(page.getByRole('menuitem', { name: 'Add identity…' })).toBeInViewport(whole);
  await page.keyboard.press('ArrowUp');
  await expect(page.getByRole('menuitemradio', { name: /desk 28/ })).toBeInViewport(whole);
  await page.keyboard.press('Escape');

  await compare(page);
  await expect(findings(page)).toContainText(
    'desk 2, desk 3, desk 4, desk 5, desk 6 and 22 more: the whole request was refused, UnauthorizedException.',
  );
  await expect(findings(page)).toContainText(
    'bob (readers) and desk 1 do not get posts.items[].author.salary: Unauthorized. carol (admins) does.',
  );
  const heads = grid(page).getByRole('columnheader');
  await expect(heads).toHaveCount(31);
  await grid(page).focus();
  await page.keyboard.press('Control+End');
  await expect(heads.last()).toBeInViewport(whole);
  await expect(heads.first()).toBeInViewport(whole);
  await page.keyboard.press('Control+Home');
  await expect(heads.nth(1)).toBeInViewport(whole);

  await page.getByRole('tab', { name: 'Claims' }).click();
  await expect(
    line(page, /admins/)
      .getByRole('gridcell')
      .first(),
  ).toHaveText('"admins"');
  const who = comparison(page).getByRole('group', { name: 'Compare as' });
  await who.getByRole('button', { name: 'None' }).click();
  await who.getByRole('button', { name: 'desk 1', exact: true }).click();
  await expect(heads).toHaveText(['path', /desk 1.*200/]);
  await who.getByRole('button', { name: 'All 30' }).click();
  await expect(heads).toHaveCount(31);
});

test('what the schema predicts stands beside what was seen, and where they disagree', async ({ app, page }) => {
  await signInAll(app, 'carol', 'alice', 'bob');
  await page.getByRole('button', { name: 'Show Schema' }).click();
  const picker = page.getByRole('region', { name: 'Schema', exact: true }).getByLabel('Schema file');
  const bring = (name: string, text: string) =>
    picker.setInputFiles({ name, mimeType: 'text/plain', buffer: Buffer.from(text) });
  await compare(page);
  await comparison(page).getByRole('tab', { name: 'Schema' }).click();
  await expect(comparison(page)).toContainText('The schema’s own marks are not known yet.');

  await bring('schema.graphql', blogSchema);
  const table = comparison(page).getByRole('region', { name: 'Schema against answers' });
  const salary = table.getByRole('row').filter({ hasText: 'Author.salary' });
  await expect(salary.getByRole('cell')).toHaveText(['✓ may', '⊘ may not', '⊘ may not']);
  await expect(comparison(page).getByRole('status')).toContainText([
    'asked at',
    'Everybody got what the schema’s marks say',
  ]);

  await page.getByRole('button', { name: 'Another file' }).click();
  await bring('old.graphql', blogSchema.replace(/(salary: Int.*)\["admins"\]/, '$1["editors"]'));
  await expect(salary.getByRole('cell')).toHaveText(['≠ ⊘ may not, got it', '≠ ✓ may, was refused', '⊘ may not']);
  await expect(comparison(page)).toContainText('1 field disagrees with the schema’s marks');
  await expect(table.getByRole('row').filter({ hasText: 'Post.title' }).getByRole('cell')).toHaveText(
    Array(3).fill('✓ may'),
  );
});
