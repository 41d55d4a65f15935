// Which lines of the answer table are shown, in order: what the filter lets through, lists folded or unfolded. Pure.

import type { Row } from './answer-table.ts';
import { foldBelow, isPlainObject, type FoldedField } from './fold-rows.ts';
import { joined, segmentText } from './row-path.ts';

export type Show = 'everything' | 'differences' | 'permissions';

export interface LinesOptions {
  readonly show: Show;
  /** Lists and items that the person has opened or closed, by key of their row, against what is so by itself. */
  readonly turned: ReadonlySet<string>;
}

export type Line =
  | {
      readonly kind: 'row';
      readonly key: string;
      readonly row: Row;
      readonly depth: number;
      readonly label: string;
      /** Undefined for what has nothing beneath. */
      readonly open: boolean | undefined;
    }
  /** One field of a folded list. */
  | {
      readonly kind: 'fold';
      readonly key: string;
      readonly list: Row;
      readonly field: FoldedField;
      readonly depth: number;
      readonly label: string;
    };

/** A list of more items than this is folded until it is opened. */
const longestUnfolded = 12;

export function visibleLines(root: Row, { show, turned }: LinesOptions): readonly Line[] {
  const lines: Line[] = [];
  const folds = new Map<Row, readonly FoldedField[]>();
  if (tellsSomething(root)) add(root, 0, '');
  else for (const child of root.children) add(child, 0, '');
  return lines;

  function add(row: Row, depth: number, prefix: string): void {
    if (!isLetThrough(row)) return;
    const label = joined(prefix, segmentText(row.segment));
    if (isPlainObject(row)) {
      for (const child of row.children) add(child, depth, label);
      return;
    }
    const hasItems = row.children[0]?.segment.kind === 'item';
    const open = row.children.length === 0 ? undefined : isOpenByItself(row) !== turned.has(row.key);
    // A folded list still has something beneath it: a line for each field.
    lines.push({ kind: 'row', key: row.key, row, depth, label, open });
    if (open) for (const child of row.children) add(child, depth + 1, '');
    else if (open === false && hasItems) addFold(row, depth + 1);
  }

  function addFold(list: Row, depth: number): void {
    let fields = folds.get(list);
    if (fields === undefined) folds.set(list, (fields = foldBelow(list)));
    for (const field of fields) {
      const through = show === 'everything' || (show === 'differences' ? field.differs : field.refuses);
      if (!through || (field.label === '' && !field.differs)) continue;
      const label = field.label === '' ? 'items' : field.label;
      lines.push({ kind: 'fold', key: `${list.key}\0*${field.label}`, list, field, depth, label });
    }
  }

  function isLetThrough(row: Row): boolean {
    return show === 'everything' || (show === 'differences' ? row.differsWithin : row.refusesWithin);
  }
}

/** The root is no line as long as everybody has an object there. */
function tellsSomething(root: Row): boolean {
  return root.differs || root.children.length === 0;
}

function isOpenByItself({ children, segment }: Row): boolean {
  return children[0]?.segment.kind !== 'item' || segment.kind === 'root' || children.length <= longestUnfolded;
}
