// Tells Monaco how to start its three workers. Must be imported before the first editor is made.
// graphiql/setup-workers/vite does the same from within node_modules, where the dev server's pre-bundling breaks its ?worker imports.
/* oxlint-disable import/default -- Vite makes the default export of a ?worker import. */
import type { Environment } from 'monaco-editor/esm/vs/editor/editor.api.js';
import EditorWorker from 'monaco-editor/esm/vs/editor/editor.worker.js?worker';
import JsonWorker from 'monaco-editor/esm/vs/language/json/json.worker.js?worker';
import GraphQLWorker from 'monaco-graphql/esm/graphql.worker.js?worker';

function startWorker(label: string): Worker {
  switch (label) {
    case 'json':
      return new JsonWorker();
    case 'graphql':
      return new GraphQLWorker();
    default:
      return new EditorWorker();
  }
}

/** Monaco asks while it draws its editors; a worker's start then takes the processor from the drawing. It queues what it has to say. */
const drawn = () =>
  new Promise((resolve) => {
    if ('requestIdleCallback' in globalThis) requestIdleCallback(resolve, { timeout: 1000 });
    else setTimeout(resolve, 200);
  });

const environment: Environment = {
  getWorker: (_workerId, label) => drawn().then(() => startWorker(label)),
};
self.MonacoEnvironment = environment;
