// Which fields of list items a person may choose to match them by. Pure.

import type { AnswerTable, Row } from './answer-table.ts';

const itemsLookedAt = 20;
const rowsLookedAt = 20_000;

/** The names of scalar fields of items, those of the first lists first. */
export function keysIn({ root }: AnswerTable): readonly string[] {
  const names = new Set<string>();
  const waiting: Row[] = [root];
  let looked = 0;
  for (const row of waiting) {
    looked += 1;
    if (looked > rowsLookedAt) break;
    const children = row.children[0]?.segment.kind === 'item' ? row.children.slice(0, itemsLookedAt) : row.children;
    waiting.push(...children);
    if (row.segment.kind !== 'item') continue;
    for (const { segment, cells } of row.children) {
      if (segment.kind === 'field' && cells.some(({ state }) => state === 'value')) names.add(segment.name);
    }
  }
  names.delete('__typename');
  return [...names];
}
