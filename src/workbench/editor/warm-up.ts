// Fetches and starts Monaco before GraphiQL asks for it: GraphiQL does so only once it is mounted, one file after the other.
// Starts it layer by layer, so that somebody who is typing waits for none of it long. It must not make an editor.

/** Lets the browser answer to a key between two layers. */
const breath = () => new Promise((resolve) => setTimeout(resolve));

// Each import brings the chunk that vite.editor.ts puts that layer into.
const layers = [
  () => import('monaco-editor/esm/vs/base/common/uri.js'),
  () => import('monaco-editor/esm/vs/platform/contextkey/common/contextkey.js'),
  () => import('monaco-editor/esm/vs/base/browser/dom.js'),
  () => import('monaco-editor/esm/vs/editor/browser/coreCommands.js'),
];

export async function warmUpEditor(): Promise<void> {
  for (const startLayer of layers) {
    await startLayer();
    await breath();
  }
  const monaco = await import('monaco-graphql/esm/monaco-editor.js');
  // Monaco keeps the width of a letter: taken before the font has arrived, it puts the cursor beside the text.
  void document.fonts
    .load('15px "Fira Code"')
    .then(() => monaco.editor.remeasureFonts())
    .catch(() => undefined);
}
