// A JSON value as the rows of a tree, of which only the open parts are walked: what is closed costs nothing, however large. Pure.

export interface TreeRow {
  /** Of its place; the same for as long as the value is the same. */
  readonly id: string;
  /** From 0. */
  readonly depth: number;
  /** Of a member or an item; of a stretch of a long list "0 … 999"; none at the root. */
  readonly name: string | undefined;
  readonly kind: 'object' | 'list' | 'stretch' | 'string' | 'number' | 'boolean' | 'null';
  /** What is seen of it while it is closed, or all there is. */
  readonly text: string;
  /** Of what can be opened. */
  readonly isOpen?: boolean;
}

type Path = readonly (string | number)[];

/** Longer ones are cut into stretches: nobody looks for the 70,000th row of a list by scrolling. */
const stretch = 1000;
const shownOfText = 200;

export const rootId = '';

export function treeRows(value: unknown, open: ReadonlySet<string>): TreeRow[] {
  const rows: TreeRow[] = [];
  addValue(rows, open, value, { id: rootId, depth: 0, name: undefined });
  return rows;
}

/** What must be open so that the row of a path is seen, the deepest part of it that is there; and that row's id. */
export function wayTo(value: unknown, path: Path): { readonly open: readonly string[]; readonly id: string } {
  const open: string[] = [];
  let id = rootId;
  let at = value;
  for (const step of path) {
    const keys = keysOf(at);
    const index = keys?.indexOf(step) ?? -1;
    if (keys === undefined || index < 0) break;
    const key = keys.at(index);
    open.push(id, ...stretchesAround(keys.length, index).map((range) => stretchId(id, range)));
    at = Reflect.get(Object(at), key);
    id = childId(id, key);
  }
  return { open, id };
}

interface Place {
  readonly id: string;
  readonly depth: number;
  readonly name: string | undefined;
}

function addValue(rows: TreeRow[], open: ReadonlySet<string>, value: unknown, place: Place): void {
  const keys = keysOf(value);
  if (keys === undefined) {
    rows.push({ ...place, ...leaf(value) });
    return;
  }
  const kind = Array.isArray(value) ? 'list' : 'object';
  if (keys.length === 0) {
    rows.push({ ...place, kind, text: kind === 'list' ? '[ ]' : '{ }' });
    return;
  }
  const isOpen = open.has(place.id);
  const text = kind === 'list' ? `[ ${keys.length} ]` : isOpen ? `{ ${keys.length} }` : preview(value, keys);
  rows.push({ ...place, kind, text, isOpen });
  if (isOpen) addChildren(rows, open, { value, keys, id: place.id }, [0, keys.length], place.depth + 1);
}

interface Parent {
  readonly value: unknown;
  readonly keys: Keys;
  readonly id: string;
}
type Range = readonly [from: number, to: number];

function addChildren(
  rows: TreeRow[],
  open: ReadonlySet<string>,
  parent: Parent,
  [from, to]: Range,
  depth: number,
): void {
  if (to - from > stretch) {
    for (const range of stretchesIn([from, to])) {
      const id = stretchId(parent.id, range);
      const isOpen = open.has(id);
      rows.push({ id, depth, name: `${range[0]} … ${range[1] - 1}`, kind: 'stretch', text: '', isOpen });
      if (isOpen) addChildren(rows, open, parent, range, depth + 1);
    }
    return;
  }
  for (let index = from; index < to; index += 1) {
    const key = parent.keys.at(index);
    const value: unknown = Reflect.get(Object(parent.value), key);
    addValue(rows, open, value, { id: childId(parent.id, key), depth, name: key });
  }
}

/** The members of an object, or the items of a list; undefined for what holds none. */
interface Keys {
  readonly length: number;
  readonly at: (index: number) => string;
  /** -1 where it is not there. */
  readonly indexOf: (step: string | number) => number;
}

/** Asked for again and again by the same objects. */
const known = new WeakMap<object, readonly string[]>();

function keysOf(value: unknown): Keys | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  if (Array.isArray(value)) {
    const { length } = value;
    return { length, at: String, indexOf: (step) => (typeof step === 'number' && step < length ? step : -1) };
  }
  const names = known.get(value) ?? Object.keys(value);
  known.set(value, names);
  return { length: names.length, at: (index) => names[index] ?? '', indexOf: (step) => names.indexOf(String(step)) };
}

const previewed = 3;

/** The first single values of a closed object, which is most often told by them. */
function preview(value: unknown, keys: Keys): string {
  const shown: string[] = [];
  for (let index = 0; index < keys.length && shown.length < previewed; index += 1) {
    const key = keys.at(index);
    const inner: unknown = Reflect.get(Object(value), key);
    if (keysOf(inner) === undefined)
      shown.push(`${key}: ${leaf(typeof inner === 'string' ? inner.slice(0, 40) : inner).text}`);
  }
  if (shown.length === 0) return `{ ${keys.length} }`;
  return `{ ${shown.join(', ')}${shown.length < keys.length ? ', …' : ''} }`;
}

/** Of a thousand each, or of a thousand such, and so on: never more than a thousand rows. */
function stretchesIn([from, to]: Range): Range[] {
  let size = stretch;
  while ((to - from) / size > stretch) size *= stretch;
  const ranges: Range[] = [];
  for (let start = from; start < to; start += size) ranges.push([start, Math.min(start + size, to)]);
  return ranges;
}

function stretchesAround(length: number, index: number): Range[] {
  const around: Range[] = [];
  let range: Range = [0, length];
  while (range[1] - range[0] > stretch) {
    const next = stretchesIn(range).find(([from, to]) => from <= index && index < to);
    if (next === undefined) break;
    around.push(next);
    range = next;
  }
  return around;
}

const childId = (id: string, key: string) => `${id}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`;
const stretchId = (id: string, [from, to]: Range) => `${id}/~${from}-${to}`;

function leaf(value: unknown): Pick<TreeRow, 'kind' | 'text'> {
  if (typeof value === 'string') {
    const more = value.length - shownOfText;
    const shown = JSON.stringify(value.slice(0, shownOfText));
    return { kind: 'string', text: more > 0 ? `${shown} … and ${more.toLocaleString('en')} letters more` : shown };
  }
  if (typeof value === 'number') return { kind: 'number', text: String(value) };
  return typeof value === 'boolean' ? { kind: 'boolean', text: String(value) } : { kind: 'null', text: 'null' };
}
