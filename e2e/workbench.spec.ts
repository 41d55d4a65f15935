// GraphiQL's own parts and the page's around them: tokens, headers, completion, docs, history, theme, keyboard, narrow screens.
import type { Locator } from '@playwright/test';
import { expect, test } from './app.ts';
import { chooseRunAs, runButton, tab } from './workbench-parts.ts';

// Many runs in each of these.
test.describe.configure({ timeout: 60_000 });

test('AppSync gets the ID token, or the access token where that is chosen, and the stamp tells which', async ({
  app,
}) => {
  const { page } = app;
  await app.open();
  await app.signInAs('alice');
  await tab(page, 'WhoAmI').click();
  await app.run();
  await expect(app.response).toContainText(/"tokenUse":\s"id"/);
  await expect(app.stamp).toContainText(/\(ID token, editors\)/);
  await chooseRunAs(page, /Access token/);
  await runButton(page).click();
  await expect(app.stamp).toContainText(/\(access token, editors\)/);
  await expect(app.response).toContainText(/"tokenUse":\s"access"/);
});

test.describe('headers of the person’s own', () => {
  test.use({ expectedErrors: [/status of 401/] });
  test('an Authorization is sent in place of the token, pointed out, and never stored; tabs are', async ({ app }) => {
    const { page } = app;
    await app.open();
    await app.signInAs('alice');
    await app.write(app.operationEditor, 'query Mine { about { name } }');
    await page.getByRole('button', { name: 'Headers', exact: true }).click();
    const headers = page.getByRole('region', { name: 'Headers' });
    await app.write(headers, '{"authorization": "Bearer of.my.own"}');
    await app.run();
    await expect(app.stamp).toContainText(/with this tab’s own authorization header, not as alice/i);
    await expect(page.getByText(/AppSync refused this tab’s own authorization header\./i)).toBeVisible();

    const stored = () => page.evaluate(() => JSON.stringify(localStorage) + JSON.stringify(sessionStorage));
    await expect.poll(stored).toContain('query Mine');
    expect(await stored()).not.toContain('of.my.own');
    await page.reload();
    await app.signInAs('alice');
    await expect(app.operationEditor).toContainText(/query\sMine/);
    await page.getByRole('button', { name: 'Headers', exact: true }).click();
    await expect(headers.locator('.view-lines').filter({ visible: true })).not.toContainText(/of\.my\.own/);
    await app.run();
    await expect(app.stamp).toContainText(/HTTP 200.*as.*alice/);
  });
});

