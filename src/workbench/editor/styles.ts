// GraphiQL's own sheets, in the order of graphiql/style.css. That file itself also holds Monaco's, which come with Monaco's modules,
// and every font inlined; the build makes files of those (vite.editor.ts), which are fetched when a text needs them.
import '@graphiql/react/font/roboto.css';
import '@graphiql/react/font/fira-code.css';
import '@graphiql/react/style.css';
import '@graphiql/plugin-doc-explorer/style.css';
import '@graphiql/plugin-history/style.css';
import 'graphiql/graphiql.css';
