import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connectionPath, connectionsPath } from './api.ts';
import { builtPage } from './built-page.ts';
import { maxBodyBytes } from './guard.ts';
import { rawAnswer } from './raw-answer.ts';
import { startHelper, type Helper } from './start.ts';

let home = '';
let helper: Helper;
beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'edge-'));
  await writeFile(join(home, 'index.html'), '<!--launch-data-->');
  helper = await startHelper({ pages: builtPage(home), configFolder: join(home, 'config'), standIn: null });
});
afterAll(async () => {
  await helper.close();
  await rm(home, { recursive: true, force: true });
});

const raw = (request: string) => rawAnswer(helper.port, request);
const rawGet = (target: string, host = `localhost:${helper.port}`) =>
  raw(`GET ${target} HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`);

describe('the guard, on the wire', () => {
  it.each(['example.com', 'localhost', 'rebound.example'])('refuses Host %s with a sentence', async (host) => {
    const answer = await rawGet('/', host);
    expect(answer).toMatch(/^HTTP\/1\.1 403 /);
    expect(answer).toContain(`This helper answers only to http://localhost:${helper.port}.`);
    expect(answer).not.toContain('launch-data');
  });

  it.each(['http://example.com/', 'https://localhost/', '//example.com/'])('refuses the target %s', async (target) => {
    expect(await rawGet(target)).toMatch(/^HTTP\/1\.1 400 /);
  });

  it('refuses two Hosts', async () => {
    const own = `localhost:${helper.port}`;
    const answer = await raw(`GET / HTTP/1.1\r\nHost: ${own}\r\nHost: example.com\r\nConnection: close\r\n\r\n`);
    expect(answer).toMatch(/^HTTP\/1\.1 40[03] /);
  });

  it.each([
    ['no Origin', ''],
    ['a foreign Origin', 'Origin: https://example.com\r\n'],
    ['a same-site page of another port', 'Origin: http://localhost:1\r\nSec-Fetch-Site: same-site\r\n'],
  ])('refuses a change with %s, and nothing is kept', async (_, origin) => {
    const body = '{}';
    const answer = await raw(
      `PUT ${connectionPath('blog')} HTTP/1.1\r\nHost: localhost:${helper.port}\r\n${origin}` +
        `Content-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n${body}`,
    );
    expect(answer).toMatch(/^HTTP\/1\.1 403 /);
    expect(await (await fetch(helper.origin + connectionsPath)).json()).toEqual({ connections: [], notes: [] });
  });

  it('bounds a body that does not tell its length', async () => {
    const chunk = 'x'.repeat(maxBodyBytes);
    const answer = await raw(
      `PUT ${connectionPath('blog')} HTTP/1.1\r\nHost: localhost:${helper.port}\r\nOrigin: ${helper.origin}\r\n` +
        'Content-Type: application/json\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n' +
        `${chunk.length.toString(16)}\r\n${chunk}\r\n10\r\n${'x'.repeat(16)}\r\n0\r\n\r\n`,
    );
    expect(answer).toMatch(/^HTTP\/1\.1 413 /);
  });
});