test('the editor completes fields, shows the docs with descriptions, and lists what was run', async ({ app }) => {
  const { page } = app;
  await app.open();
  await app.signInAs('bob');
  await app.run();
  await app.write(app.operationEditor, 'query Mine { whoA');
  await page.keyboard.press('Control+Space');
  await expect(page.locator('.suggest-widget .monaco-list-row').first()).toContainText('whoAmI');
  await page.keyboard.press('Enter');
  await expect(app.operationEditor).toContainText(/query\sMine\s{\swhoAmI/);

  await page.getByRole('button', { name: 'Show Documentation Explorer' }).click();
  const docs = page.getByRole('region', { name: 'Documentation Explorer' });
  await docs.getByRole('link', { name: 'Query', exact: true }).click();
  await expect(docs.getByRole('link', { name: 'whoAmI' })).toBeVisible();
  await docs.getByRole('link', { name: 'whoAmI' }).click();
  await expect(docs.locator('.graphiql-markdown-description')).toContainText(/\w+ \w+/);

  await page.getByRole('button', { name: 'Show History' }).click();
  await expect(page.getByRole('region', { name: 'History' }).getByText('NewestPosts')).toBeVisible();
});

test('what is run right after the last letter, and answered at once, is remembered as it was run', async ({ app }) => {
  const { page } = app;
  await app.open();
  await app.signInAs('bob');
  await app.run();
  await page.getByRole('button', { name: 'Show History' }).click();
  await app.write(app.operationEditor, 'query RunAtOnce { whoAmI { username } }');
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(page.getByRole('region', { name: 'History' })).toContainText('RunAtOnce');
});

test('the theme goes from the system’s to light to dark, the editors with it', async ({ app }) => {
  const { page } = app;
  await page.emulateMedia({ colorScheme: 'dark' });
  await app.open();
  await app.signInAs('bob');
  const button = page.getByRole('button', { name: /^Theme: / });
  const keyword = app.operationEditor.locator('.view-lines span', { hasText: /^query$/ }).last();
  const dot = page.locator('.monaco-editor').first();
  await expect(button).toHaveAccessibleName('Theme: system');
  await expect(dot).toHaveClass(/vs-dark/);
  const inDark = await colourOf(keyword);

  await button.click();
  await expect(button).toHaveAccessibleName('Theme: light');
  await expect(dot).not.toHaveClass(/vs-dark/);
  expect(await colourOf(keyword)).not.toBe(inDark);
  await page.reload();
  await app.signInAs('bob');
  await expect(button).toHaveAccessibleName('Theme: light');
  await expect(dot).not.toHaveClass(/vs-dark/);

  await page.emulateMedia({ colorScheme: 'light' });
  await button.click();
  await expect(button).toHaveAccessibleName('Theme: dark');
  await expect(dot).toHaveClass(/vs-dark/);
  await button.click();
  await expect(button).toHaveAccessibleName('Theme: system');
  await expect(dot).not.toHaveClass(/vs-dark/);
  await page.emulateMedia({ colorScheme: 'dark' });
  await expect(dot).toHaveClass(/vs-dark/);
});

const colourOf = (locator: Locator) => locator.evaluate((element) => getComputedStyle(element).color);

test('one press leads the keyboard past bar and tabs into the editor', async ({ app }) => {
  const { page } = app;
  await app.open();
  await app.signInAs('bob');
  await page.getByRole('button', { name: 'Skip to the editor' }).focus();
  await expect(page.getByRole('button', { name: 'Skip to the editor' })).toBeInViewport();
  await page.keyboard.press('Enter');
  await page.keyboard.type('# skipped');
  await expect(app.operationEditor).toContainText('skipped');
});

test('Ctrl-Enter runs the operation', async ({ app }) => {
  await app.open();
  await app.signInAs('bob');
  await app.operationEditor.locator('.view-lines').click();
  await app.page.keyboard.press('ControlOrMeta+Enter');
  await expect(app.stamp).toContainText(/HTTP 200.*as.*bob/);
});

test('360 pixels wide, the panes stack and everything can be reached', async ({ app }) => {
  const { page } = app;
  await page.setViewportSize({ width: 360, height: 740 });
  await app.open();
  await app.signInAs('bob');
  await app.run();
  await expect(app.stamp).toContainText(/HTTP 200.*as.*bob/);
  const boxOf = async (locator: Locator) => {
    const box = await locator.boundingBox();
    expect(box).not.toBeNull();
    return box ?? { x: 0, y: 0, width: 0, height: 0 };
  };
  const [operation, response] = [await boxOf(app.operationEditor), await boxOf(app.response)];
  expect(response.y).toBeGreaterThan(operation.y + operation.height - 1);
  expect(operation.width).toBeGreaterThan(200);
  expect(response.width).toBeGreaterThan(200);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);

  // A click scrolls to what it is for, and fails on what is covered or out of reach.
  await app.response.click();
  await app.stamp.click();
  const lines = await boxOf(app.operationEditor.locator('.view-lines').first());
  expect(lines.y - operation.y, 'the lines move with their editor').toBeLessThan(0);
  await chooseRunAs(page, /Access token/);
  await page.getByRole('button', { name: 'More for bob' }).click();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: /^Connection: / }).click();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: /^Theme: / }).click();
  await page.getByRole('button', { name: 'Headers', exact: true }).click();
  await tab(page, 'WhoAmI').click();
  await page.getByRole('button', { name: 'Show History' }).click();
  await page.getByRole('button', { name: 'Hide History' }).click();
  await app.addIdentity('carol');
  await runButton(page).click();
  await expect(app.stamp).toContainText(/HTTP 200.*as.*carol/);
});

test.describe('when the editor’s code cannot be fetched', () => {
  test.use({ expectedErrors: [/ERR_FAILED/] });
  test('the page says so, and starts it again when asked', async ({ app }) => {
    const { page } = app;
    const code = /\/assets\/workbench-[^/]*\.js$/;
    await page.route(code, (route) => route.abort());
    await app.open();
    await page.getByRole('region', { name: 'The demo’s people' }).getByRole('button', { name: 'bob' }).click();
    await expect(page.getByRole('alert')).toContainText('The editor’s code did not arrive.');
    await page.unroute(code);
    await page.getByRole('button', { name: 'Start the editor again' }).click();
    await app.run();
    await expect(app.stamp).toContainText(/HTTP 200.*as.*bob/);
  });
});
