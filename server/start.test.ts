import { mkdtemp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, brotliDecompressSync, gzipSync } from 'node:zlib';
import * as v from 'valibot';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Connection } from '../src/settings/connection.ts';
import { connectionPath, launchDataSchema } from './api.ts';
import { builtPage } from './built-page.ts';
import { rawAnswer } from './raw-answer.ts';
import { startHelper, type Helper } from './start.ts';

const script = 'export const answer = 42;\n'.repeat(100);
const connection: Connection = {
  id: 'blog',
  name: 'Blog </script>',
  userPoolId: 'eu-west-1_Abc',
  appClientId: '1example',
  graphqlEndpoint: 'https://api.example.com/graphql',
  authFlow: 'USER_SRP_AUTH',
};

let home = '';
let helper: Helper;

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'helper-'));
  const dist = join(home, 'dist');
  await mkdir(join(dist, 'assets'), { recursive: true });
  const files: Record<string, string | Uint8Array> = {
    'index.html': '<!doctype html><title>t</title><!--launch-data-->',
    'index.html.br': brotliCompressSync('not to be served'),
    '.build-stamp': 'not to be served',
    'favicon.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
    'assets/app-1a2b.js': script,
    'assets/app-1a2b.js.br': brotliCompressSync(script),
    'assets/app-1a2b.js.gz': gzipSync(script),
    'assets/m.wasm': new Uint8Array([0, 97, 115, 109]),
    'assets/f.ttf': 'font',
    'assets/f.woff2': 'font',
    'assets/s.css': 'body{}',
  };
  await writeFile(join(home, 'package.json'), 'not to be served');
  for (const [name, content] of Object.entries(files)) await writeFile(join(dist, name), content);
  helper = await startHelper({ pages: builtPage(dist), configFolder: join(home, 'config'), standIn: null });
});
afterAll(async () => {
  await helper.close();
  await rm(home, { recursive: true, force: true });
});

const raw = (request: string, host?: string) => rawAnswer(helper.port, request, host);
const rawGet = (target: string) =>
  raw(`GET ${target} HTTP/1.1\r\nHost: localhost:${helper.port}\r\nConnection: close\r\n\r\n`);

const put = (body: unknown, headers: Record<string, string> = {}, id = 'blog') =>
  fetch(helper.origin + connectionPath(id), {
    method: 'PUT',
    headers: { Origin: helper.origin, 'Content-Type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });

const launchDataOf = (html: string) => {
  const json = /<script type="application\/json" id="launch-data">(.*?)<\/script>/s.exec(html)?.[1] ?? '';
  return v.parse(launchDataSchema, JSON.parse(json));
};

describe('the page', () => {
  it('comes with its launch data, the strict policy and the headers that keep others out', async () => {
    const answer = await fetch(helper.origin);
    expect(launchDataOf(await answer.text())).toEqual({
      connections: [],
      demo: null,
      notes: [],
      apiKeys: [],
      launchSecret: expect.stringMatching(/^[\w-]{43}$/),
    });
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'content-security-policy': expect.stringMatching(
        /^default-src 'none'; script-src 'self'; .*connect-src 'self'; /,
      ),
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'permissions-policy': expect.stringContaining('camera=()'),
    });
  });

  it('is compressed for who can read it, and the template’s own compressed twin is never served', async () => {
    const answer = await raw(
      `GET / HTTP/1.1\r\nHost: localhost:${helper.port}\r\nAccept-Encoding: gzip, br\r\nConnection: close\r\n\r\n`,
    );
    expect(answer).toMatch(/content-encoding: br/i);
    expect(answer).toMatch(/vary: accept-encoding/i);
    const body = Buffer.from(answer.slice(answer.indexOf('\r\n\r\n') + 4), 'latin1');
    expect(brotliDecompressSync(body).toString()).toContain('launch-data');
  });

  it('is one page under both its names, and answers HEAD without a body', async () => {
    expect(await (await fetch(`${helper.origin}/index.html`)).text()).toContain('id="launch-data"');
    const head = await raw(`HEAD / HTTP/1.1\r\nHost: localhost:${helper.port}\r\nConnection: close\r\n\r\n`);
    expect(head).toMatch(/^HTTP\/1\.1 200 /);
    expect(head.endsWith('\r\n\r\n')).toBe(true);
  });

  it.each(['127.0.0.1', '::1'])('listens on %s', async (host) => {
    const answer = await raw(
      `GET / HTTP/1.1\r\nHost: localhost:${helper.port}\r\nConnection: close\r\n\r\n`,
      host,
    ).catch((error: unknown) => error);
    // A machine without IPv6 has no ::1; that is allowed.
    if (answer instanceof Error)
      expect([host, answer.message]).toEqual(['::1', expect.stringMatching(/EADDRNOTAVAIL|EAFNOSUPPORT/)]);
    else expect(answer).toMatch(/^HTTP\/1\.1 200 /);
  });
});

describe('its files', () => {
  it.each([
    ['br', 'gzip, deflate, br'],
    ['gzip', 'gzip'],
    [null, 'identity'],
  ])('are served %s-compressed to a browser that accepts %j', async (encoding, accepted) => {
    const answer = await fetch(`${helper.origin}/assets/app-1a2b.js`, { headers: { 'Accept-Encoding': accepted } });
    expect(await answer.text()).toBe(script);
    expect(answer.headers.get('content-encoding')).toBe(encoding);
    expect(answer.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
    expect(answer.headers.get('vary')).toBe('Accept-Encoding');
    expect(answer.headers.get('cache-control')).toContain('immutable');
    expect(answer.headers.get('content-security-policy')).toContain("connect-src 'self';");
  });

  it.each([
    ['/assets/m.wasm', 'application/wasm'],
    ['/assets/f.ttf', 'font/ttf'],
    ['/assets/f.woff2', 'font/woff2'],
    ['/assets/s.css', 'text/css; charset=utf-8'],
    ['/favicon.svg', 'image/svg+xml; charset=utf-8'],
  ])('%s is %s', async (path, type) => {
    const answer = await fetch(helper.origin + path);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, type]);
    await answer.arrayBuffer();
  });

  it('that carry no hash are asked for again', async () => {
    const answer = await fetch(`${helper.origin}/favicon.svg`, { method: 'HEAD' });
    expect(answer.headers.get('cache-control')).toBe('no-cache');
  });

  it.each([
    '/nothing',
    '/assets',
    '/assets/',
    '/.build-stamp',
    '/index.html.br',
    '/assets/app-1a2b.js.gz',
    '/../package.json',
    '/assets/../../package.json',
    '/%2e%2e/package.json',
    '/%2e%2e%2fpackage.json',
    '/assets/..%2f..%2fpackage.json',
    '/..%5cpackage.json',
    '/%252e%252e%252fpackage.json',
    '/assets/%00',
    '/assets/%',
    '/%2ebuild-stamp',
    '/index.html%2ebr',
  ])('%s is not one of them', async (target) => {
    const answer = await rawGet(target);
    expect(answer).toMatch(/^HTTP\/1\.1 404 /);
    expect(answer).not.toContain('not to be served');
  });
});

