// Tells Monaco how to start its three workers. Must be imported before the first editor is made.
// graphiql/setup-workers/vite does the same from within node_modules, where the dev server's pre-bundling breaks its ?worker imports.
/* oxlint-disable import/default -- Vite makes the default export of a ?worker import. */
import type { Environment } from 'monaco-editor/esm/vs/editor/editor.api.js';
import EditorWorker from 'monaco-editor/esm/vs/editor/editor.worker.js?worker';
import JsonWorker from 'monaco-editor/esm/vs/language/json/json.worker.js?worker';
import GraphQLWorker from 'monaco-graphql/esm/graphql.worker.js?worker';

const environment: Environment = {
  getWorker(_workerId, label) {
    switch (label) {
      case 'json':
        return new JsonWorker();
      case 'graphql':
        return new GraphQLWorker();
      default:
        return new EditorWorker();
    }
  },
};
self.MonacoEnvironment = environment;
