import { mkdtemp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ensureBuilt } from './build-app.ts';

let root = '';
const told: string[] = [];

const write = async (name: string, text: string) => {
  await mkdir(join(root, name, '..'), { recursive: true });
  await writeFile(join(root, name), text);
};
/** A build that copies its page, so that what dist/ holds can be seen. */
const build = async (from: string) => {
  await mkdir(join(from, 'dist'), { recursive: true });
  await writeFile(join(from, 'dist', 'index.html'), await readFile(join(from, 'index.html')));
};
const ensure = () => ensureBuilt({ root, build, onBuild: (kind) => told.push(kind) });

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'build-'));
  told.length = 0;
  await write('index.html', 'one');
  await write('src/app/main.ts', 'main');
});
afterEach(() => rm(root, { recursive: true, force: true }));

describe('ensureBuilt', () => {
  it('builds at the first start, and not again', async () => {
    expect(await ensure()).toBe(join(root, 'dist'));
    await ensure();
    expect(told).toEqual(['first']);
  });

  it.each([
    'index.html',
    'src/app/main.ts',
    'src/app/new/view.tsx',
    'public/favicon.svg',
    'package-lock.json',
    'vite.config.ts',
    'vite.editor.ts',
  ])('builds again when %s changes', async (name) => {
    await ensure();
    await write(name, 'changed');
    await ensure();
    expect(told).toEqual(['first', 'again']);
  });

  it('sees a file that only moved', async () => {
    await ensure();
    await rm(join(root, 'src/app/main.ts'));
    await write('src/main.ts', 'main');
    await ensure();
    expect(told).toEqual(['first', 'again']);
  });

  it.each(['src/app/main.test.ts', 'server/cli.ts', 'README.md'])(
    'leaves the page alone when %s changes',
    async (name) => {
      await ensure();
      await write(name, 'changed');
      await ensure();
      expect(told).toEqual(['first']);
    },
  );

  it('tries again after a build that failed', async () => {
    const failing = ensureBuilt({ root, build: () => Promise.reject(new Error('syntax')) });
    await expect(failing).rejects.toThrow('syntax');
    await ensure();
    expect(await readFile(join(root, 'dist', 'index.html'), 'utf8')).toBe('one');
  });
});
