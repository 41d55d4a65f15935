// Signing in by typing: both flows, by mouse and by keyboard alone, before the page is alive and while Cognito is slow.
import type { Page, Request } from '@playwright/test';
import { demoClientIds } from '../stand-in/demo/demo-pool.ts';
import { expect, password, test } from './app.ts';
import { holdEntryScript } from './entry-script.ts';
import { keepConnection, signInForm } from './sign-in-form.ts';

/** What the page sends to Cognito from now on, as it goes over the wire. */
function cognitoCalls(page: Page): { operation: string; body: string }[] {
  const calls: { operation: string; body: string }[] = [];
  page.on('request', (request: Request) => {
    const target = request.headers()['x-amz-target'];
    if (target !== undefined) calls.push({ operation: target.split('.')[1] ?? '', body: request.postData() ?? '' });
  });
  return calls;
}

test('a typed user name and password sign in with SRP: the password never leaves the page', async ({ app }) => {
  const calls = cognitoCalls(app.page);
  await app.open();
  await signInForm(app.page).send('bob', password);
  await app.run();
  await expect(app.stamp).toContainText(/as.*bob.*readers/);
  expect(calls.map(({ operation }) => operation)).toEqual(['InitiateAuth', 'RespondToAuthChallenge']);
  expect(calls[0]?.body).toContain('USER_SRP_AUTH');
  expect(calls.filter(({ body }) => body.includes(password))).toEqual([]);
});

test('a kept connection of the password flow signs in with USER_PASSWORD_AUTH', async ({ app, standIn }) => {
  await keepConnection(app.configFolder, standIn, {
    authFlow: 'USER_PASSWORD_AUTH',
    appClientId: demoClientIds.passwordOnly,
  });
  const calls = cognitoCalls(app.page);
  await app.open();
  await expect(app.page.getByRole('combobox', { name: 'Connection' })).toHaveValue('own');
  await signInForm(app.page).send('bob', password);
  await app.run();
  await expect(app.stamp).toContainText(/HTTP 200.*as.*bob/);
  expect(calls).toHaveLength(1);
  expect(JSON.parse(calls[0]?.body ?? '')).toEqual({
    AuthFlow: 'USER_PASSWORD_AUTH',
    ClientId: demoClientIds.passwordOnly,
    AuthParameters: { USERNAME: 'bob', PASSWORD: password },
  });
});

test('a field left empty is asked for in its place, and nothing is sent', async ({ app, standIn }) => {
  await app.open();
  const form = signInForm(app.page);
  await form.submit.click();
  await expect(form.username).toBeFocused();
  await expect(form.username).toHaveAccessibleDescription(/Needed/);
  await form.username.fill('bob');
  await form.submit.click();
  await expect(form.password).toBeFocused();
  await expect(form.password).toHaveAccessibleDescription(/Needed/);
  expect(standIn.levers.requests).toEqual([]);
});

for (const press of ['click', 'Enter'] as const) {
  test(`text typed before the script is alive stays, and a Sign in pressed then (${press}) is done when it is`, async ({
    app,
  }) => {
    const script = await holdEntryScript(app.page);
    await app.page.goto(app.origin, { waitUntil: 'commit' });
    const form = signInForm(app.page);
    await form.type('bob', password);
    if (press === 'click') await form.submit.click();
    else await form.password.press('Enter');
    await script.asked;
    script.release();
    await app.run();
    await expect(app.stamp).toContainText(/as.*bob/);
  });
}

test('text typed before the script is alive stays when nothing was pressed', async ({ app }) => {
  const script = await holdEntryScript(app.page);
  await app.page.goto(app.origin, { waitUntil: 'commit' });
  const form = signInForm(app.page);
  await form.type('bob', 'half a passw');
  await script.asked;
  script.release();
  await expect(app.page.getByRole('combobox', { name: 'Connection' })).toHaveValue('demo');
  await expect(form.username).toHaveValue('bob');
  await expect(form.password).toHaveValue('half a passw');
});

