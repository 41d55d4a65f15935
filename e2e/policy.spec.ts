// What the page may load and whom it may call: the policy it is served with, that nothing it does breaks that, and that what
// it sends to AppSync is the raw token and nothing a browser would add by itself.
import type { Page } from '@playwright/test';
import { expect, password, test } from './app.ts';
import { signInForm } from './sign-in-form.ts';

/** Every breach of the policy from now on, as "directive address". */
async function policyBreaches(page: Page): Promise<string[]> {
  const breaches: string[] = [];
  await page.exposeFunction('policyBroken', (breach: string) => breaches.push(breach));
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) => {
      const { policyBroken } = globalThis as unknown as { policyBroken: (breach: string) => void };
      policyBroken(`${effectiveDirective} ${blockedURI}`);
    });
  });
  return breaches;
}

test('the policy names this page’s origin and the demo’s, and nobody else', async ({ app, standIn }) => {
  const answer = await app.page.goto(app.origin);
  expect(answer?.headers()['content-security-policy']).toBe(
    [
      `default-src 'none'`,
      `script-src 'self'`,
      `style-src 'self' 'unsafe-inline'`,
      `font-src 'self' data:`,
      `img-src 'self' data:`,
      `worker-src 'self'`,
      `connect-src 'self' http://localhost:${standIn.port} ws://localhost:${standIn.port}`,
      `base-uri 'none'`,
      `form-action 'none'`,
      `frame-ancestors 'none'`,
    ].join('; '),
  );
});

test('the main job breaks no policy, and no request of it leaves this machine', async ({ app, page }) => {
  const breaches = await policyBreaches(page);
  const hosts = new Set<string>();
  const note = (url: string) => {
    const { protocol, hostname } = new URL(url);
    if (protocol !== 'data:' && protocol !== 'blob:') hosts.add(hostname);
  };
  page.on('request', (request) => note(request.url()));
  page.on('websocket', (socket) => note(socket.url()));
  page.on('worker', (worker) => note(worker.url()));
  await app.open();
  await signInForm(page).send('alice', password);
  await app.run();
  await expect(app.stamp).toContainText('HTTP 200');
  await app.addIdentity('bob');
  await app.run();
  await expect(app.stamp).toContainText(/as.*bob/);
  // The docs are fetched when they are asked for, and the editor has workers, fonts and styles of its own.
  await page.getByRole('button', { name: 'Show Documentation Explorer' }).click();
  await expect(page.getByRole('region', { name: 'Documentation Explorer' })).toContainText('Query');
  await app.operationEditor.locator('.view-lines').click();
  await page.keyboard.press('ControlOrMeta+End');
  await page.keyboard.type('{ ');
  await expect(page.locator('.suggest-widget')).toContainText('posts');
  expect([...hosts]).toEqual(['localhost']);
  expect(breaches).toEqual([]);
});

test('no script stands in the page itself, and none that is put there runs', async ({ app, page, expectedErrors }) => {
  expectedErrors.push(/inline script/);
  const breaches = await policyBreaches(page);
  const html = await (await page.request.get(app.origin)).text();
  await app.open();
  await expect(page.getByRole('combobox', { name: 'Connection' })).toHaveValue('demo');
  const inline = await page.evaluate((text) => {
    const served = new DOMParser().parseFromString(text, 'text/html');
    return [...served.querySelectorAll('*')]
      .filter(
        (element) =>
          (element.localName === 'script' &&
            !element.hasAttribute('src') &&
            element.getAttribute('type') !== 'application/json') ||
          element.getAttributeNames().some((name) => name.startsWith('on')) ||
          [element.getAttribute('href'), element.getAttribute('src')].some((url) =>
            /^(?:javascript|data):/.test(url ?? ''),
          ),
      )
      .map((element) => element.outerHTML);
  }, html);
  expect(inline).toEqual([]);

  await page.evaluate(() => {
    const script = document.createElement('script');
    script.textContent = 'document.title = "an inline script ran"';
    document.head.append(script);
  });
  await expect.poll(() => breaches).toEqual(['script-src-elem inline']);
  expect(await page.title()).toBe('AppSync GraphiQL');
});

test('a call to any other origin is stopped by the policy', async ({ app, page, expectedErrors }) => {
  expectedErrors.push(/Content Security Policy|Refused to connect|Fetch API cannot load/);
  const breaches = await policyBreaches(page);
  await app.open();
  // A port where something listens, so that only the policy can be what stops it: the helper itself, under its other name.
  const elsewhere = new URL('/', app.origin.replace('localhost', '127.0.0.1')).href;
  expect((await page.request.get(elsewhere)).ok()).toBe(true);
  const outcome = await page.evaluate(
    (url) => fetch(url, { mode: 'no-cors' }).then(String, (error: unknown) => String(error)),
    elsewhere,
  );
  expect(outcome).toContain('TypeError');
  await expect.poll(() => breaches).toEqual([`connect-src ${elsewhere}`]);
});

test('AppSync gets the raw token, and neither cookie nor referrer', async ({ app, page, context, standIn }) => {
  // Cookies know no ports: this one would go to the stand-in as well, if cookies were sent.
  await context.addCookies([{ name: 'somebody', value: 'elses', url: app.origin }]);
  const idTokens: string[] = [];
  page.on('response', async (response) => {
    const body = response.url() === standIn.cognitoEndpoint ? await response.text().catch(() => '') : '';
    const token = /"IdToken":\s*"([^"]+)"/.exec(body)?.[1];
    if (token !== undefined) idTokens.push(token);
  });
  const document = page.waitForRequest(`${app.origin}/`);
  await app.open();
  expect((await (await document).allHeaders())['cookie']).toBe('somebody=elses');
  await app.signInAs('alice');
  const asked = page.waitForRequest(
    (request) => request.method() === 'POST' && (request.postData() ?? '').includes('salary'),
  );
  await app.run();
  const headers = await (await asked).allHeaders();
  expect(idTokens).toHaveLength(1);
  expect(headers['authorization']).toBe(idTokens[0]);
  expect(headers).toMatchObject({ 'content-type': 'application/json', origin: app.origin });
  expect(Object.keys(headers)).not.toContain('cookie');
  expect(Object.keys(headers)).not.toContain('referer');
});
