// The build's side of the editor: GraphiQL and Monaco without what nobody here uses (vite.editor-cuts.ts), in chunks that can be read
// side by side, their fonts as files, and everything compressed ahead.
import { Buffer } from 'node:buffer';
import { createHash } from 'node:crypto';
import { constants } from 'node:zlib';
import type { Plugin, UserConfig } from 'vite';
import { compression, defineAlgorithm } from 'vite-plugin-compression2';
import {
  checkWithSchemaOnly,
  drawHiddenEditorsLater,
  fetchDocsLater,
  fetchDraggingLater,
  leaveOutUnused,
} from './vite.editor-cuts.ts';
import { belongsToFirstScript, belongsToStart } from './vite.start.ts';

/** Makes files of the fonts that GraphiQL's sheets carry inline, so that each is fetched only when a text needs it. */
function fontsAsFiles(): Plugin {
  return {
    name: 'editor:fonts-as-files',
    apply: 'build',
    generateBundle(_options, bundle) {
      for (const sheet of Object.values(bundle)) {
        if (sheet.type !== 'asset' || !sheet.fileName.endsWith('.css')) continue;
        sheet.source = String(sheet.source).replaceAll(
          /url\(["']?data:font\/(woff2?);base64,([A-Za-z0-9+/=]+)["']?\)/g,
          (_whole, format: string, base64: string) => {
            const source = Buffer.from(base64, 'base64');
            const name = `font-${createHash('sha256').update(source).digest('base64url').slice(0, 8)}.${format}`;
            const fileName = sheet.fileName.replace(/[^/]*$/, name);
            if (!(fileName in bundle)) this.emitFile({ type: 'asset', fileName, source });
            return `url(${name})`;
          },
        );
      }
    },
  };
}

/**
 * Writes into the page which files the editor is made of, for fetch-ahead.ts: import() fetches and runs, and has no half that
 * only fetches.
 */
function tellEditorFiles(): Plugin {
  const starts = ['/src/workbench/workbench.tsx', '/src/workbench/editor/monaco.ts'];
  return {
    name: 'editor:tell-files',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler(_html, { bundle = {} }) {
        const chunks = Object.values(bundle).filter((output) => output.type === 'chunk');
        const filesFor = (modules: readonly string[]) => {
          const files = new Set<string>();
          const add = (chunk: (typeof chunks)[number] | undefined) => {
            if (!chunk || files.has(chunk.fileName)) return;
            for (const imported of chunk.imports) add(chunks.find(({ fileName }) => fileName === imported));
            files.add(chunk.fileName);
            for (const sheet of chunk.viteMetadata?.importedCss ?? []) files.add(sheet);
          };
          for (const chunk of chunks) {
            if (chunk.moduleIds.some((id) => modules.some((module) => id.endsWith(module)))) add(chunk);
          }
          return files;
        };
        // What the page itself fetches is there by then.
        const there = filesFor(['/src/main.tsx', '/src/start.tsx']);
        const files = [...filesFor(starts)].filter((file) => !there.has(file));
        const children = JSON.stringify(files.map((file) => `/${file}`));
        return [{ tag: 'script', attrs: { type: 'application/json', id: 'editor-files' }, children, injectTo: 'body' }];
      },
    },
  };
}

const packages = (...names: string[]) => new RegExp(`/node_modules/(?:${names.join('|')})(?:/|$)`);

const config: UserConfig = {
  // Three copies of a helper that React 19 brings itself.
  resolve: { alias: [{ find: /^react-compiler-runtime$/, replacement: 'react/compiler-runtime' }] },
  worker: { format: 'es', plugins: () => [leaveOutUnused()] },
  optimizeDeps: {
    // Else the dev server also looks through bench/bare, whose worker imports it cannot pre-bundle.
    entries: ['index.html'],
    // What the GraphQL worker imports: found by nobody before the worker runs, and partly CommonJS.
    include: [
      'monaco-graphql > graphql-language-service',
      'monaco-graphql > picomatch-browser',
      'monaco-graphql > prettier/parser-graphql',
      'monaco-graphql > prettier/standalone',
      'graphql',
    ],
    rolldownOptions: { plugins: [leaveOutUnused()] },
  },
  build: {
    chunkSizeWarningLimit: 1100,
    rolldownOptions: {
      checks: { moduleLevelDirective: false },
      output: {
        codeSplitting: {
          groups: [
            { name: 'first', test: belongsToFirstScript, priority: 9 },
            // One sheet for all of Monaco: each sheet that arrives by itself has the whole page styled again.
            { name: 'monaco-styles', test: /\/monaco-editor\/esm\/.*\.css/, priority: 9 },
            {
              name: 'monaco-core',
              test: /\/vs\/(?:editor\/common\/(?:standalone\/standaloneEnums|services\/editorBaseApi|core\/range)|base\/common\/uri)\.js$/,
              priority: 8,
            },
            // Makes an Error while it starts: with the inspector open (or a test runner), V8 then reads the whole chunk again.
            { name: 'monaco-keys', test: /\/vs\/platform\/contextkey\/common\/contextkey\.js$/, priority: 7 },
            { name: 'react', test: packages('react', 'react-dom', 'scheduler'), priority: 6 },
            {
              name: 'graphql',
              test: packages(
                'graphql',
                'graphql-language-service',
                'vscode-languageserver-types',
                'monaco-graphql/esm/utils.js',
              ),
              priority: 5,
            },
            { name: 'start', test: belongsToStart, priority: 5 },
            // Monaco in its own layers, each of which only imports the ones before it.
            { name: 'monaco-base', test: /\/monaco-editor\/esm\/vs\/(?:base|platform|nls)/, priority: 4 },
            { name: 'monaco-editor', test: /\/monaco-editor\/esm\/vs\/editor\/(?:common|browser)\//, priority: 3 },
            { name: 'monaco-rest', test: /\/(?:monaco-editor|monaco-graphql)\/esm\/.*\.js$/, priority: 2 },
          ],
        },
      },
    },
  },
};

/** For vite.config.ts: everything the editor needs, for the dev server and the build. */
export function editorBuild(): Plugin[] {
  return [
    { name: 'editor:config', config: () => config },
    leaveOutUnused(),
    checkWithSchemaOnly(),
    drawHiddenEditorsLater(),
    fetchDocsLater(),
    fetchDraggingLater(),
    fontsAsFiles(),
    tellEditorFiles(),
    precompressed(),
  ];
}

/** Brotli and gzip twins of every file worth it, for the helper to serve as they are. */
export function precompressed(): Plugin {
  return compression({
    include: /\.(?:js|css|html|svg|ttf|json)$/,
    threshold: 1024,
    algorithms: [
      defineAlgorithm('brotliCompress', { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }),
      defineAlgorithm('gzip', { level: 8 }),
    ],
  });
}