test('a slow Cognito shows as busy, and Stop gives the form back as it was', async ({ app, standIn }) => {
  await app.open();
  const form = signInForm(app.page);
  await form.type('bob', password);
  for (const operation of ['InitiateAuth', 'RespondToAuthChallenge']) {
    await test.step(operation, async () => {
      const held = standIn.levers.misbehave({ target: 'cognito', operation }, { kind: 'hold' });
      await form.submit.click();
      await held.arrived;
      await expect(form.submit).toHaveText('Signing in…');
      await form.stop.click();
      await expect(form.submit).toHaveText('Sign in');
      await expect(form.submit).toBeFocused();
      await expect(form.failure).toBeHidden();
      await expect(form.username).toHaveValue('bob');
      await expect(form.password).toHaveValue(password);

      // The answer that comes too late signs nobody in; the next attempt does.
      held.release();
      await (
        await held.arrived
      ).ended;
      await expect(form.submit).toHaveText('Sign in');
    });
  }
  await form.submit.click();
  await app.run();
  await expect(app.stamp).toContainText(/as.*bob/);
});

test('after signing in, no field of the page holds the password', async ({ app }) => {
  await app.open();
  await signInForm(app.page).send('bob', password);
  await expect(app.operationEditor).toBeVisible();
  expect(await valuesOfFields(app.page)).not.toContain(password);

  await app.page.getByRole('button', { name: 'Add identity' }).click();
  const dialog = app.page.getByRole('dialog', { name: 'Add identity' });
  await signInForm(dialog).type('carol', password);
  expect(await valuesOfFields(app.page)).toContain(password);
  await signInForm(dialog).submit.click();
  await expect(dialog).toBeHidden();
  expect(await valuesOfFields(app.page)).not.toContain(password);
});

test('a reload asks to sign in again', async ({ app }) => {
  await app.open();
  await app.signInAs('bob');
  await app.page.reload();
  await expect(signInForm(app.page).username).toHaveValue('');
  await expect(signInForm(app.page).password).toHaveValue('');
  await expect(app.operationEditor).toBeHidden();
});

test('by keyboard alone: from an empty page to an answer', async ({ app }) => {
  const { keyboard } = app.page;
  await app.open();
  await expect(app.page.getByRole('combobox', { name: 'Connection' })).toHaveValue('demo');
  const order: string[] = [];
  while (order.at(-1) !== 'Sign in' && order.length < 20) {
    await keyboard.press('Tab');
    order.push(await nameOfFocused(app.page));
    if (order.at(-1) === 'Username') await keyboard.type('bob');
    if (order.at(-1) === 'Password') await keyboard.type(password);
  }
  expect(order).toEqual([
    'Theme: system',
    'New connection',
    'Connection',
    'Copy',
    'Username',
    'Password',
    'Show what was typed',
    'Sign in',
  ]);
  await keyboard.press('Enter');
  await expect(app.operationEditor.locator('.view-lines')).toContainText(/\w/);

  // GraphiQL lets Tab pass by its editors: Enter goes in.
  const place = '[aria-label="Operation Editor"] .graphiql-editor';
  const editor = `${place} .monaco-editor`;
  for (let tabs = 0; tabs < 40 && !(await hasFocus(app.page, place)); tabs += 1) await keyboard.press('Tab');
  await keyboard.press('Enter');
  expect(await hasFocus(app.page, editor)).toBe(true);
  await keyboard.press('ControlOrMeta+Enter');
  await expect(app.stamp).toContainText(/HTTP 200.*as.*bob/);

  // In there Tab is the editor's own, but it is no trap.
  await keyboard.press('Control+M');
  await keyboard.press('Tab');
  expect(await hasFocus(app.page, editor)).toBe(false);
});

const valuesOfFields = (page: Page) =>
  page.locator('input, textarea').evaluateAll((fields) => fields.map((field) => ('value' in field ? field.value : '')));

const hasFocus = (page: Page, selector: string) =>
  page.evaluate((within) => document.activeElement?.closest(within) !== null, selector);

/** Of whatever has the focus: its label, its text, or what it is. */
const nameOfFocused = (page: Page) =>
  page.evaluate(() => {
    const focused = document.activeElement;
    const labelled = focused instanceof HTMLInputElement || focused instanceof HTMLSelectElement;
    const label = labelled ? focused.labels?.[0]?.textContent : undefined;
    return (focused?.getAttribute('aria-label') ?? label ?? focused?.textContent ?? 'nothing').trim();
  });
