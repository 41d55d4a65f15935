// Fetches and starts Monaco before GraphiQL asks for it: GraphiQL does so only once it is mounted, one file after the other.
// The paths are the ones @graphiql/react and monaco-graphql import, so that they find them there. It must not make an editor.

export async function warmUpEditor(): Promise<void> {
  const styles = import('./styles.ts');
  const [monaco] = await Promise.all([
    import('monaco-graphql/esm/monaco-editor.js'),
    import('monaco-graphql/esm/lite.js'),
    import('monaco-graphql/esm/graphqlMode.js'),
    import('monaco-editor/esm/vs/language/json/jsonMode.js'),
    import('monaco-editor/esm/vs/basic-languages/graphql/graphql.js'),
  ]);
  // Monaco keeps the width of a letter: taken before the font has arrived, it puts the cursor beside the text.
  void styles
    .then(() => document.fonts.load('15px "Fira Code"'))
    .then(() => monaco.editor.remeasureFonts())
    .catch(() => undefined);
}
