// What holds for any answers: the table forgets nothing, makes nothing up, and does not mind the order of lists.
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { answerTable, type Row } from './answer-table.ts';
import type { Cell } from './cell.ts';
import { answered, cellText, rowsOf } from './testing/answers.ts';

const name = fc.constantFrom('a', 'b', 'id', '__typename', '__proto__', 'toString', '👋', 'at');
const scalar = fc.oneof(fc.constantFrom(null, true, 0, 1, '1', '', '\0', '__proto__'), fc.string(), fc.integer());
/** As JSON brings it: __proto__ is a key like any other. */
const json = fc
  .letrec((tie) => ({
    value: fc.oneof({ maxDepth: 4 }, scalar, fc.array(tie('value'), { maxLength: 5 }), tie('object')),
    object: fc.array(fc.tuple(name, tie('value')), { maxLength: 5 }),
  }))
  .object.map((entries) => asObject(entries));

function asObject(value: unknown): unknown {
  const isEntries = (list: unknown[]): list is [string, unknown][] =>
    list.length > 0 && list.every((each) => Array.isArray(each) && each.length === 2 && typeof each[0] === 'string');
  if (!Array.isArray(value)) return value;
  if (!isEntries(value)) return value.map(asObject);
  const object: Record<string, unknown> = {};
  for (const [key, each] of value)
    Object.defineProperty(object, key, { value: asObject(each), enumerable: true, configurable: true });
  return object;
}

function leaves(value: unknown): string[] {
  if (Array.isArray(value)) return value.length === 0 ? ['[0]'] : value.flatMap(leaves);
  if (typeof value === 'object' && value !== null) {
    const inside = Object.values(value);
    return inside.length === 0 ? ['{}'] : inside.flatMap(leaves);
  }
  return [value === null ? 'null' : JSON.stringify(value)];
}

const isLeaf = (cell: Cell) =>
  cell.state === 'value' ||
  cell.state === 'null' ||
  (cell.state === 'list' && cell.count === 0) ||
  (cell.state === 'object' && cell.size === 0);
const leavesOfColumn = (rows: readonly Row[], column: number) =>
  rows.flatMap(({ cells }) => {
    const cell = cells[column];
    return cell !== undefined && isLeaf(cell) ? [cellText(cell).replace(/^\{.*\}$/, '{}')] : [];
  });

describe('for any answers', () => {
  test('each leaf of each stands in the table exactly once', () => {
    fc.assert(
      fc.property(fc.array(json, { minLength: 1, maxLength: 4 }), (all) => {
        const { root } = answerTable(all.map((data) => answered(data)));
        const rows = [root, ...rowsOf({ root, size: 0, answers: [] })];
        all.forEach((data, column) => {
          expect(leavesOfColumn(rows, column).toSorted()).toEqual(leaves(data).toSorted());
        });
        expect(new Set(rows.map(({ key }) => key)).size).toBe(rows.length);
      }),
    );
  });

  test('the same answer differs from itself in nothing', () => {
    fc.assert(
      fc.property(json, fc.integer({ min: 1, max: 5 }), (data, times) => {
        const { root } = answerTable(Array.from({ length: times }, () => answered(structuredClone(data))));
        expect(root.differsWithin).toBe(false);
      }),
    );
  });

  test('the order of items that have an id changes nothing', () => {
    const items = fc.uniqueArray(fc.record({ id: fc.string(), n: scalar }), {
      selector: ({ id }) => id,
      maxLength: 12,
    });
    fc.assert(
      fc.property(items, items, fc.integer(), (one, other, seed) => {
        const shuffled = other.toSorted(
          (a, b) => Math.sin(seed + a.id.length * 7 + hash(a.id)) - Math.sin(seed + hash(b.id)),
        );
        const said = (list: readonly unknown[]) =>
          rowsOf(answerTable([answered({ l: one }), answered({ l: list })]))
            .map((row) => `${row.key}: ${row.cells.map(cellText).join(' | ')} ${row.differs}`)
            .toSorted();
        expect(said(shuffled)).toEqual(said(other));
      }),
    );
  });

  test('the order of the identities changes no cell', () => {
    fc.assert(
      fc.property(json, json, (one, other) => {
        const said = (answers: readonly unknown[], turn: boolean) =>
          rowsOf(answerTable(answers.map((data) => answered(data))))
            .map((row) => `${row.key}: ${(turn ? row.cells.toReversed() : row.cells).map(cellText).join(' | ')}`)
            .toSorted();
        expect(said([other, one], true)).toEqual(said([one, other], false));
      }),
    );
  });
});

function hash(text: string): number {
  let sum = 0;
  for (const letter of text) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) % 9973;
  return sum;
}
