// Which connection the page opens on. Pure.
import type { Connection } from '../settings/connection.ts';

/** The one the address names, else the one used last, else the first of the person's own, else the demo's first. */
export function firstConnection(
  kept: readonly Connection[],
  demo: readonly Connection[],
  wanted: { readonly inAddress?: string | undefined; readonly usedLast?: string | undefined },
): Connection | undefined {
  const all = [...kept, ...demo];
  const named = (id: string | undefined) => (id === undefined ? undefined : all.find((each) => each.id === id));
  return named(wanted.inAddress) ?? named(wanted.usedLast) ?? all[0];
}
