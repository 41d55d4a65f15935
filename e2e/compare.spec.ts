// One operation as several people: who gets what, and why not.
import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { expect, test } from './app.ts';
import { look } from './axe.ts';
import { compare, comparison, findings, grid, line, signInAll } from './comparison-parts.ts';
import { tab } from './workbench-parts.ts';

test.describe.configure({ timeout: 90_000 });
// Chromium writes every answer that is not a success to the console.
test.use({ expectedErrors: [/^Failed to load resource|CORS policy/] });

const about = (page: Page) => page.getByRole('status', { name: 'About this comparison' });

test('a newcomer sees at a glance that the reader does not get the salary, and why', async ({ app, page }) => {
  await signInAll(app, 'carol', 'alice', 'bob', 'erin');
  await compare(page);
  await expect(findings(page)).toContainText(
    'alice (editors), bob (readers) and erin (no group) do not get posts.items[].author.salary: Unauthorized. carol (admins) does.',
  );
  await expect(findings(page)).toContainText('Not Authorized to access salary on type Author');
  await expect(grid(page).getByRole('columnheader')).toHaveText([
    'path',
    /carol.*reference.*admins.*200/,
    /alice.*editors.*200/,
    /bob.*readers.*200/,
    /erin.*no group.*200/,
  ]);
  await expect(
    line(page, /salary/)
      .first()
      .getByRole('gridcell'),
  ).toHaveText([/^\d+$/, /Unauthorized/, /Unauthorized/, /Unauthorized/]);
  await expect(app.operationEditor).toBeVisible();
  await look(page, 'the answer table');

  await comparison(page)
    .getByRole('radio', { name: /Permissions/ })
    .check();
  await expect(line(page, /^title$/)).toHaveCount(0);
  await expect(line(page, /salary/).first()).toBeVisible();

  await page.getByRole('tab', { name: 'Side by side' }).click();
  await expect(page.getByText(/lines differ/)).toBeVisible();
  await look(page, 'raw answers side by side');
  await page.getByRole('tab', { name: 'Claims' }).click();
  await expect(line(page, /admins/).getByRole('gridcell')).toHaveText(['"admins"', /not in list/, /not in list/, /./]);

  await page.getByRole('button', { name: 'Export' }).click();
  const dialog = page.getByRole('dialog', { name: 'Export the comparison' });
  await dialog.getByLabel('HTML page').check();
  await dialog.getByLabel('Mask values').check();
  await look(page, 'export');
  const arriving = page.waitForEvent('download');
  await dialog.getByRole('button', { name: 'Download' }).click();
  const download = await arriving;
  expect(download.suggestedFilename()).toBe('NewestPosts.html');
  const written = await readFile(await download.path(), 'utf8');
  expect(written).toContain('refused: Unauthorized');
  expect(written).not.toMatch(/eyJ|Harbour dues|\b9600\b/);
});

test('a mutation asks first, names who will run it, and runs one after the other', async ({ app, page, standIn }) => {
  await signInAll(app, 'carol', 'alice', 'bob');
  await tab(page, 'WritePost').click();
  await compare(page);
  const question = comparison(page).getByRole('alert');
  await expect(question).toContainText('WritePost is a mutation: it would run 3 times.');
  await expect(question).toContainText('As carol, alice and bob, one after the other');
  await comparison(page).getByRole('button', { name: 'alice' }).click();
  await expect(question).toContainText('As carol and bob, one after the other');
  const sent = () =>
    standIn.levers.requests.filter(({ operation, method }) => operation === 'WritePost' && method === 'POST');
  expect(sent()).toHaveLength(0);
  await question.getByRole('button', { name: 'Do not run it' }).click();
  await expect(app.response).toBeVisible();
  expect(sent()).toHaveLength(0);

  await compare(page);
  const held = standIn.levers.misbehave({ target: 'appsync', operation: 'WritePost' }, { kind: 'hold' });
  await comparison(page).getByRole('button', { name: 'Run it as 2 identities' }).click();
  await held.arrived;
  await expect(about(page)).toContainText('0 of 2 have answered');
  expect(sent()).toHaveLength(1);
  held.release();
  await expect(line(page, 'createPost').getByRole('gridcell')).toHaveText([/present/, /Unauthorized/]);
  expect(sent()).toHaveLength(2);
});

