// The answer table: N answers to one operation become a tree of rows (response paths), each with a cell for every identity. Pure.
// It is built in steps, so that a page may do something else between them.

import { cellFrom, columnCell, gone, isOfTheRequest, isRefusedCell, isToldAbove, sameCell, type Cell } from './cell.ts';
import type { ComparedAnswer } from './compared-answer.ts';
import { errorTree, type ErrorNode } from './error-tree.ts';
import { matchItems, type ItemName, type MatchBy, type MatchedBy } from './match-items.ts';
import { isVolatile } from './volatile.ts';

export type Segment =
  | { readonly kind: 'root' }
  /** As the response has it: an alias, where the operation gives one. */
  | { readonly kind: 'field'; readonly name: string }
  | { readonly kind: 'item'; readonly name: ItemName };

export interface Row {
  /** Of its own in the table, and the same in the next table of the same answers. */
  readonly key: string;
  readonly segment: Segment;
  readonly parent: Row | undefined;
  readonly cells: readonly Cell[];
  /** The column that the others are compared with; undefined where no answer tells anything here. */
  readonly reference: number | undefined;
  readonly differs: boolean;
  /** The difference is one of rights: a refused field, or an item that some do not get. */
  readonly refuses: boolean;
  readonly differsWithin: boolean;
  readonly refusesWithin: boolean;
  /** For a list. */
  readonly matchedBy: MatchedBy | undefined;
  readonly children: readonly Row[];
}

export interface AnswerTable {
  readonly root: Row;
  /** Every row but the root. */
  readonly size: number;
  readonly answers: readonly ComparedAnswer[];
}

export interface TableOptions {
  readonly matchBy: MatchBy;
  /** Times and tokens of pages are no difference as long as both have one. */
  readonly ignoreVolatile: boolean;
}

export const defaultOptions: TableOptions = { matchBy: { by: 'auto' }, ignoreVolatile: true };

export function answerTable(answers: readonly ComparedAnswer[], options: TableOptions = defaultOptions): AnswerTable {
  const building = buildAnswerTable(answers, options);
  for (;;) {
    const step = building.next();
    if (step.done) return step.value;
  }
}

interface Growing extends Omit<Row, 'parent' | 'children' | 'matchedBy' | 'differsWithin' | 'refusesWithin'> {
  readonly parent: Growing | undefined;
  children: readonly Growing[];
  matchedBy: MatchedBy | undefined;
  differsWithin: boolean;
  refusesWithin: boolean;
}

interface Place {
  readonly row: Growing;
  /** By column; `gone` where there is none. */
  readonly values: readonly unknown[];
  readonly errors: readonly (ErrorNode | undefined)[];
}

/** What one step looks at: some milliseconds' worth. */
const placesAtOnce = 50;

