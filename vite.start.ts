// Puts everything the page's start imports, and nothing else, into one chunk: the bundler would cut out, as a file each, every
// button and icon that a part fetched later shares with it, and a request costs more than those weigh.
import type { Plugin } from 'vite';

const firstScript = '/src/main.tsx';
const start = '/src/start.tsx';
let inFirst: ReadonlySet<string> = new Set();
let inStart: ReadonlySet<string> = new Set();

/** Both are known once the build has read all modules. What the first script imports must not wait for the start. */
export const belongsToFirstScript = (id: string): boolean => inFirst.has(id) && !id.endsWith(firstScript);
export const belongsToStart = (id: string): boolean => inStart.has(id) && !inFirst.has(id);

export function startInOneChunk(): Plugin {
  return {
    name: 'start:one-chunk',
    apply: 'build',
    buildEnd() {
      const importedBy = (entry: string) => {
        const ids = new Set<string>();
        const add = (id: string | undefined) => {
          if (id === undefined || ids.has(id)) return;
          ids.add(id);
          for (const imported of this.getModuleInfo(id)?.importedIds ?? []) add(imported);
        };
        add([...this.getModuleIds()].find((id) => id.endsWith(entry)));
        return ids;
      };
      inFirst = importedBy(firstScript);
      inStart = importedBy(start);
    },
  };
}
