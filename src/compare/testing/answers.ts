// Answers for the tests of the table, and its rows as text to compare with.

import type { AnswerTable, Row } from '../answer-table.ts';
import type { Cell } from '../cell.ts';
import type { ComparedAnswer, PathError } from '../compared-answer.ts';
import { pathText } from '../row-path.ts';

export const answered = (data: unknown, ...errors: PathError[]): ComparedAnswer => ({ kind: 'answered', data, errors });

export const refusal = (...path: (string | number)[]): PathError => ({
  path,
  errorType: 'Unauthorized',
  message: `Not Authorized to access ${path.findLast((step) => typeof step === 'string') ?? ''} on type T`,
});

export const failure = (errorType: string | undefined, ...path: (string | number)[]): PathError => ({
  path,
  errorType,
  message: 'It failed.',
});

export function rowsOf(table: AnswerTable): Row[] {
  const rows: Row[] = [];
  const add = (row: Row) => {
    if (row.parent !== undefined) rows.push(row);
    row.children.forEach(add);
  };
  add(table.root);
  return rows;
}

/** "1", "null", "!Unauthorized", "{}", "[2]", or the state. */
export function cellText(cell: Cell): string {
  if (cell.state === 'value') return JSON.stringify(cell.value);
  if (cell.state === 'object') return `{${cell.typename ?? ''}}`;
  if (cell.state === 'list') return `[${cell.count}]`;
  if (cell.state === 'error') return `${cell.climbed ? '^' : ''}!${cell.error.errorType ?? cell.error.message}`;
  return cell.state;
}

/** Each row as "path: cell | cell". */
export function tableText(table: AnswerTable): string[] {
  return rowsOf(table).map((row) => `${pathText(row)}: ${row.cells.map(cellText).join(' | ')}`);
}