export function* buildAnswerTable(
  answers: readonly ComparedAnswer[],
  options: TableOptions,
): Generator<undefined, AnswerTable, undefined> {
  const columnCells = answers.map(columnCell);
  const noErrors: Place['errors'] = answers.map(() => undefined);
  const root = placeFrom(
    undefined,
    { kind: 'root' },
    answers.map((answer) => (answer.kind === 'answered' ? (answer.data ?? null) : gone)),
    answers.map((answer) => (answer.kind === 'answered' ? errorTree(answer.errors) : undefined)),
  );
  const rows: Growing[] = [];
  // A stack and no recursion: a step has to be able to end in the middle of a list of thousands.
  const waiting = [root];
  let steps = 0;
  for (let place = waiting.pop(); place !== undefined; place = waiting.pop()) {
    rows.push(place.row);
    const below = [...fieldsBelow(place), ...itemsBelow(place)];
    place.row.children = below.map(({ row }) => row);
    for (let index = below.length - 1; index >= 0; index -= 1) {
      const next = below[index];
      if (next === undefined) continue;
      if (hasBelow(next)) waiting.push(next);
      else rows.push(next.row);
    }
    if (++steps % placesAtOnce === 0) yield;
  }
  // Children come after their parents, so from the end each row knows those beneath it.
  for (let index = rows.length - 1; index >= 0; index -= 1) {
    const row = rows[index];
    if (row !== undefined) tellUp(row);
  }
  return { root: root.row, size: rows.length - 1, answers };

  function placeFrom(
    parent: Growing | undefined,
    segment: Segment,
    values: Place['values'],
    errors: Place['errors'],
  ): Place {
    const isItem = segment.kind === 'item';
    const cells = columnCells.map(
      (whole, column) => whole ?? cellFrom(values[column], errors[column], parent?.cells[column], isItem),
    );
    const row: Growing = {
      key: parent === undefined ? '' : `${parent.key}\0${keyOf(segment)}`,
      segment,
      parent,
      cells,
      ...verdictOn(cells, segment, options),
      differsWithin: false,
      refusesWithin: false,
      matchedBy: undefined,
      children: noRows,
    };
    return { row, values, errors };
  }

  /** Also of objects that are not there, where an error names a field of theirs. */
  function fieldsBelow({ row, values, errors }: Place): Place[] {
    const names = new Set<string>();
    for (const value of values) if (isRecord(value)) for (const name of Object.keys(value)) names.add(name);
    for (const at of errors) {
      for (const step of at?.below.keys() ?? []) if (typeof step === 'string') names.add(step);
    }
    return Array.from(names, (name) => {
      const below = values.map((value) => (isRecord(value) && Object.hasOwn(value, name) ? value[name] : gone));
      return placeFrom(
        row,
        { kind: 'field', name },
        below,
        errorsBelow(errors, () => name),
      );
    });
  }

  function itemsBelow({ row, values, errors }: Place): Place[] {
    if (!values.some(Array.isArray)) return [];
    const lists = values.map((value) => (Array.isArray(value) ? (value as readonly unknown[]) : undefined));
    const { matchedBy, items } = matchItems(lists, options.matchBy);
    row.matchedBy = matchedBy;
    return items.map(({ name, places }) => {
      const below = lists.map((list, column) => (list === undefined ? gone : itemAt(list, places[column])));
      const errorsHere = errorsBelow(errors, (column) => places[column] ?? -1);
      return placeFrom(row, { kind: 'item', name }, below, errorsHere);
    });
  }

  function errorsBelow(errors: Place['errors'], stepOf: (column: number) => string | number): Place['errors'] {
    if (errors === noErrors) return noErrors;
    const below = errors.map((at, column) => at?.below.get(stepOf(column)));
    return below.some((at) => at !== undefined) ? below : noErrors;
  }
}

const noRows: readonly Growing[] = [];

function hasBelow({ values, errors }: Place): boolean {
  return (
    values.some((value) => typeof value === 'object' && value !== null) ||
    errors.some((at) => at !== undefined && at.below.size > 0)
  );
}

function tellUp(row: Growing): void {
  row.differsWithin ||= row.differs;
  row.refusesWithin ||= row.refuses;
  if (row.parent === undefined) return;
  row.parent.differsWithin ||= row.differsWithin;
  row.parent.refusesWithin ||= row.refusesWithin;
}

const itemAt = (list: readonly unknown[], place = -1): unknown => (place < 0 ? gone : list[place]);

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function keyOf(segment: Segment): string {
  switch (segment.kind) {
    case 'root':
      return '';
    case 'field':
      return `.${segment.name}`;
    case 'item':
      return segment.name.kind === 'place'
        ? `#${segment.name.index}`
        : `=${segment.name.nth} ${segment.name.text.replaceAll('\0', '\0\0')}`;
    default:
      return segment satisfies never;
  }
}

function verdictOn(
  cells: readonly Cell[],
  segment: Segment,
  { ignoreVolatile }: TableOptions,
): Pick<Row, 'reference' | 'differs' | 'refuses'> {
  const isItem = segment.kind === 'item';
  let reference: number | undefined;
  let compared: Cell | undefined;
  let differs = false;
  let refused = false;
  for (const [column, cell] of cells.entries()) {
    if (isOfTheRequest(cell) || isToldAbove(cell, isItem)) continue;
    refused ||= isRefusedCell(cell);
    if (compared === undefined) [reference, compared] = [column, cell];
    else differs ||= !sameCell(compared, cell);
  }
  if (differs && ignoreVolatile && segment.kind === 'field' && !refused) {
    const telling = cells.filter((cell) => !isOfTheRequest(cell) && !isToldAbove(cell, isItem));
    const values = telling.flatMap((cell) => (cell.state === 'value' ? [cell.value] : []));
    if (values.length === telling.length && isVolatile(segment.name, values)) differs = false;
  }
  return { reference, differs, refuses: differs && refused };
}
