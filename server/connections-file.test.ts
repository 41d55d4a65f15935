import { mkdtemp, mkdir, readFile, readdir, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Connection } from '../src/settings/connection.ts';
import { openConnectionsFile } from './connections-file.ts';

const connection = (id: string): Connection => ({
  id,
  name: `Name of ${id}`,
  userPoolId: 'eu-west-1_Abc',
  appClientId: '1example',
  graphqlEndpoint: 'https://api.example.com/graphql',
  authFlow: 'USER_SRP_AUTH',
});
const [a, b, c] = [connection('a'), connection('b'), connection('c')];
const noon = () => new Date('2026-01-02T12:00:00.000Z');

let home = '';
let folder = '';
beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'connections-'));
  folder = join(home, 'new', 'appsync-graphiql');
});
afterEach(() => rm(home, { recursive: true, force: true }));

const textOnDisk = () => readFile(join(folder, 'connections.json'), 'utf8');
const write = async (text: string) => {
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'connections.json'), text);
};

describe('the connections file', () => {
  it('is not there at first, and makes nothing by being read', async () => {
    expect(await openConnectionsFile(folder).read()).toEqual({ connections: [], notes: [] });
    expect(await readdir(home)).toEqual([]);
  });

  it('keeps connections readable, for their owner only, and leaves nothing else behind', async () => {
    const file = openConnectionsFile(folder);
    expect(await file.put(a)).toEqual({ ok: true, kept: { connections: [a], notes: [] } });
    expect(await textOnDisk()).toBe(`${JSON.stringify({ version: 1, connections: [a] }, null, 2)}\n`);
    expect(await readdir(folder)).toEqual(['connections.json']);
    if (process.platform !== 'win32') expect((await stat(file.path)).mode & 0o777).toBe(0o600);
  });

  it('takes many changes at once without losing one', async () => {
    const file = openConnectionsFile(folder);
    const names = Array.from({ length: 30 }, (_, index) => `c${index}`);
    await Promise.all(names.map((name) => file.put(connection(name))));
    expect((await file.read()).connections.map(({ id }) => id)).toEqual(names);
  });

  it('sees what another helper wrote, and keeps it', async () => {
    const [one, other] = [openConnectionsFile(folder), openConnectionsFile(folder)];
    await one.put(a);
    await other.put(b);
    await one.put({ ...c, name: 'mine' });
    await other.remove('a');
    expect((await one.read()).connections.map(({ id }) => id)).toEqual(['b', 'c']);
  });

  it('removes, and takes a missing id for removed', async () => {
    const file = openConnectionsFile(folder);
    await file.put(a);
    expect(await file.remove('b')).toEqual({ ok: true, kept: { connections: [a], notes: [] } });
    expect(await file.remove('a')).toEqual({ ok: true, kept: { connections: [], notes: [] } });
  });

  it('goes on after a change that was refused', async () => {
    const file = openConnectionsFile(folder);
    await file.put(a);
    const refused = await file.put({ ...b, name: a.name });
    expect(refused).toMatchObject({ ok: false, fault: 'refused' });
    expect(await file.put(b)).toMatchObject({ ok: true });
  });

  it('stays a link to the file a person keeps elsewhere', async () => {
    await mkdir(folder, { recursive: true });
    const elsewhere = join(home, 'dotfiles.json');
    await writeFile(elsewhere, JSON.stringify({ version: 1, connections: [] }));
    await symlink(elsewhere, join(folder, 'connections.json'));
    await openConnectionsFile(folder).put(a);
    expect(JSON.parse(await readFile(elsewhere, 'utf8'))).toEqual({ version: 1, connections: [a] });
  });
});

describe('a connections file that cannot be read', () => {
  it.each([
    ['damaged', '{"version": 1, "connections": [', [], 'is damaged'],
    ['in part not connections', JSON.stringify({ version: 1, connections: [a, { id: 'x' }] }), [a], 'One entry'],
  ])('when %s, is said so, left as it is, and set aside before a change', async (_, text, connections, words) => {
    await write(text);
    const file = openConnectionsFile(folder, noon);
    const read = await file.read();
    expect(read).toEqual({ connections, notes: [expect.stringContaining(words)] });
    expect(await textOnDisk()).toBe(text);
    expect(await readdir(folder)).toEqual(['connections.json']);

    const aside = join(folder, 'connections.damaged-2026-01-02T12-00-00.000Z.json');
    const changed = await file.put(b);
    expect(changed).toEqual({
      ok: true,
      kept: { connections: [...connections, b], notes: [expect.stringContaining(aside)] },
    });
    expect(await readFile(aside, 'utf8')).toBe(text);
    expect(await file.read()).toEqual({ connections: [...connections, b], notes: [] });
  });

  it('when of a later version, is never touched', async () => {
    const text = JSON.stringify({ version: 2, connections: [a] });
    await write(text);
    const file = openConnectionsFile(folder);
    expect(await file.read()).toEqual({ connections: [], notes: [expect.stringContaining('later version')] });
    expect(await file.put(b)).toMatchObject({
      ok: false,
      fault: 'refused',
      why: expect.stringContaining('later version'),
    });
    expect(await file.remove('a')).toMatchObject({ ok: false });
    expect(await textOnDisk()).toBe(text);
    expect(await readdir(folder)).toEqual(['connections.json']);
  });

  it('when a folder stands in its place, is a sentence', async () => {
    await mkdir(join(folder, 'connections.json'), { recursive: true });
    const file = openConnectionsFile(folder);
    expect(await file.read()).toEqual({ connections: [], notes: [expect.stringContaining('EISDIR')] });
    expect(await file.put(a)).toMatchObject({ ok: false, fault: 'disk' });
  });
});

it('a folder that cannot be made is a sentence', async () => {
  await writeFile(join(home, 'new'), 'a file where the folder should be');
  const changed = await openConnectionsFile(folder).put(a);
  expect(changed).toMatchObject({ ok: false, fault: 'disk', why: expect.stringMatching(/ENOTDIR|cannot be/) });
});
