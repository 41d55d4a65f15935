import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as v from 'valibot';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { handedKeysPath, launchDataSchema, launchSecretHeader, type HandedKey } from './api.ts';
import { builtPage } from './built-page.ts';
import { createHandedKeys } from './handed-keys.ts';
import { startHelper, type Helper } from './start.ts';

const key: HandedKey = { connectionId: 'shop', apiKey: 'da2-abcdefghijklmnopqrstuvwxyz', isDefault: true };

it('what was handed over goes to one page, what the start was given to each', () => {
  const given = { ...key, connectionId: 'given' };
  const keys = createHandedKeys([given]);
  keys.hand(key);
  expect(keys.take()).toEqual([given, key]);
  expect(keys.take()).toEqual([given]);
});

describe('the helper', () => {
  let home = '';
  let helper: Helper;
  beforeEach(async () => {
    home = await mkdtemp(join(tmpdir(), 'keys-'));
    await writeFile(join(home, 'index.html'), '<!--launch-data-->');
    helper = await startHelper({ pages: builtPage(home), configFolder: home, standIn: null });
  });
  afterEach(async () => {
    await helper.close();
    await rm(home, { recursive: true, force: true });
  });

  const open = async () => {
    const json = />(.*)<\/script>/.exec(await (await fetch(helper.origin)).text())?.[1] ?? '';
    return v.parse(launchDataSchema, JSON.parse(json));
  };
  const post = (body: object, secret: string) =>
    fetch(helper.origin + handedKeysPath, {
      method: 'POST',
      headers: { Origin: helper.origin, 'Content-Type': 'application/json', [launchSecretHeader]: secret },
      body: JSON.stringify(body),
    });

  it('gives a key to the next page, and writes it nowhere', async () => {
    const { launchSecret, apiKeys } = await open();
    expect(apiKeys).toEqual([]);
    expect((await post(key, launchSecret)).status).toBe(200);
    expect((await open()).apiKeys).toEqual([key]);
    expect((await open()).apiKeys).toEqual([]);
    expect(await readdir(home)).toEqual(['index.html']);
  });

  it('takes none from another page, nor what is none', async () => {
    const { launchSecret } = await open();
    expect((await post(key, 'x')).status).toBe(403);
    const answer = await post({ ...key, apiKey: 3 }, launchSecret);
    expect([answer.status, await answer.text()]).toEqual([400, expect.stringContaining('look at apiKey')]);
  });
});
