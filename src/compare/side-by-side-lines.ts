// Two raw answers line by line, what is in one only marked as such: jsdiff does the comparing. Pure.

import { diffArrays } from 'diff';

export interface PairedLine {
  readonly left: string | undefined;
  readonly right: string | undefined;
  readonly leftNumber: number | undefined;
  readonly rightNumber: number | undefined;
  readonly same: boolean;
}

/** Beyond this many changes, or this time, differences are no longer looked for. */
const mostChanges = 4000;
const longest = 80;

/** Undefined where the two differ in too much to be told in time. */
export function pairedLines(left: string, right: string): readonly PairedLine[] | undefined {
  const [leftLines, rightLines] = [left.split('\n'), right.split('\n')];
  const changes = diffArrays(leftLines, rightLines, { maxEditLength: mostChanges, timeout: longest });
  if (changes === undefined) return undefined;
  const lines: PairedLine[] = [];
  let leftNumber = 0;
  let rightNumber = 0;
  let removed: readonly string[] = [];
  const addPairs = (added: readonly string[]) => {
    for (let index = 0; index < Math.max(removed.length, added.length); index += 1) {
      const [one, other] = [removed[index], added[index]];
      lines.push({
        left: one,
        right: other,
        leftNumber: one === undefined ? undefined : ++leftNumber,
        rightNumber: other === undefined ? undefined : ++rightNumber,
        same: false,
      });
    }
    removed = [];
  };
  for (const { value, added, removed: isRemoved } of changes) {
    if (isRemoved) {
      addPairs([]);
      removed = value;
    } else if (added) addPairs(value);
    else {
      addPairs([]);
      for (const text of value) {
        lines.push({ left: text, right: text, leftNumber: ++leftNumber, rightNumber: ++rightNumber, same: true });
      }
    }
  }
  addPairs([]);
  return lines;
}
