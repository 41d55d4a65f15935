// The build's side of the editor: what GraphiQL and Monaco bring and nobody here uses is left out, and the rest is cut into chunks
// that can be read side by side. It must change no file of theirs, and nothing a person could notice: each replacement says why not.
import { Buffer } from 'node:buffer';
import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { constants } from 'node:zlib';
import type { Plugin, UserConfig } from 'vite';
import { compression, defineAlgorithm } from 'vite-plugin-compression2';

const trimmedMonaco = fileURLToPath(new URL('./src/workbench/editor/monaco.ts', import.meta.url));

/** For a class that is imported but never made here; it says so, should that ever be wrong. */
const neverMade = (name: string) =>
  `export class ${name} { constructor() { throw new Error('${name} is not in this build: see vite.editor.ts.'); } }`;
/** For a controller that Monaco looks up per editor, and does without where an editor has none. */
const absent = (name: string) => `export class ${name} { static get() { return null; } }`;

/** What is read in the place of a module, by the end of the module's path. */
const replacements: Readonly<Record<string, string>> = {
  // All of Monaco's contributions; monaco.ts names those an editor for GraphQL and JSON needs.
  'monaco-graphql/esm/monaco-editor.js': `export * from ${JSON.stringify(trimmedMonaco)};`,
  // Nothing here compares two texts, in the page or in a worker.
  'monaco-editor/esm/vs/editor/browser/widget/diffEditor/diffEditorWidget.js': neverMade('DiffEditorWidget'),
  'monaco-editor/esm/vs/editor/browser/widget/multiDiffEditor/multiDiffEditorWidget.js':
    neverMade('MultiDiffEditorWidget'),
  'monaco-editor/esm/vs/editor/common/diff/linesDiffComputers.js': `
    const none = () => { throw new Error('Comparing is not in this build: see vite.editor.ts.'); };
    export const linesDiffComputers = { getLegacy: none, getDefault: none };`,
  // The hover asks whether one of its parts is of these classes. Without colour swatches and inlay hints none is.
  'monaco-editor/esm/vs/editor/contrib/colorPicker/browser/colorHoverParticipant.js':
    neverMade('ColorHoverParticipant'),
  'monaco-editor/esm/vs/editor/contrib/inlayHints/browser/inlayHintsHover.js': neverMade('InlayHintsHover'),
  // Quick fixes and paste providers, of which neither language has any. A plain paste does not pass here.
  'monaco-editor/esm/vs/editor/contrib/codeAction/browser/codeActionController.js': absent('CodeActionController'),
  'monaco-editor/esm/vs/editor/contrib/dropOrPasteInto/browser/copyPasteController.js': absent('CopyPasteController'),
};

function leaveOutUnused(): Plugin {
  const ends = Object.entries(replacements);
  return {
    name: 'editor:leave-out-unused',
    enforce: 'pre',
    load: {
      filter: { id: /\/(?:monaco-editor|monaco-graphql)\/esm\// },
      handler: (id) => ends.find(([end]) => id.endsWith(`/${end}`))?.[1] ?? null,
    },
  };
}

/**
 * The documentation pane with its search box and its Markdown is half of GraphiQL's code, and closed at first: it is fetched when
 * the browser has long had nothing else to do, or when the pane is opened, whichever comes first.
 */
function fetchDocsLater(): Plugin {
  const pane = /\/@graphiql\/plugin-doc-explorer\/dist\/components\/doc-explorer\.js$/;
  return {
    name: 'editor:fetch-docs-later',
    enforce: 'pre',
    apply: 'build',
    load: {
      filter: { id: pane },
      handler: (id) => `
        import { createElement, useEffect, useState } from 'react';
        import { Spinner } from '@graphiql/react';
        let Arrived;
        const fetchPane = () => import(${JSON.stringify(`${id}?whole`)}).then((pane) => (Arrived = pane.DocExplorer));
        setTimeout(() => (globalThis.requestIdleCallback ?? setTimeout)(() => void fetchPane().catch(() => undefined)), 3000);
        export function DocExplorer() {
          const [Pane, show] = useState(() => Arrived);
          const [failure, fail] = useState();
          useEffect(() => { if (!Pane) fetchPane().then((pane) => show(() => pane), fail); }, [Pane]);
          if (failure) throw failure;
          return createElement(Pane ?? Spinner);
        }`,
    },
  };
}

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

const packages = (...names: string[]) => new RegExp(`/node_modules/(?:${names.join('|')})/`);

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
            // Small, and needed by everybody: they would land in the middle of a large one.
            { name: 'preload', test: /vite\/preload-helper/, priority: 9 },
            {
              name: 'monaco-core',
              test: /\/vs\/(?:editor\/common\/(?:standalone\/standaloneEnums|services\/editorBaseApi|core\/range)|base\/common\/uri)\.js$/,
              priority: 8,
            },
            // Makes an Error while it starts: with the inspector open (or a test runner), V8 then reads the whole chunk again.
            { name: 'monaco-keys', test: /\/vs\/platform\/contextkey\/common\/contextkey\.js$/, priority: 7 },
            { name: 'react', test: packages('react', 'react-dom', 'scheduler'), priority: 6 },
            { name: 'graphql', test: packages('graphql'), priority: 5 },
            // Monaco in its own layers, each of which only imports the ones before it.
            { name: 'monaco-base', test: /\/monaco-editor\/esm\/vs\/(?:base|platform|nls)/, priority: 4 },
            { name: 'monaco-editor', test: /\/monaco-editor\/esm\/vs\/editor\/(?:common|browser)\//, priority: 3 },
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
    fetchDocsLater(),
    fontsAsFiles(),
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
