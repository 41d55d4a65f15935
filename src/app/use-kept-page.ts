// A file dropped beside its goal would be opened by the browser in this page's place, and everybody signed out.
import { useEffect } from 'react';

export function useKeptPage(): void {
  useEffect(() => {
    const stop = new AbortController();
    const keep = (event: DragEvent) => {
      if (!event.defaultPrevented && event.dataTransfer?.types.includes('Files')) event.preventDefault();
    };
    window.addEventListener('dragover', keep, { signal: stop.signal });
    window.addEventListener('drop', keep, { signal: stop.signal });
    return () => stop.abort();
  }, []);
}
