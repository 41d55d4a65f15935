// Which items of several lists are the same one: by a field of theirs, scalars by their value, and by place where neither can
// tell. An id of 1 and one of "1" are the same item, since ids are texts to GraphQL; that the values differ, the id's own row says.

import { namesVolatile } from './volatile.ts';

export type MatchBy =
  /** By `id`; where no item has one, by the first field that tells them apart in every list; else by place. */
  { readonly by: 'auto' } | { readonly by: 'key'; readonly name: string } | { readonly by: 'place' };

/** How a list was matched in the end, to be shown. */
export type MatchedBy =
  | { readonly by: 'key'; readonly name: string }
  | { readonly by: 'value' }
  | { readonly by: 'place' }
  | { readonly by: 'mixed'; readonly name: string };

export type ItemName =
  /** `nth`: which of several with the same key in one list, from 0. */
  | { readonly kind: 'key'; readonly text: string; readonly nth: number }
  | { readonly kind: 'place'; readonly index: number };

export interface MatchedItem {
  readonly key: string;
  readonly name: ItemName;
  /** For each list the place of the item in it; -1 where it is not there. */
  readonly places: number[];
}

type List = readonly unknown[] | undefined;

export function matchItems(
  lists: readonly List[],
  matchBy: MatchBy,
): { readonly matchedBy: MatchedBy; readonly items: readonly MatchedItem[] } {
  const keyName = keyNameFor(lists, matchBy);
  const names = lists.map((list) => (list === undefined ? [] : namesIn(list, keyName, matchBy.by !== 'place')));
  giveNullsTheirPlace(lists, names);
  return { matchedBy: matchedByOf(names, keyName), items: merged(names) };
}

function keyNameFor(lists: readonly List[], matchBy: MatchBy): string | undefined {
  switch (matchBy.by) {
    case 'place':
      return undefined;
    case 'key':
      return matchBy.name;
    case 'auto':
      return findKey(lists);
    default:
      return matchBy satisfies never;
  }
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The text a field gives an item; undefined where it cannot tell one from another. */
function keyText(item: Readonly<Record<string, unknown>>, name: string): string | undefined {
  const value = Object.hasOwn(item, name) ? item[name] : undefined;
  return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
}

function findKey(lists: readonly List[]): string | undefined {
  const objects = lists.map((list) => list?.filter(isObject) ?? []);
  const first = objects.find((list) => list.length > 0)?.[0];
  if (first === undefined) return undefined;
  if (objects.some((list) => list.some((item) => keyText(item, 'id') !== undefined))) return 'id';
  return Object.keys(first).find(
    (name) =>
      name !== '__typename' &&
      !namesVolatile(name) &&
      objects.every((list) => tellsApart(list, name)) &&
      first !== null,
  );
}

const longestKey = 200;

/** Text only: two people's numbers are alike too often to be names of things. */
function tellsApart(items: readonly Readonly<Record<string, unknown>>[], name: string): boolean {
  const seen = new Set<string>();
  for (const item of items) {
    const value = Object.hasOwn(item, name) ? item[name] : undefined;
    if (typeof value !== 'string' || value.length > longestKey || seen.has(value)) return false;
    seen.add(value);
  }
  return true;
}

function namesIn(list: readonly unknown[], keyName: string | undefined, byValue: boolean): (ItemName | undefined)[] {
  const counts = new Map<string, number>();
  return list.map((item, index) => {
    const text = textOf(item, keyName, byValue);
    if (text === undefined) return item === null ? undefined : { kind: 'place', index };
    const nth = counts.get(text) ?? 0;
    counts.set(text, nth + 1);
    return { kind: 'key', text, nth };
  });
}

function textOf(item: unknown, keyName: string | undefined, byValue: boolean): string | undefined {
  if (!isObject(item)) {
    return byValue && typeof item !== 'object' && item !== undefined ? JSON.stringify(item) : undefined;
  }
  if (keyName === undefined) return undefined;
  const text = keyText(item, keyName);
  const typename = keyText(item, '__typename');
  // In a list of a union two types may well use the same ids.
  return text === undefined || typename === undefined ? text : `${typename} ${text}`;
}

const keyOf = (name: ItemName): string => (name.kind === 'place' ? `#${name.index}` : `=${name.nth} ${name.text}`);

/** A null has no key of its own. Where another list is as long, it stands for what that one has in its place. */
function giveNullsTheirPlace(lists: readonly List[], names: (ItemName | undefined)[][]): void {
  for (const own of names) {
    if (!own.includes(undefined)) continue;
    const taken = new Set(own.flatMap((name) => (name === undefined ? [] : [keyOf(name)])));
    own.forEach((name, index) => {
      if (name !== undefined) return;
      const other = names
        .filter((each, list) => each !== own && lists[list]?.length === own.length)
        .map((each) => each[index])
        .find((each) => each !== undefined && !taken.has(keyOf(each)));
      const given: ItemName = other ?? { kind: 'place', index };
      own[index] = given;
      taken.add(keyOf(given));
    });
  }
}

function matchedByOf(names: readonly (readonly (ItemName | undefined)[])[], keyName: string | undefined): MatchedBy {
  const all = names.flat();
  const byPlace = all.filter((name) => name?.kind === 'place').length;
  if (all.length > 0 && byPlace === all.length) return { by: 'place' };
  if (keyName === undefined) return byPlace === 0 ? { by: 'value' } : { by: 'place' };
  return { by: byPlace === 0 ? 'key' : 'mixed', name: keyName };
}

/** In the order of the first list; what only a later one has comes after what it follows there. */
function merged(names: readonly (readonly (ItemName | undefined)[])[]): MatchedItem[] {
  const items = new Map<string, MatchedItem>();
  const first: MatchedItem[] = [];
  const followers = new Map<MatchedItem | undefined, MatchedItem[]>();
  names.forEach((own, list) => {
    let before: MatchedItem | undefined;
    const fresh = new Set<MatchedItem>();
    own.forEach((name, index) => {
      if (name === undefined) return;
      const key = keyOf(name);
      let item = items.get(key);
      if (item === undefined) {
        item = { key, name, places: names.map(() => -1) };
        items.set(key, item);
        if (list === 0) first.push(item);
        else {
          fresh.add(item);
          const after = followers.get(before);
          if (after === undefined) followers.set(before, [item]);
          else after.push(item);
        }
      }
      item.places[list] = index;
      if (!fresh.has(item)) before = item;
    });
  });
  const inOrder: MatchedItem[] = [];
  const add = (item: MatchedItem) => {
    inOrder.push(item);
    followers.get(item)?.forEach(add);
  };
  followers.get(undefined)?.forEach(add);
  first.forEach(add);
  return inOrder;
}
