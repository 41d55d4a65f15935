// What everybody starts from: GraphiQL 5 as its README shows it, and nothing else. The bench holds our page against it.
import 'graphiql/setup-workers/vite';
import 'graphiql/style.css';
import { createGraphiQLFetcher } from '@graphiql/toolkit';
import { GraphiQL } from 'graphiql';
import { createRoot } from 'react-dom/client';
import { listen } from './listen.ts';

declare global {
  /** Put there by the bench before the page's own script runs (../pages.ts). */
  var bareTarget: { readonly url: string; readonly token: string } | undefined;
}

const { url, token } = globalThis.bareTarget ?? { url: '/graphql', token: '' };
const ask = createGraphiQLFetcher({ url, headers: { Authorization: token } });
const fetcher: typeof ask = (operation, options) =>
  /^\s*subscription\b/.test(operation.query) ? listen(operation, { url, token }) : ask(operation, options);
const root = document.querySelector('#root');
if (root) createRoot(root).render(<GraphiQL fetcher={fetcher} />);
