// Alt-1 to Alt-9 choose an identity for the tab at hand, wherever the keyboard is.
import { useEffect } from 'react';
import type { Identities } from '../sessions/identities.ts';

/** The digit of the key, whatever a Mac's Alt would have it write. */
function numberOf(event: Pick<KeyboardEvent, 'code' | 'altKey' | 'ctrlKey' | 'metaKey' | 'shiftKey'>): number {
  const { altKey, ctrlKey, metaKey, shiftKey } = event;
  if (!altKey || ctrlKey || metaKey || shiftKey) return 0;
  return Number(/^(?:Digit|Numpad)([1-9])$/.exec(event.code)?.[1] ?? 0);
}

export function useIdentityKeys(identities: Identities, connectionId: string): void {
  useEffect(() => {
    const choose = (event: KeyboardEvent) => {
      const number = numberOf(event);
      if (number === 0) return;
      const identity = identities.inConnection(connectionId)[number - 1];
      // A dialog over the page has the keyboard to itself.
      if (identity === undefined || document.querySelector('dialog[open]') !== null) return;
      // Before the editor, which may know the keys, and the browser.
      event.preventDefault();
      event.stopPropagation();
      identities.setActive(identity.id);
    };
    document.addEventListener('keydown', choose, { capture: true });
    return () => document.removeEventListener('keydown', choose, { capture: true });
  }, [identities, connectionId]);
}
