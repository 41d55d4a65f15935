// What GraphiQL and Monaco bring that nobody here uses, and what they bring too early. Each replacement says why nobody can notice.
// It must change no file of theirs.
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

const ours = (name: string) => fileURLToPath(new URL(`./src/workbench/editor/${name}`, import.meta.url));
const trimmedMonaco = ours('monaco.ts');
const drawWhenSeen = ours('draw-when-seen.ts');

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
  // GraphiQL's editors have no minimap; the view wants the part all the same.
  'monaco-editor/esm/vs/editor/browser/viewParts/minimap/minimap.js': `
    import { createFastDomNode } from '../../../../base/browser/fastDomNode.js';
    import { ViewPart } from '../../view/viewPart.js';
    export class Minimap extends ViewPart {
      #node = createFastDomNode(document.createElement('div'));
      getDomNode() { return this.#node; }
      prepareRender() {}
      render() {}
    }`,
  // A drop-down in a toolbar, which no toolbar of ours has.
  'monaco-editor/esm/vs/base/browser/ui/selectBox/selectBox.js': neverMade('SelectBox'),
  // The hover asks whether one of its parts is of these classes. Without colour swatches and inlay hints none is.
  'monaco-editor/esm/vs/editor/contrib/colorPicker/browser/colorHoverParticipant.js':
    neverMade('ColorHoverParticipant'),
  'monaco-editor/esm/vs/editor/contrib/inlayHints/browser/inlayHintsHover.js': neverMade('InlayHintsHover'),
  // Quick fixes and paste providers, of which neither language has any. A plain paste does not pass here.
  'monaco-editor/esm/vs/editor/contrib/codeAction/browser/codeActionController.js': absent('CodeActionController'),
  'monaco-editor/esm/vs/editor/contrib/dropOrPasteInto/browser/copyPasteController.js': absent('CopyPasteController'),
};

/** For the page and for the workers. */
export function leaveOutUnused(): Plugin {
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
 * The GraphQL worker finds nothing wrong with a text as long as there is no schema, and is started anew when one arrives: so it is not
 * started for nothing (and, under its feet, fetched twice) while nobody is signed in.
 */
export function checkWithSchemaOnly(): Plugin {
  const before = 'async _doValidate(resource, languageId, variablesUris) {';
  return {
    name: 'editor:check-with-schema-only',
    transform: {
      filter: { id: /\/monaco-graphql\/esm\/languageFeatures\.js$/ },
      handler(code) {
        if (!code.includes(before))
          this.error('monaco-graphql has changed: see checkWithSchemaOnly in vite.editor-cuts.ts.');
        return { code: code.replace(before, `${before} if (!this.defaults.schemas?.length) return;`), map: null };
      },
    },
  };
}

/**
 * The editors for variables and headers lie behind tabs of a pane that is closed at first: half of what is drawn at the start.
 */
export function drawHiddenEditorsLater(): Plugin {
  const before = 'createEditor(ref, { model })';
  return {
    name: 'editor:draw-hidden-editors-later',
    apply: 'build',
    transform: {
      filter: { id: /\/@graphiql\/react\/dist\/components\/(?:variables|request-headers)-editor\.js$/ },
      handler(code) {
        if (!code.includes(before))
          this.error('@graphiql/react has changed: see drawHiddenEditorsLater in vite.editor-cuts.ts.');
        return {
          code: `import { drawWhenSeen } from ${JSON.stringify(drawWhenSeen)};\n${code.replace(before, `drawWhenSeen(ref.current, model, () => ${before})`)}`,
          map: null,
        };
      },
    },
  };
}

/**
 * The documentation pane with its search box and its Markdown is half of GraphiQL's code, and closed at first: it is fetched when
 * the browser has long had nothing else to do, or when the pane is opened, whichever comes first.
 */
export function fetchDocsLater(): Plugin {
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

/**
 * The tabs can be dragged into another order, with all of framer-motion behind it: a third of what GraphiQL itself brings, set up for
 * every tab at the start. Until the pointer comes near, the tabs are the plain list that framer-motion would draw.
 */
export function fetchDraggingLater(): Plugin {
  const plain = '\0plain-tabs';
  return {
    name: 'editor:fetch-dragging-later',
    enforce: 'pre',
    apply: 'build',
    resolveId: {
      filter: { id: /^framer-motion$/ },
      handler: (_id, importer) => (importer?.endsWith('/@graphiql/react/dist/components/tabs/index.js') ? plain : null),
    },
    load: {
      filter: { id: /plain-tabs$/ },
      handler: () => `
        import { createElement, forwardRef, useLayoutEffect, useSyncExternalStore } from 'react';
        let arrived;
        let focused;
        const told = new Set();
        const subscribe = (tell) => (told.add(tell), () => told.delete(tell));
        const useArrived = () => useSyncExternalStore(subscribe, () => arrived);
        async function fetchDragging({ currentTarget: list }) {
          const { Reorder } = await import('framer-motion');
          // The tabs are drawn anew: not while one is pressed, and the one in focus keeps it.
          while (list.querySelector(':active')) await new Promise((resolve) => addEventListener('pointerup', () => setTimeout(resolve), { once: true }));
          focused = list.contains(document.activeElement) ? document.activeElement.id : undefined;
          arrived = Reorder;
          for (const tell of told) tell();
        }
        const Group = forwardRef(({ values, onReorder, axis, ...list }, ref) => {
          const dragging = useArrived();
          useLayoutEffect(() => { if (dragging && focused) document.getElementById(focused)?.focus(); }, [dragging]);
          return dragging
            ? createElement(dragging.Group, { values, onReorder, axis, ...list, ref })
            : createElement('ul', { onPointerEnter: (event) => void fetchDragging(event).catch(() => undefined), ...list, ref });
        });
        const Item = forwardRef(({ value, dragElastic, ...tab }, ref) => {
          const dragging = useArrived();
          return dragging
            ? createElement(dragging.Item, { value, dragElastic, ...tab, ref })
            : createElement('li', { ...tab, ref });
        });
        export const Reorder = { Group, Item };`,
    },
  };
}
