// Many rows told in few: one line for each field of a list's items, with how many of them each identity got. Pure.

import type { Row } from './answer-table.ts';
import { isOfTheRequest, isToldAbove, sameCell, type Cell } from './cell.ts';
import type { PathError } from './compared-answer.ts';
import { joined, segmentText } from './row-path.ts';

/** What one identity got of a field, over all items that it has. */
export interface FoldedCell {
  readonly total: number;
  readonly got: number;
  readonly nulls: number;
  /** Not in this list, though in somebody else's. */
  readonly missing: number;
  /** As often as not the same as in the reference's answer. */
  readonly different: number;
  /** By errorType, else by message. */
  readonly errors: ReadonlyMap<string, { readonly count: number; readonly error: PathError }>;
  /** For a column that has no answer to be compared. */
  readonly whole: Cell | undefined;
}

export interface FoldedField {
  /** "author.salary"; "" for the items themselves. */
  readonly label: string;
  readonly cells: readonly FoldedCell[];
  readonly differs: boolean;
  readonly refuses: boolean;
  /** How many rows it stands for. */
  readonly rows: number;
  readonly differing: number;
}

type Growing<Type> = { -readonly [Key in keyof Type]: Type[Key] };
interface GrowingCell extends Growing<Omit<FoldedCell, 'errors'>> {
  readonly errors: Map<string, { count: number; readonly error: PathError }>;
}
interface GrowingField extends Growing<Omit<FoldedField, 'cells'>> {
  readonly cells: readonly GrowingCell[];
}

/** Of everything below the row; `[]` stands for each item of a list within. */
export function foldBelow(top: Row): readonly FoldedField[] {
  const fields = new Map<string, GrowingField>();
  // With the label each row's own children start with; the items of the folded list itself have none.
  const waiting: { row: Row; label: string }[] = top.children
    .map((row) => ({ row, label: row.segment.kind === 'item' ? '' : segmentText(row.segment) }))
    .toReversed();
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { row, label } = next;
    if (!isPlainObject(row)) count(row, label);
    for (let index = row.children.length - 1; index >= 0; index -= 1) {
      const child = row.children[index];
      if (child === undefined) continue;
      const step = child.segment.kind === 'item' ? '[]' : segmentText(child.segment);
      waiting.push({ row: child, label: joined(label, step) });
    }
  }
  return [...fields.values()];

  function count(row: Row, label: string): void {
    let field = fields.get(label);
    if (field === undefined) {
      const cells = row.cells.map((cell) => emptyCell(isOfTheRequest(cell) ? cell : undefined));
      fields.set(label, (field = { label, cells, differs: false, refuses: false, rows: 0, differing: 0 }));
    }
    field.rows += 1;
    field.differs ||= row.differs;
    field.refuses ||= row.refuses;
    if (row.differs) field.differing += 1;
    const reference = row.reference === undefined ? undefined : row.cells[row.reference];
    for (const [column, cell] of row.cells.entries()) {
      const folded = field.cells[column];
      if (folded !== undefined)
        countCell(folded, cell, row.differs ? reference : undefined, row.segment.kind === 'item');
    }
  }
}

/** An object that everybody has and that says nothing itself; its fields do. */
export function isPlainObject(row: Row): boolean {
  return (
    row.segment.kind === 'field' &&
    !row.differs &&
    row.children.length > 0 &&
    row.cells.every((cell) => cell.state === 'object' || isOfTheRequest(cell) || isToldAbove(cell, false))
  );
}

function emptyCell(whole: Cell | undefined): GrowingCell {
  return { total: 0, got: 0, nulls: 0, missing: 0, different: 0, errors: new Map(), whole };
}

function countCell(folded: GrowingCell, cell: Cell, reference: Cell | undefined, isItem: boolean): void {
  if (cell.state === 'missing-item') {
    folded.missing += 1;
    return;
  }
  folded.total += 1;
  if (reference !== undefined && !isToldAbove(cell, isItem) && !sameCell(reference, cell)) folded.different += 1;
  switch (cell.state) {
    case 'value':
    case 'object':
    case 'list':
      folded.got += 1;
      break;
    case 'error':
    case 'under-error': {
      const kind = cell.error.errorType ?? cell.error.message;
      const known = folded.errors.get(kind);
      if (known === undefined) folded.errors.set(kind, { count: 1, error: cell.error });
      else known.count += 1;
      break;
    }
    case 'null':
    case 'under-null':
    case 'absent':
      folded.nulls += 1;
      break;
    case 'request-refused':
    case 'no-answer':
    case 'waiting':
      break;
    default:
      cell satisfies never;
  }
}