test('of several operations the one under the cursor runs, and is named', async ({ app, page }) => {
  await signInAll(app, 'carol', 'bob');
  await app.write(
    app.operationEditor,
    'query One { about { ...Name } }\nfragment Name on Publication { title: name }\nquery Two { me: whoAmI { username groups } }',
  );
  await compare(page);
  await expect(comparison(page).getByRole('heading', { level: 2 })).toHaveText('query Two');
  await expect(about(page)).toContainText('the one under the cursor, of 2');
  await expect(line(page, 'me.username').getByRole('gridcell')).toHaveText(['"carol"', '"bob"']);
  await app.operationEditor.locator('.view-lines').click();
  await page.keyboard.press('ControlOrMeta+Home');
  await page.keyboard.press('ControlOrMeta+Shift+Enter');
  await expect(comparison(page).getByRole('heading', { level: 2 })).toHaveText('query One');
  await expect(line(page, 'about.title').getByRole('gridcell')).toHaveText(['"Low Water"', /The same/]);
  await expect(comparison(page).getByText('No difference: all 2 got the same.')).toBeVisible();

  await app.write(app.operationEditor, 'query {');
  await expect(about(page)).toContainText('edited since');
  await compare(page);
  await expect(comparison(page)).toContainText('This is not GraphQL yet');
});

test('one who is refused, offline, answered with a web page or over leaves the others standing', async ({
  app,
  page,
  standIn,
}) => {
  await signInAll(app, 'carol', 'alice', 'bob', 'erin');
  const { levers } = standIn;
  const operation = { target: 'appsync', operation: 'NewestPosts' } as const;
  levers.misbehave(operation, {
    kind: 'error',
    status: 401,
    type: 'UnauthorizedException',
    message: 'You are not authorized to make this call.',
  });
  levers.misbehave(operation, { kind: 'answer', status: 200, body: '<h1>Sign in</h1>' });
  levers.misbehave(operation, { kind: 'cut' });
  await compare(page);
  await expect(findings(page)).toContainText(
    'the whole request was refused, UnauthorizedException. You are not authorized to make this call.',
  );
  await expect(findings(page)).toContainText('The endpoint answered with a web page, not with JSON.');
  await expect(findings(page)).toContainText('broke off');
  await expect(grid(page)).toContainText('"PUBLISHED"');
  await expect(grid(page).getByRole('columnheader').filter({ hasText: '200' })).not.toHaveCount(0);

  await comparison(page).getByRole('button', { name: 'Ask again' }).click();
  await expect(findings(page)).toContainText('carol (admins) does.');
  await expect(findings(page)).not.toContainText('web page');
});

test('what comes of a comparison that was stopped or asked anew stays away, and each tab keeps its own', async ({
  app,
  page,
  standIn,
}) => {
  await signInAll(app, 'carol', 'bob');
  const held = standIn.levers.misbehave({ target: 'appsync', operation: 'NewestPosts', times: 2 }, { kind: 'hold' });
  await compare(page);
  const request = await held.arrived;
  await expect(about(page)).toContainText('0 of 2 have answered');
  await comparison(page).getByRole('button', { name: 'Stop' }).click();
  expect(await request.ended).toBe('cut off');
  await expect(findings(page)).toContainText('It was stopped before an answer came.');

  // Who takes part is remembered for the tab, and a second comparison is another's.
  await comparison(page).getByRole('button', { name: 'bob' }).click();
  await tab(page, 'WhoAmI').click();
  await expect(comparison(page)).toBeHidden();
  await compare(page);
  await expect(line(page, 'whoAmI.username').getByRole('gridcell')).toHaveText(['"carol"', '"bob"']);
  held.release();
  await tab(page, 'NewestPosts').click();
  await expect(findings(page)).toContainText('It was stopped before an answer came.');
  await compare(page);
  await expect(grid(page).getByRole('columnheader')).toHaveText(['path', /carol.*200/]);
  await expect(comparison(page)).toContainText('there is nobody to compare it with');
  await comparison(page).getByRole('button', { name: 'Back to the answer' }).click();
  await app.run();
  await expect(app.stamp).toContainText(/as.*bob/);
  await page.getByRole('button', { name: 'Back to the comparison' }).click();
  await expect(grid(page).getByRole('columnheader')).toHaveText(['path', /carol.*200/]);
});