describe('the connections', () => {
  it('are kept, named in the page and its policy at the next load, and removed', async () => {
    const kept = await put({ ...connection, password: 'Passw0rd!' });
    expect([kept.status, await kept.json()]).toEqual([200, { connections: [connection], notes: [] }]);
    expect(await readFile(join(home, 'config', 'connections.json'), 'utf8')).not.toContain('Passw0rd!');

    const page = await fetch(helper.origin);
    expect(page.headers.get('content-security-policy')).toContain(
      "connect-src 'self' https://cognito-idp.eu-west-1.amazonaws.com https://api.example.com wss://api.example.com;",
    );
    expect(launchDataOf(await page.text()).connections).toEqual([connection]);

    const removed = await fetch(helper.origin + connectionPath('blog'), {
      method: 'DELETE',
      headers: { Origin: helper.origin },
    });
    expect(await removed.json()).toEqual({ connections: [], notes: [] });
  });

  it.each([
    [400, 'no JSON', 'blog', 'Origin'],
    [400, { ...connection, userPoolId: 'x', authFlow: 'y' }, 'blog', 'look at userPoolId, authFlow.'],
    [400, connection, 'other', 'The id in the path is another one.'],
  ])('answers %i to what is none', async (status, body, id, words) => {
    const answer = await put(body, {}, id);
    expect(answer.status).toBe(status);
    expect(await answer.text()).toContain(words === 'Origin' ? 'This is not a connection' : words);
  });

  it('are not kept in a file of a later version, which is the person’s to mend', async () => {
    const folder = join(home, 'later');
    await mkdir(folder);
    await writeFile(join(folder, 'connections.json'), JSON.stringify({ version: 99, connections: [] }));
    await writeFile(join(folder, 'index.html'), '<!--launch-data-->');
    const other = await startHelper({ pages: builtPage(folder), configFolder: folder, standIn: null });
    const answer = await fetch(other.origin + connectionPath('blog'), {
      method: 'PUT',
      headers: { Origin: other.origin, 'Content-Type': 'application/json' },
      body: JSON.stringify(connection),
    });
    await other.close();
    expect([answer.status, await answer.text()]).toEqual([409, expect.stringContaining('later version')]);
  });

  it('that another page asks for by a preflight are refused without CORS headers', async () => {
    const answer = await fetch(helper.origin + connectionPath('blog'), {
      method: 'OPTIONS',
      headers: { Origin: 'https://example.com', 'Access-Control-Request-Method': 'PUT' },
    });
    expect([answer.status, answer.headers.get('access-control-allow-origin')]).toEqual([403, null]);
  });
});

describe('errors nobody foresaw', () => {
  it('are a sentence for the page and are told to the terminal', async () => {
    const unforeseen: Error[] = [];
    const lost = await startHelper({
      pages: builtPage(home),
      configFolder: home,
      standIn: null,
      onError: (error) => unforeseen.push(error),
    });
    const answer = await fetch(lost.origin);
    await lost.close();
    expect([answer.status, await answer.text()]).toEqual([500, expect.not.stringContaining(home)]);
    expect(unforeseen.map(({ message }) => message)).toEqual([expect.stringContaining(home)]);
  });
});

describe('closing', () => {
  it('ends a connection that is kept open, at once', async () => {
    const other = await startHelper({ pages: builtPage(home), configFolder: home, standIn: null });
    const ended = new Promise<void>((resolve, reject) => {
      const socket = connect(other.port, '127.0.0.1', () => void other.close().catch(reject));
      socket.on('error', () => {});
      socket.once('close', () => resolve());
    });
    await ended;
  });

  it('leaves a taken port to its owner', async () => {
    const attempt = startHelper({ port: helper.port, pages: builtPage(home), configFolder: home, standIn: null });
    await expect(attempt).rejects.toMatchObject({ code: 'EADDRINUSE' });
    expect((await fetch(helper.origin)).status).toBe(200);
  });
});
