// Renders the sign-in panel into index.html, in the build and in the dev server: it can be read and typed into before any
// script has arrived, and React takes it over where it stands.
import { runnerImport, type Plugin } from 'vite';

const marker = '<!--first-paint-->';

function isFirstPaint(module: unknown): module is { firstPaint(): string } {
  return (
    typeof module === 'object' && module !== null && 'firstPaint' in module && typeof module.firstPaint === 'function'
  );
}

const empty = '\0no-style';

/** The markup needs no styles: the page has them from its own build. */
const withoutStyles: Plugin = {
  name: 'without-styles',
  enforce: 'pre',
  resolveId: (id) => (id.endsWith('.css') ? empty : null),
  load: (id) => (id === empty ? '' : null),
};

export function firstPaint(): Plugin {
  return {
    name: 'first-paint',
    transformIndexHtml: {
      order: 'pre',
      async handler(html) {
        if (!html.includes(marker)) return html;
        const { module } = await runnerImport<unknown>('./src/app/first-paint.tsx', {
          configFile: false,
          logLevel: 'error',
          plugins: [withoutStyles],
        });
        if (!isFirstPaint(module)) throw new Error('src/app/first-paint.tsx does not export firstPaint()');
        return html.replace(marker, () => module.firstPaint());
      },
    },
  };
}
