// What had the keyboard's focus is gone with the press: who signed out, or a notice that was put away. It goes on from where the
// next thing is done, and never from the top of the page.
import { useCallback, useEffect, useRef } from 'react';

/** Of the front page the first field, of the workbench whom operations run as from now on. */
const places = ['.front-page [name="username"]', '.workbench-layer:not([data-covered]) .run-as'];

/** @returns for what takes its own button away */
export function useKeptFocus(signedIn: number): () => void {
  const before = useRef(signedIn);
  const keep = useCallback(() => {
    // After the page is drawn anew, and after a menu that closes has tried its own button.
    setTimeout(() => {
      if (document.activeElement === document.body) document.querySelector<HTMLElement>(places.join())?.focus();
    });
  }, []);
  useEffect(() => {
    if (signedIn < before.current) keep();
    before.current = signedIn;
  }, [signedIn, keep]);
  return keep;
}
