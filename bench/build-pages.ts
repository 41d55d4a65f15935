// The pages the bench measures, as production builds: the app's, and two of the bench's own by the same Vite: a bare GraphiQL, and
// the SRP arithmetics side by side.
import { cp, rm } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { build } from 'vite';
import { ensureBuilt } from '../server/build-app.ts';
import { precompressed } from '../vite.editor.ts';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

export interface BenchPages {
  readonly app: string;
  readonly bare: string;
  readonly srp: string;
}

/** Returns the folders they were built into. */
export async function buildPages(): Promise<BenchPages> {
  const pages = { app: here('dist/app'), bare: here('dist/bare'), srp: here('dist/srp') };
  // A copy: another build may clear dist/ while the bench runs.
  await rm(pages.app, { recursive: true, force: true });
  await cp(await ensureBuilt(), pages.app, { recursive: true });
  // Nothing of vite.editor.ts but the compression: the bare page stays what Vite makes of GraphiQL by itself.
  const common = {
    configFile: false,
    mode: 'production',
    logLevel: 'error',
    plugins: [react(), precompressed()],
    define: { global: 'globalThis' },
  } as const;
  const into = (outDir: string) => ({ outDir, emptyOutDir: true, chunkSizeWarningLimit: 4000 });
  await build({ ...common, root: here('bare'), plugins: [...common.plugins], build: into(pages.bare) });
  await build({
    ...common,
    root: here('srp-page'),
    plugins: [...common.plugins],
    build: into(pages.srp),
    worker: { format: 'es' },
  });
  return pages;
}
