// The page as the build left it in dist/.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { PageSource } from './server.ts';
import { staticFiles } from './static-files.ts';

/** Reads index.html at each load: a build that came since the start is seen with the next reload. */
export function builtPage(dist: string): PageSource {
  return { template: () => readFile(join(dist, 'index.html'), 'utf8'), relaxations: {}, files: staticFiles(dist) };
}
