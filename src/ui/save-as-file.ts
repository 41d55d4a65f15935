// Hands a text to the browser as a file to be saved.

/** Throws where the browser has not enough memory for it. */
export function saveAsFile(name: string, content: Blob): void {
  const href = URL.createObjectURL(content);
  Object.assign(document.createElement('a'), { href, download: name }).click();
  // The browser has taken hold of it by then.
  setTimeout(() => URL.revokeObjectURL(href), 60_000);
}
