// What a comparison comes to, in sentences, the most telling first: who gets a field and who is refused, and why. Pure.

import type { AnswerTable } from './answer-table.ts';
import { errorName } from './cell-words.ts';
import { isPermissionError } from './cell.ts';
import { foldBelow, type FoldedCell, type FoldedField } from './fold-rows.ts';

export interface Finding {
  readonly kind: 'refused' | 'missing' | 'failed' | 'differs';
  readonly path: string;
  /** For whom it is told; the columns that are worse off. */
  readonly columns: readonly number[];
  readonly sentence: string;
  /** AWS's own message. */
  readonly why: string | undefined;
}

const order: Record<Finding['kind'], number> = { refused: 0, missing: 1, failed: 2, differs: 3 };
const list = new Intl.ListFormat('en-GB');
/** One more is told by its name too: "and 1 more" would be no shorter. */
const toldByName = 5;

/** "carol, alice and bob"; of many the first few and how many more. */
export function namesTold(names: readonly string[]): string {
  if (names.length <= toldByName + 1) return list.format(names);
  return list.format([...names.slice(0, toldByName), `${names.length - toldByName} more`]);
}

export function findingsIn(table: AnswerTable, names: readonly string[]): readonly Finding[] {
  const fields = foldBelow(table.root);
  const labels = new Set(fields.map(({ label }) => label));
  // Of a list its items tell more.
  const telling = fields.filter(({ label }) => !labels.has(`${label}[]`));
  const found = telling.flatMap((field) => findingOf(field, names) ?? []);
  return found.toSorted((one, other) => order[one.kind] - order[other.kind]);
}

function findingOf(field: FoldedField, names: readonly string[]): Finding | undefined {
  if (!field.differs) return undefined;
  const columns = field.cells.flatMap((cell, column) => (cell.whole === undefined ? [column] : []));
  const who = (some: readonly number[]) => namesTold(some.map((column) => names[column] ?? `identity ${column + 1}`));
  const at = (column: number): FoldedCell | undefined => field.cells[column];
  const path = field.label;

  const withError = columns.filter((column) => (at(column)?.errors.size ?? 0) > 0);
  const [first] = withError.flatMap((column) => [...(at(column)?.errors.values() ?? [])]);
  if (first !== undefined) {
    const { error } = first;
    const getting = columns.filter((column) => (at(column)?.got ?? 0) > 0 && !withError.includes(column));
    const refused = isPermissionError(error);
    const verb = withError.length === 1 ? 'does' : 'do';
    const sentence =
      getting.length === 0
        ? `${who(withError)} ${verb} not get ${path}: ${errorName(error)}`
        : `${who(withError)} ${verb} not get ${path}: ${errorName(error)}. ${who(getting)} ${getting.length === 1 ? 'does' : 'do'}`;
    return {
      kind: refused ? 'refused' : 'failed',
      path,
      columns: withError,
      sentence: `${sentence}.`,
      why: error.message,
    };
  }

  const missing = columns.filter((column) => (at(column)?.missing ?? 0) > 0);
  if (missing.length > 0) {
    const each = missing.map((column) => `${names[column] ?? ''} ${at(column)?.total ?? 0}`);
    const sentence = `Not everybody gets the same ${path.replace(/\[\]$/, '')}: of ${field.rows} items ${namesTold(each)}.`;
    return { kind: 'missing', path, columns: missing, sentence, why: undefined };
  }
  if (path.endsWith('[]') || columns.length === 0) return undefined;
  const different = columns.filter((column) => (at(column)?.different ?? 0) > 0);
  if (different.length === 0) return undefined;
  const times = field.rows > 1 ? ` in ${field.differing} of ${field.rows} places` : '';
  const verb = different.length === 1 ? 'gets' : 'get';
  return {
    kind: 'differs',
    path,
    columns: different,
    sentence: `${who(different)} ${verb} another ${path}${times}.`,
    why: undefined,
  };
}
