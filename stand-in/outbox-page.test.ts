import { createHash } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { deliverCode } from './cognito/code-delivery.ts';
import { createCognito, type Cognito } from './cognito/cognito.ts';
import { demoPool } from './demo/demo-pool.ts';
import { outboxApp, outboxPath } from './outbox-page.ts';
import { rawRequest } from './raw-request.ts';
import { startStandIn, type StandIn } from './start.ts';

const start = Date.UTC(2026, 2, 5, 9, 7, 3);
let time: number;
let cognito: Cognito;
beforeEach(() => {
  time = start;
  cognito = createCognito(
    [demoPool()],
    () => time,
    () => new Promise(() => undefined),
  );
});

const get = async (path = outboxPath) => outboxApp(cognito).request(path);
const pageText = async (path?: string) => (await get(path)).text();
const user = (name: string) => {
  const found = cognito.pools[0]?.users.find(({ username }) => username === name);
  if (found === undefined) throw new Error(`There is no user ${name}.`);
  return found;
};
const send = (name: string, medium: 'SMS' | 'EMAIL') =>
  deliverCode(cognito.state.outbox, { user: user(name), medium, purpose: 'mfa', now: time }).code;

test('says that it is a pretence, and that there is nothing yet', async () => {
  const text = await pageText();
  expect(text).toContain('<h1>Pretend mailbox</h1>');
  expect(text).toContain('Nothing was sent to anybody.');
  expect(text).toContain('None yet.');
});

test('shows the messages, the newest first, with the whole address', async () => {
  const first = send('mia', 'SMS');
  time += 60_000;
  const second = send('emma', 'EMAIL');
  const text = await pageText();
  expect(text).not.toContain('None yet.');
  expect(text.indexOf(second)).toBeLessThan(text.indexOf(first));
  expect(text).toMatch(
    /<strong>mia<\/strong>, by SMS to \+15555550123, at\s+<time datetime="2026-03-05T09:07:03.000Z"/,
  );
  expect(text).toMatch(/<strong>emma<\/strong>, by e-mail to emma@example.com, at/);
});

test('shows what the authenticator apps would, also of one that is being set up', async () => {
  user('bob').softwareToken = { secret: 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ', verified: false };
  time = 59_000;
  const text = await pageText();
  expect(text).toMatch(/<strong>bob<\/strong>, who is just setting it up\s*<\/p>\s*<p class="code">287082<\/p>/);
  expect(text).toMatch(/<strong>tom<\/strong>\s*<\/p>\s*<p class="code">\d{6}<\/p>/);
  expect(text).toMatch(/Good until\s+<time datetime="1970-01-01T00:01:00.000Z"/);
});

test('looks again by itself only when asked to', async () => {
  expect(await pageText()).not.toContain('http-equiv="refresh"');
  expect(await pageText(`${outboxPath}?again`)).toContain('<meta http-equiv="refresh" content="5" />');
});

test('what stands in a message is text, never markup', async () => {
  user('mia').attributes = { phone_number: '<img src=x onerror=alert(1)>' };
  send('mia', 'SMS');
  const text = await pageText();
  expect(text).not.toContain('<img');
  expect(text).toContain('&lt;img');
});

test('the policy lets in its own style and nothing else, least of all a script', async () => {
  const response = await get();
  const style = /<style>([\s\S]*)<\/style>/.exec(await response.text())?.[1] ?? '';
  const hash = createHash('sha256').update(style).digest('base64');
  expect(response.headers.get('content-security-policy')).toBe(
    `default-src 'none'; style-src 'sha256-${hash}'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
  );
  expect(response.headers.get('cache-control')).toBe('no-store');
  expect(response.headers.get('referrer-policy')).toBe('no-referrer');
});

describe('over the network', () => {
  let standIn: StandIn;
  beforeEach(async () => {
    standIn = await startStandIn();
  });
  afterEach(() => standIn.close());

  test.each([
    ['localhost', 'HTTP/1.1 200 OK'],
    ['attacker.example', 'HTTP/1.1 403 Forbidden'],
  ])('%s: %s', async (name, statusLine) => {
    const { port } = standIn;
    const answer = await rawRequest({ port, line: `GET ${outboxPath} HTTP/1.1`, headers: { host: `${name}:${port}` } });
    expect(answer.statusLine).toBe(statusLine);
    expect(answer.headers).not.toHaveProperty('access-control-allow-origin');
  });
});
