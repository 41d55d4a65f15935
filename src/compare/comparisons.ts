// Which tabs have a comparison, and which of them show it in the answer's place. Small, since it comes with the editor; the comparison
// itself is fetched when the first one is asked for.

import type { Comparison } from './comparison.ts';

/** What stood in a tab's editors when Compare was pressed. */
export interface Asked {
  readonly query: string;
  /** Where the cursor stood in the query. */
  readonly cursor: number;
  readonly variables: string;
  readonly headers: string;
}

export interface TabComparison {
  readonly asked: Asked;
  readonly shown: boolean;
}

export interface Comparisons {
  readonly of: (tabId: string) => TabComparison | undefined;
  /** Asks anew, and shows it. */
  readonly ask: (tabId: string, asked: Asked) => void;
  readonly show: (tabId: string, shown: boolean) => void;
  /** Made by whoever draws the tab's first one, and kept for the next. */
  readonly keep: (tabId: string, make: () => Comparison) => Comparison;
  /** Those of other tabs are closed: what still runs for them is stopped. */
  readonly keepTabs: (tabIds: readonly string[]) => void;
  readonly subscribe: (listener: () => void) => () => void;
  readonly getVersion: () => number;
}

export function createComparisons(): Comparisons {
  const byTab = new Map<string, TabComparison>();
  const kept = new Map<string, Comparison>();
  const listeners = new Set<() => void>();
  let version = 0;
  const set = (tabId: string, next: TabComparison) => {
    byTab.set(tabId, next);
    version += 1;
    for (const listener of listeners) listener();
  };
  return {
    of: (tabId) => byTab.get(tabId),
    ask: (tabId, asked) => set(tabId, { asked, shown: true }),
    show(tabId, shown) {
      const before = byTab.get(tabId);
      if (before !== undefined && before.shown !== shown) set(tabId, { ...before, shown });
    },
    keep(tabId, make) {
      const before = kept.get(tabId);
      if (before !== undefined) return before;
      const made = make();
      kept.set(tabId, made);
      return made;
    },
    keepTabs(tabIds) {
      for (const [tabId, comparison] of kept) {
        if (tabIds.includes(tabId)) continue;
        comparison.stop();
        kept.delete(tabId);
        byTab.delete(tabId);
      }
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    getVersion: () => version,
  };
}
