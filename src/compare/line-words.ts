// What one cell of a line says, be the line a row or a folded field. Pure.

import { cellWords, foldedItemsWords, foldedWords, type CellWords } from './cell-words.ts';
import type { Line } from './visible-lines.ts';

/** @param index of the line among those shown: the first tells of requests that were refused as a whole */
export function lineWords(line: Line, column: number, index: number): CellWords {
  if (line.kind === 'row') return cellWords(line.row, column, index === 0);
  const cell = line.field.cells[column];
  const reference = line.field.cells.find(({ whole }) => whole === undefined);
  if (cell === undefined) return { tone: 'absent', sign: '', text: '', sentence: '' };
  return line.field.label === '' ? foldedItemsWords(cell) : foldedWords(cell, reference);
}
