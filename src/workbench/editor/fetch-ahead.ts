// Has the browser fetch and read the editor's code without running it, so that whoever is typing is not held up, and fetch its
// sheets without applying them. The build writes the list of files into the page (vite.editor.ts); the dev server writes none.

export function fetchEditorAhead(page: Document): void {
  const files: unknown = JSON.parse(page.getElementById('editor-files')?.textContent ?? '[]');
  if (!Array.isArray(files)) return;
  for (const file of files.map(String)) {
    const link = page.createElement('link');
    if (file.endsWith('.css')) Object.assign(link, { rel: 'preload', as: 'style' });
    else link.rel = 'modulepreload';
    link.href = file;
    page.head.append(link);
  }
}
