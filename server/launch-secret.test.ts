import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as v from 'valibot';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { adminSignInPath, launchDataSchema, launchSecretHeader } from './api.ts';
import { builtPage } from './built-page.ts';
import { createLaunchSecret, isSameSecret } from './launch-secret.ts';
import { rawAnswer } from './raw-answer.ts';
import { startHelper, type Helper } from './start.ts';

let home = '';
let helper: Helper;
const start = () => startHelper({ pages: builtPage(home), configFolder: join(home, 'config'), standIn: null });

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'secret-'));
  await writeFile(join(home, 'index.html'), '<!--launch-data-->');
  helper = await start();
});
afterAll(async () => {
  await helper.close();
  await rm(home, { recursive: true, force: true });
});

async function secretOf({ origin }: Helper): Promise<string> {
  const json = />(.*)<\/script>/.exec(await (await fetch(origin)).text())?.[1] ?? '';
  return v.parse(launchDataSchema, JSON.parse(json)).launchSecret;
}

describe('the launch secret', () => {
  it('is in the page, the same for every load of one start, and another one at the next', async () => {
    const other = await start();
    const [first, again, others] = [await secretOf(helper), await secretOf(helper), await secretOf(other)];
    await other.close();
    expect(again).toBe(first);
    expect(others).not.toBe(first);
  });

  it('is compared whole', () => {
    const secret = createLaunchSecret();
    expect(isSameSecret(secret, secret)).toBe(true);
    for (const wrong of ['', secret.slice(1), `${secret}x`, secret.toUpperCase()]) {
      expect(isSameSecret(wrong, secret)).toBe(false);
    }
  });
});

describe('who may ask for the developer’s own AWS credentials to be used', () => {
  /** As bytes, because fetch sets Host itself. */
  async function statusFor(headers: Readonly<Record<string, string | undefined>>): Promise<string | undefined> {
    const all = {
      Host: `localhost:${helper.port}`,
      Origin: helper.origin,
      'Content-Type': 'application/json',
      'Content-Length': '2',
      Connection: 'close',
      [launchSecretHeader]: await secretOf(helper),
      ...headers,
    };
    const lines = Object.entries(all).flatMap(([name, value]) => (value === undefined ? [] : [`${name}: ${value}`]));
    const answer = await rawAnswer(helper.port, `POST ${adminSignInPath} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n{}`);
    return /^HTTP\/1\.1 (\d+) /.exec(answer)?.[1];
  }

  it('is the page with its secret', async () => {
    expect(await statusFor({})).not.toBe('403');
  });

  it.each([
    ['a page without the secret', { [launchSecretHeader]: undefined }],
    ['a page with an empty one', { [launchSecretHeader]: '' }],
    ['a page of an earlier start', { [launchSecretHeader]: createLaunchSecret() }],
    ['a foreign page, even with the secret', { Origin: 'https://example.com' }],
    ['a page of another port, even with the secret', { Origin: 'http://localhost:1' }],
    ['no page, even with the secret', { Origin: undefined }],
    ['a foreign Host, even with the secret', { Host: 'rebound.example' }],
  ])('is not %s', async (_, headers) => {
    expect(await statusFor(headers)).toBe('403');
  });
});
