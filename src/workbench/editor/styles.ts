// GraphiQL's own sheets, in the order of graphiql/style.css. That file itself also holds Monaco's, which come with Monaco's modules,
// and every font inlined.
import './fonts.ts';
import '@graphiql/react/style.css';
import '@graphiql/plugin-doc-explorer/style.css';
import '@graphiql/plugin-history/style.css';
import 'graphiql/graphiql.css';
