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

/** An id for a new connection: its name in plain letters, made unique. */
export function freshId(name: string, taken: readonly string[]): string {
  const plain = name
    .normalize('NFKD')
    .replaceAll(/\p{M}+/gu, '')
    .replaceAll(/[^A-Za-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .toLowerCase()
    .slice(0, 40);
  const base = plain === '' ? 'connection' : plain;
  for (let count = 1; ; count += 1) {
    const id = count === 1 ? base : `${base}-${count}`;
    if (!taken.includes(id)) return id;
  }
}

/** A name for a copy that no other connection has: "Shop copy", "Shop copy 2". */
export function copyName(name: string, taken: readonly string[]): string {
  for (let count = 1; ; count += 1) {
    const copy = count === 1 ? `${name} copy` : `${name} copy ${count}`;
    if (!taken.includes(copy)) return copy;
  }
}