test('the keyboard does all of it', async ({ app, page }) => {
  await signInAll(app, 'carol', 'bob');
  await app.operationEditor.locator('.view-lines').click();
  await page.keyboard.press('ControlOrMeta+Shift+Enter');
  await expect(findings(page)).toContainText('bob (readers) does not get');
  await expect(app.operationEditor.locator('.view-lines')).toContainText('query NewestPosts');
  await grid(page).focus();
  const chosen = () =>
    grid(page).evaluate(
      (element) => document.getElementById(element.getAttribute('aria-activedescendant') ?? '')?.textContent,
    );
  await expect.poll(chosen).toContain('posts.items');
  await page.keyboard.press('ArrowLeft');
  await expect(line(page, /posts\.items/)).toHaveAttribute('aria-expanded', 'false');
  await page.keyboard.press('ArrowDown');
  await expect.poll(chosen).toContain('items');
  await page.keyboard.press('Control+End');
  await expect.poll(chosen).toMatch(/Unauthorized|The same/);
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('Enter');
  await expect(line(page, /posts\.items/)).toHaveAttribute('aria-expanded', 'true');
  await page.keyboard.press('End');
  await expect(page.getByRole('region', { name: 'The chosen cell' })).toContainText('bob');
});

test('a subscription opens as each of them, and a timeline tells who received which event', async ({
  app,
  page,
  standIn,
}) => {
  await signInAll(app, 'carol', 'bob');
  await app.write(app.operationEditor, 'subscription Watch { onCreatePost { id title author { name salary } } }');
  await compare(page);
  const timeline = page.getByRole('region', { name: 'Timeline' });
  await expect(timeline.getByRole('columnheader')).toHaveText(['event', /carol.*listening/, /bob.*listening/]);
  await expect(comparison(page)).toContainText('No event yet.');

  await tab(page, 'WritePost').click();
  await page
    .getByRole('button', { name: /^Run as carol/ })
    .first()
    .click();
  await app.write(
    app.operationEditor,
    'mutation WritePost($input: CreatePostInput!) { createPost(input: $input) { id title author { name salary } } }',
  );
  await app.run();
  await page.getByRole('tab', { name: 'Watch', exact: true }).click();
  const cells = timeline.getByRole('row').last().getByRole('cell');
  await expect(timeline.getByRole('row')).toHaveText([/event/, /onCreatePost post-/]);
  await expect(cells).toHaveText([/^✓ received/, /^✓ received/]);
  await expect(line(page, /title$/).getByRole('gridcell')).toHaveText(['"Fog, and what to do in it"', /The same/]);
  await look(page, 'the timeline');

  // One that only one of them is sent.
  const [connection] = standIn.levers.realtime().connections;
  const [subscription] = connection?.subscriptions ?? [];
  const payload = { data: { onCreatePost: { id: 'post-of-one', title: 'For one', author: null } } };
  connection?.sendText(JSON.stringify({ type: 'data', id: subscription?.id, payload }));
  await expect(timeline.getByRole('row')).toHaveText([/event/, /onCreatePost post-/, /onCreatePost post-of-one/]);
  await expect(cells.filter({ hasText: /^✓ received$/ })).toHaveCount(1);
  await expect(cells.filter({ hasText: /^— not received$/ })).toHaveCount(1);

  // Who takes no part any more hears nothing, and an end is an end.
  await comparison(page).getByRole('button', { name: 'bob' }).click();
  await expect(timeline.getByRole('columnheader')).toHaveText(['event', /carol.*listening/]);
  await comparison(page).getByRole('button', { name: 'Stop' }).click();
  await expect(timeline.getByRole('columnheader')).toHaveText(['event', /carol.*stopped/]);
});
