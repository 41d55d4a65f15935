// A run that is under way: it ends when it is told to, and its answer goes to its own tab, under its own name.
import type { Page } from '@playwright/test';
import type { StandIn } from '../stand-in/start.ts';
import { expect, test, type App } from './app.ts';
import { chooseRunAs, runButton, tab } from './workbench-parts.ts';

// Many runs in each of these.
test.describe.configure({ timeout: 60_000 });

/** Starts the tab's operation, whose answer is held back, and waits until the stand-in has it. */
async function startHeld(app: App, standIn: StandIn, operation: string) {
  const held = standIn.levers.misbehave({ target: 'appsync', operation }, { kind: 'hold' });
  await runButton(app.page).click();
  const request = await held.arrived;
  await expect(app.stamp).toContainText('Waiting for the answer');
  return { request, release: () => held.release() };
}

test.describe('a run that is under way', () => {
  test.beforeEach(async ({ app }) => {
    await app.open();
    await app.signInAs('alice');
  });

  test('is ended by Stop, all the way to AppSync, and stamped so', async ({ app, standIn }) => {
    const { request } = await startHeld(app, standIn, 'NewestPosts');
    await app.page.getByRole('button', { name: /Stop query/ }).click();
    expect(await request.ended).toBe('cut off');
    await expect(app.stamp).toContainText(/Stopped after .*as.*alice/);
    await expect(app.response).not.toContainText('{');
    await app.run();
    await expect(app.stamp).toContainText('HTTP 200');
  });

  const waysAway: readonly [string, (page: Page) => Promise<void>][] = [
    ['switching to another tab', (page) => tab(page, 'WhoAmI').click()],
    ['adding a tab', (page) => page.getByRole('button', { name: 'New tab' }).click()],
    ['closing its tab', (page) => page.getByRole('button', { name: 'Close Tab' }).first().click()],
  ];
  test('is stopped by leaving its tab, and writes nothing into another one', async ({ app, standIn }) => {
    for (const [nth, [way, leave]] of waysAway.entries()) {
      await test.step(way, async () => {
        if (nth > 0) await tab(app.page, 'NewestPosts').click();
        const { request, release } = await startHeld(app, standIn, 'NewestPosts');
        await leave(app.page);
        expect(await request.ended).toBe('cut off');
        release();
        await expect(app.page.getByText('Run an operation: who asked and how it went will stand here.')).toBeVisible();
        await expect(app.response).not.toContainText('{');
        await expect(runButton(app.page)).toBeVisible();
      });
    }
  });

  test('keeps its answer and its stamp to whom it ran as, though another was chosen meanwhile', async ({
    app,
    standIn,
  }) => {
    const { page } = app;
    await app.addIdentity('carol');
    const { release } = await startHeld(app, standIn, 'NewestPosts');
    await chooseRunAs(page, /alice/);
    release();
    await expect(app.stamp).toContainText(/HTTP 200.*as.*carol.*admins/);
    await expect(app.response).toContainText(/"salary":\s\d/);
    await app.run();
    await expect(app.stamp).toContainText(/HTTP 200.*as.*alice.*editors/);
    await expect(app.response).toContainText(/"salary":\snull/);

    // Stopped and run anew as another: what the first would have brought stays away.
    await chooseRunAs(page, /carol/);
    const stopped = await startHeld(app, standIn, 'NewestPosts');
    await page.getByRole('button', { name: /Stop query/ }).click();
    await expect(app.stamp).toContainText('Stopped');
    await chooseRunAs(page, /alice/);
    await runButton(page).click();
    await expect(app.stamp).toContainText(/HTTP 200.*as.*alice.*editors/);
    stopped.release();
    expect(await stopped.request.ended).toBe('cut off');
    await expect(app.response).toContainText(/"salary":\snull/);
    await expect(app.stamp).toContainText(/as.*alice.*editors/);
  });

  test('leaves each tab its own answer and stamp', async ({ app }) => {
    const { page } = app;
    await app.run();
    await expect(app.stamp).toContainText(/as.*alice/);
    await app.addIdentity('bob');
    await tab(page, 'WhoAmI').click();
    await expect(app.stamp).toBeHidden();
    await app.run();
    await expect(app.stamp).toContainText(/as.*bob/);
    await expect(app.response).toContainText(/"username":\s"bob"/);
    await tab(page, 'NewestPosts').click();
    await expect(app.stamp).toContainText(/as.*alice/);
    await expect(app.response).toContainText(/"posts"/);
    await tab(page, 'WhoAmI').click();
    await expect(app.stamp).toContainText(/as.*bob/);
  });
});
