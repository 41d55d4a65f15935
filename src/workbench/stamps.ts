// The stamps of a workbench's tabs: each belongs to the tab its operation ran in, whichever tab is before the person by then.
import type { Stamp } from './stamp.ts';

export interface Stamps {
  readonly of: (tabId: string) => Stamp | undefined;
  readonly set: (tabId: string, stamp: Stamp) => void;
  readonly subscribe: (listener: () => void) => () => void;
  /** Changes with every stamp. */
  readonly getVersion: () => number;
}

export function createStamps(): Stamps {
  const byTab = new Map<string, Stamp>();
  const listeners = new Set<() => void>();
  let version = 0;
  return {
    of: (tabId) => byTab.get(tabId),
    set(tabId, stamp) {
      byTab.set(tabId, stamp);
      version += 1;
      for (const listener of listeners) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    getVersion: () => version,
  };
}
