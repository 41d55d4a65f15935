// How a cell of the answer table reads: one wording for the page, the exports and assistive technology. Pure.

import { isPermissionError, isToldAbove, sameCell, type Cell } from './cell.ts';
import type { PathError } from './compared-answer.ts';
import type { FoldedCell } from './fold-rows.ts';
import type { Row } from './answer-table.ts';
import { shortened } from './row-path.ts';

export type CellTone =
  'value' | 'same' | 'null' | 'refused' | 'failed' | 'missing' | 'above' | 'absent' | 'whole' | 'whole-above' | 'group';

export interface CellWords {
  readonly tone: CellTone;
  /** Before the text, and told by it: for the eye only. */
  readonly sign: string;
  readonly text: string;
  /** In full, for a line of its own. */
  readonly sentence: string;
}

/** Beyond this a cell is cut; in full it stands beside the table. */
const longestShown = 160;

export function errorName({ errorType, message }: PathError): string {
  if (errorType !== undefined) return errorType;
  if (message.startsWith('Cannot return null')) return 'null in non-null field';
  if (message.startsWith("Can't serialize")) return 'value does not fit its type';
  return shortened(message, 60);
}

/** @param firstRow the first line shown tells of the whole request; below it a dot is enough */
export function cellWords(row: Row, column: number, firstRow: boolean): CellWords {
  const cell = row.cells[column];
  if (cell === undefined) return { tone: 'absent', sign: '', text: '', sentence: '' };
  const reference = row.reference === undefined ? undefined : row.cells[row.reference];
  const isItem = row.segment.kind === 'item';
  if (row.reference !== column && reference !== undefined && isPlainlySame(cell, reference, isItem)) {
    const { text } = wordsOf(cell, row, firstRow);
    return { tone: 'same', sign: '=', text: '', sentence: `The same: ${text}` };
  }
  if (cell.state === 'absent' && row.parent?.cells[column]?.state === 'absent') {
    return { tone: 'above', sign: '·', text: '', sentence: 'What it belongs to is not in this answer' };
  }
  return wordsOf(cell, row, firstRow);
}

/** What is no value is told each time: "=" beside a refusal would hide it. */
function isPlainlySame(cell: Cell, reference: Cell, isItem: boolean): boolean {
  if (isToldAbove(cell, isItem)) return false;
  return ['value', 'null', 'list', 'object'].includes(cell.state) && sameCell(cell, reference);
}

function wordsOf(cell: Cell, row: Row, firstRow: boolean): CellWords {
  switch (cell.state) {
    case 'value': {
      const json = JSON.stringify(cell.value);
      const beside = cell.error === undefined ? '' : ` (beside an error: ${errorName(cell.error)})`;
      return { tone: 'value', sign: '', text: shortened(json, longestShown) + beside, sentence: json + beside };
    }
    case 'object':
      return { tone: 'group', sign: '', text: cell.typename ?? 'present', sentence: 'An object' };
    case 'list': {
      const missing = row.children.length - cell.count;
      const text = `${cell.count}${missing > 0 ? `, ${missing} missing` : ''}`;
      return { tone: 'group', sign: '', text, sentence: `A list of ${text}` };
    }
    case 'null':
      return { tone: 'null', sign: '', text: 'null', sentence: 'null' };
    case 'error': {
      const { error, climbed } = cell;
      const tone = isPermissionError(error) ? 'refused' : 'failed';
      const text = `${errorName(error)}${climbed ? `, from ${lastStep(error)}` : ''}`;
      return { tone, sign: tone === 'refused' ? '⊘' : '!', text, sentence: `null, ${text}: ${error.message}` };
    }
    case 'missing-item':
      return row.segment.kind === 'item'
        ? { tone: 'missing', sign: '—', text: 'not in list', sentence: 'This list has no such item' }
        : { tone: 'above', sign: '·', text: '', sentence: 'Its item is not in this list' };
    case 'under-error':
      return {
        tone: 'above',
        sign: '↑',
        text: 'parent refused',
        sentence: `What it belongs to is not there: ${errorName(cell.error)}, ${cell.error.message}`,
      };
    case 'under-null':
      return { tone: 'above', sign: '↑', text: 'parent null', sentence: 'What it belongs to is null' };
    case 'absent':
      return {
        tone: 'absent',
        sign: '∅',
        text: 'not there',
        sentence: 'This answer has no such field',
      };
    case 'request-refused': {
      const { errorType, message, status } = cell.answer;
      const sentence = `The whole request was refused: HTTP ${status}, ${errorType}. ${message}`;
      return wholeWords(firstRow, `request refused, ${errorType}`, sentence);
    }
    case 'no-answer':
      return wholeWords(firstRow, cell.answer.short, cell.answer.sentence);
    case 'waiting':
      return { tone: 'whole-above', sign: '…', text: '', sentence: 'Waiting for the answer' };
    default:
      return cell satisfies never;
  }
}

function wholeWords(firstRow: boolean, text: string, sentence: string): CellWords {
  return firstRow
    ? { tone: 'whole', sign: '✕', text, sentence }
    : { tone: 'whole-above', sign: '·', text: '', sentence };
}

function lastStep({ path }: PathError): string {
  return path.findLast((step) => typeof step === 'string') ?? 'below';
}

/** Of the items themselves: how many of all that anybody has. */
export function foldedItemsWords({ whole, total, missing }: FoldedCell): CellWords {
  if (whole !== undefined) return { tone: 'whole-above', sign: '·', text: '', sentence: 'No answer to compare' };
  if (missing === 0) return { tone: 'value', sign: '', text: `${total}`, sentence: `All ${total} items` };
  const text = `${total}, ${missing} not in list`;
  return { tone: 'missing', sign: '—', text, sentence: `${text}: others have them` };
}

/** "200", "0 of 200, Unauthorized", "198 of 200, 2 null, 3 differ". */
export function foldedWords(cell: FoldedCell, reference: FoldedCell | undefined): CellWords {
  if (cell.whole !== undefined) {
    return { tone: 'whole-above', sign: '·', text: '', sentence: 'No answer to compare' };
  }
  const { total, got, nulls, different, errors, missing } = cell;
  const [first] = errors.values();
  const parts = [
    got === total ? `${got}` : `${got} of ${total}`,
    ...Array.from(errors.values(), ({ count, error }) => `${count === total ? '' : `${count} `}${errorName(error)}`),
    ...(nulls > 0 ? [`${nulls} null`] : []),
    ...(different > 0 && got === total ? [`${different} differ${different === 1 ? 's' : ''}`] : []),
  ];
  const text = parts.join(', ');
  const more = [
    ...(missing > 0 ? [`${missing} items that others have are not in this list`] : []),
    ...(first === undefined ? [] : [first.error.message]),
  ];
  const sentence = [text, ...more].join('. ');
  if (first !== undefined) {
    const refused = isPermissionError(first.error);
    return { tone: refused ? 'refused' : 'failed', sign: refused ? '⊘' : '!', text, sentence };
  }
  const same =
    reference !== undefined &&
    reference !== cell &&
    different === 0 &&
    got === reference.got &&
    total === reference.total;
  if (same) return { tone: 'same', sign: '=', text: '', sentence: `The same: ${text}` };
  return { tone: 'value', sign: '', text, sentence };
}
