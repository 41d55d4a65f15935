// Has the browser fetch and read the editor's code without running it, so that whoever is typing is not held up.
// The build writes the list of files into the page (vite.editor.ts); the dev server writes none.

export function fetchEditorAhead(page: Document): void {
  const files: unknown = JSON.parse(page.getElementById('editor-files')?.textContent ?? '[]');
  if (!Array.isArray(files)) return;
  for (const file of files) {
    const link = page.createElement('link');
    link.rel = 'modulepreload';
    link.href = String(file);
    page.head.append(link);
  }
}
