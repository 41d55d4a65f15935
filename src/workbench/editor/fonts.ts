// GraphiQL's fonts, for the whole page: told of with the first styles, since a font that is announced while the editor's code is
// being read holds up the next layout for long. A file is fetched when a text needs it.
import '@graphiql/react/font/roboto.css';
import '@graphiql/react/font/fira-code.css';
