// On the front page a connection file may be dropped anywhere, or pasted where no field is.
import { useEffect, useRef } from 'react';
import { isConnectionFile } from '../settings/is-connection-file.ts';

/** @param active nothing else is before the person */
export function useConnectionFile(active: boolean, onFile: (file: File | string) => void): void {
  const newest = useRef(onFile);
  useEffect(() => {
    newest.current = onFile;
  });
  useEffect(() => {
    if (!active) return undefined;
    const stop = new AbortController();
    const { signal } = stop;
    const drop = (event: DragEvent) => {
      const file = event.dataTransfer?.files[0];
      if (event.defaultPrevented || file === undefined) return;
      event.preventDefault();
      // Whatever it is: of a file that cannot be used the form tells why.
      newest.current(file);
    };
    const paste = (event: ClipboardEvent) => {
      if (event.target instanceof Element && event.target.closest('input, textarea') !== null) return;
      const file = event.clipboardData?.files[0];
      const text = event.clipboardData?.getData('text/plain') ?? '';
      if (file === undefined && !isConnectionFile(text)) return;
      event.preventDefault();
      newest.current(file ?? text);
    };
    // Before the window keeps the page from opening it.
    document.addEventListener('drop', drop, { signal });
    document.addEventListener('paste', paste, { signal });
    return () => stop.abort();
  }, [active]);
}
