// The stamps of a workbench's tabs: each belongs to the tab its operation ran in, whichever tab is before the person by then.
import type { Stamp } from './stamp.ts';

export interface Stamps {
  readonly of: (tabId: string) => Stamp | undefined;
  readonly set: (tabId: string, stamp: Stamp) => void;
  readonly subscribe: (listener: () => void) => () => void;
}

export function createStamps(): Stamps {
  const byTab = new Map<string, Stamp>();
  const listeners = new Set<() => void>();
  return {
    of: (tabId) => byTab.get(tabId),
    set(tabId, stamp) {
      byTab.set(tabId, stamp);
      for (const listener of listeners) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
