// Builds the page when its sources are not the ones dist/ was built from, so that one command is enough after a clone.
// Vite is loaded only then: it is most of a start.
import { createHash } from 'node:crypto';
import { readFile, readdir, writeFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The checkout this file is part of. */
export const projectRoot = fileURLToPath(new URL('..', import.meta.url));

const inputs = [
  'index.html',
  'package.json',
  'package-lock.json',
  'tsconfig.base.json',
  'tsconfig.browser.json',
  'server/api.ts',
  'src',
  'public',
];

/** vite.config.ts and what it is cut into. */
const isBuildFile = /^vite\..+\.ts$/;
const stampName = '.build-stamp';
const isTest = /\.test\.tsx?$/;

async function filesOf(path: string): Promise<string[]> {
  try {
    const entries = await readdir(path, { withFileTypes: true, recursive: true });
    return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOTDIR') return [path];
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  }
}

/** A digest of names and contents of everything the build reads. */
async function digestOfInputs(root: string): Promise<string> {
  const buildFiles = (await readdir(root)).filter((name) => isBuildFile.test(name));
  const found = (await Promise.all([...inputs, ...buildFiles].map((input) => filesOf(join(root, input))))).flat();
  const paths = found.filter((path) => !isTest.test(path)).toSorted();
  const contents = await Promise.all(paths.map((path) => readFile(path)));
  const hash = createHash('sha256');
  for (const [index, path] of paths.entries()) {
    const content = contents[index] ?? '';
    hash.update(`${relative(root, path).replaceAll(sep, '/')}\0${content.length}\0`).update(content);
  }
  return hash.digest('hex');
}

async function viteBuild(root: string): Promise<void> {
  const { build } = await import('vite');
  await build({ root, configFile: join(root, 'vite.config.ts'), mode: 'production', logLevel: 'warn' });
}

export interface BuildOptions {
  readonly root?: string;
  /** Where the build writes; default: dist/ of the root. */
  readonly dist?: string;
  /** Told before a build starts. */
  readonly onBuild?: (kind: 'first' | 'again') => void;
  readonly build?: (root: string) => Promise<void>;
}

/** Sees to it that dist/ holds the page of these sources, and returns its path. The stamp is written last. */
export async function ensureBuilt(options: BuildOptions = {}): Promise<string> {
  const { root = projectRoot, dist = join(root, 'dist'), build = viteBuild } = options;
  const stamp = join(dist, stampName);
  const digest = await digestOfInputs(root);
  const built = await readFile(stamp, 'utf8').catch(() => undefined);
  if (built !== digest) {
    options.onBuild?.(built === undefined ? 'first' : 'again');
    await build(root);
    await writeFile(stamp, digest);
  }
  return dist;
}
