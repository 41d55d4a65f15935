// A comparison as it leaves the page: plain texts, values masked where that is asked for, and nothing in it that looks like a token.
// Pure; the targets beside it only write it down.

import type { AnswerTable, Row } from '../answer-table.ts';
import { errorName } from '../cell-words.ts';
import { isPermissionError, isToldAbove, sameCell, type Cell } from '../cell.ts';
import type { ComparedAnswer } from '../compared-answer.ts';
import { findingsIn } from '../findings.ts';
import { isPlainObject } from '../fold-rows.ts';
import { joined, segmentText } from '../row-path.ts';
import type { Show } from '../visible-lines.ts';

export interface ExportedColumn {
  readonly name: string;
  /** "ID token, editors". */
  readonly kind: string;
  /** "HTTP 200", or why there is no answer. */
  readonly outcome: string;
  readonly milliseconds?: number;
  readonly bytes?: number;
}

export interface ExportedCell {
  readonly state: Cell['state'];
  /** The same as the reference. */
  readonly same: boolean;
  /** What stands there: a value, "Unauthorized", "not in list". */
  readonly text: string;
  /** Of a value that is not masked. */
  readonly value?: string | number | boolean;
  readonly errorType?: string;
}

export interface ExportedRow {
  readonly path: string;
  readonly differs: boolean;
  readonly cells: readonly ExportedCell[];
}

export interface Exported {
  readonly title: string;
  readonly operation: string;
  readonly askedAt: string;
  readonly masked: boolean;
  readonly columns: readonly ExportedColumn[];
  readonly findings: readonly string[];
  readonly rows: readonly ExportedRow[];
}

export interface ToExport {
  /** "query NewestPosts". */
  readonly operation: string;
  /** ms of the wall clock. */
  readonly startedAt: number;
  readonly columns: readonly (Omit<ExportedColumn, 'outcome'> & {
    readonly status?: number;
    readonly answer: ComparedAnswer;
  })[];
  readonly table: AnswerTable;
  readonly show: Show;
  readonly masked: boolean;
}

export function exportedFrom({ operation, startedAt, columns, table, show, masked }: ToExport): Exported {
  const names = columns.map(({ name }) => name);
  const findings = findingsIn(table, names).map(({ sentence, why }) =>
    masked || !why ? sentence : `${sentence} “${why}”`,
  );
  return {
    title: `${operation} as ${new Intl.ListFormat('en-GB').format(names)}`,
    operation,
    askedAt: new Date(startedAt).toISOString(),
    masked,
    columns: columns.map(({ answer, status, ...column }) => ({
      ...column,
      outcome: outcomeOf(answer, status, masked),
    })),
    findings: findings.map(withoutTokens),
    rows: rowsOf(table, show, masked),
  };
}

function outcomeOf(answer: ComparedAnswer, status: number | undefined, masked: boolean): string {
  if (answer.kind === 'refused') {
    return withoutTokens(`HTTP ${answer.status}, ${answer.errorType}${masked ? '' : `: ${answer.message}`}`);
  }
  if (answer.kind === 'none') return withoutTokens(`${answer.short}: ${answer.sentence}`);
  return answer.kind === 'waiting' ? 'no answer yet' : `HTTP ${status ?? ''}`.trim();
}

function rowsOf(table: AnswerTable, show: Show, masked: boolean): ExportedRow[] {
  const rows: ExportedRow[] = [];
  // With the path each row's own begins with. Keys of items are values too.
  const waiting = [{ row: table.root, path: '' }];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { row, path } = next;
    if (show === 'differences' ? !row.differsWithin : show === 'permissions' && !row.refusesWithin) continue;
    if (row.parent === undefined ? row.differs : !isPlainObject(row)) {
      rows.push({
        path: withoutTokens(path || 'data'),
        differs: row.differs,
        cells: row.cells.map((_cell, column) => cellOf(row, column, masked)),
      });
    }
    for (let index = row.children.length - 1; index >= 0; index -= 1) {
      const child = row.children[index];
      if (child === undefined) continue;
      const step = masked && child.segment.kind === 'item' ? `[${index + 1}]` : segmentText(child.segment);
      waiting.push({ row: child, path: joined(path, step) });
    }
  }
  return rows;
}

function cellOf(row: Row, column: number, masked: boolean): ExportedCell {
  const cell = row.cells[column] ?? { state: 'absent' };
  const reference = row.reference === undefined || row.reference === column ? undefined : row.cells[row.reference];
  const isItem = row.segment.kind === 'item';
  const same = reference !== undefined && !isToldAbove(cell, isItem) && sameCell(reference, cell);
  const base = { state: cell.state, same, text: withoutTokens(textOf(cell, row, masked)) };
  if (cell.state === 'value' && !masked) {
    return { ...base, value: typeof cell.value === 'string' ? withoutTokens(cell.value) : cell.value };
  }
  const error = cell.state === 'error' || cell.state === 'under-error' ? cell.error : undefined;
  return error?.errorType === undefined ? base : { ...base, errorType: error.errorType };
}

function textOf(cell: Cell, row: Row, masked: boolean): string {
  switch (cell.state) {
    case 'value':
      return masked ? `‹${typeof cell.value === 'string' ? 'text' : typeof cell.value}›` : JSON.stringify(cell.value);
    case 'object':
      return 'present';
    case 'list':
      return `${cell.count} of ${row.children.length} items`;
    case 'null':
      return 'null';
    case 'error': {
      const name = masked && cell.error.errorType === undefined ? 'error' : errorName(cell.error);
      return `null, ${isPermissionError(cell.error) ? 'refused' : 'failed'}: ${name}`;
    }
    case 'missing-item':
      return row.segment.kind === 'item' ? 'not in list' : '';
    case 'under-error':
      return 'parent refused';
    case 'under-null':
      return 'parent null';
    case 'absent':
      return 'not there';
    case 'request-refused':
      return 'request refused';
    case 'no-answer':
      return 'no answer';
    case 'waiting':
      return '';
    default:
      return cell satisfies never;
  }
}

/** An API may answer with the token that it was sent: a JWT, or an API key of AppSync. */
function withoutTokens(text: string): string {
  return text
    .replaceAll(/\beyJ[\w-]{8,}\.[\w-]{8,}(?:\.[\w-]*)*/g, '‹token›')
    .replaceAll(/\bda2-[a-z0-9]{26}\b/g, '‹API key›');
}
