import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDevPage, type DevPage } from './dev.ts';
import { startHelper, type Helper } from './start.ts';

let root = '';
let page: DevPage;
let helper: Helper;

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'dev-'));
  const html =
    '<!doctype html><head><!--launch-data--><script type="module" src="/main.ts"></script></head><script>1</script>';
  await writeFile(join(root, 'index.html'), html);
  await writeFile(join(root, 'main.ts'), 'const answer: number = 42; console.log(answer);');
  await writeFile(join(root, 'vite.config.ts'), "export default { logLevel: 'silent' };");
  await writeFile(join(root, 'package.json'), '{ "type": "module" }');
  page = await openDevPage(root);
  const configFolder = join(root, 'config');
  helper = await startHelper({ pages: page, configFolder, standIn: null, onUpgrade: page.onUpgrade });
});
afterAll(async () => {
  await helper.close();
  await page.close();
  await rm(root, { recursive: true, force: true });
});

const upgradeStatus = (origin: string, token: string): Promise<number | undefined> =>
  new Promise((resolve, reject) => {
    const asked = request({
      port: helper.port,
      host: '127.0.0.1',
      path: `/?token=${token}`,
      headers: {
        Host: `localhost:${helper.port}`,
        Origin: origin,
        Connection: 'Upgrade',
        Upgrade: 'websocket',
        'Sec-WebSocket-Version': '13',
        'Sec-WebSocket-Key': 'dGhlIHNhbXBsZSBub25jZQ==',
        'Sec-WebSocket-Protocol': 'vite-hmr',
      },
    });
    asked.once('upgrade', (answer, socket) => {
      socket.destroy();
      resolve(answer.statusCode);
    });
    asked.once('response', (answer) => {
      answer.resume();
      resolve(answer.statusCode);
    });
    asked.once('error', reject);
    asked.end();
  });

describe('the dev server', () => {
  it('serves the page with launch data, Vite’s client, and a nonce for every inline script', async () => {
    const answer = await fetch(helper.origin);
    const html = await answer.text();
    const nonce = /script-src 'self' 'nonce-([\w-]+)'/.exec(answer.headers.get('content-security-policy') ?? '')?.[1];
    expect(nonce).toBeDefined();
    expect(html).toContain('"connections":[]');
    expect(html).toMatch(/<script[^>]*src="\/@vite\/client"/);
    expect(html).toContain(`<script nonce="${nonce}">1</script>`);
  });

  it('serves sources as JavaScript, behind the guard’s headers', async () => {
    const answer = await fetch(`${helper.origin}/main.ts`);
    expect(await answer.text()).toMatch(/const answer = 42;/);
    expect(answer.headers.get('content-type')).toBe('text/javascript');
    expect(answer.headers.get('cross-origin-resource-policy')).toBe('same-origin');
    expect(answer.headers.get('access-control-allow-origin')).toBeNull();
  });

  it('answers the API and unknown paths like the built app', async () => {
    expect(await (await fetch(`${helper.origin}/api/connections`)).json()).toEqual({ connections: [], notes: [] });
    expect((await fetch(`${helper.origin}/nothing`)).status).toBe(404);
  });

  it('opens the reload socket for its own page only', async () => {
    const client = await (await fetch(`${helper.origin}/@vite/client`)).text();
    const token = /wsToken = "([^"]+)"/.exec(client)?.[1] ?? '';
    expect(await upgradeStatus(helper.origin, token)).toBe(101);
    expect(await upgradeStatus('https://example.com', token)).toBe(403);
  });
});
