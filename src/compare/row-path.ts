// How a row's path is written: "posts.items[post-39].author.salary". Pure.

import type { Row, Segment } from './answer-table.ts';

/** GraphQL's, and those of claims: "cognito:groups". */
const plainName = /^[_\p{L}][\p{L}\p{N}_:-]*$/u;
const longestName = 60;

export function segmentText(segment: Segment): string {
  if (segment.kind === 'root') return 'data';
  if (segment.kind === 'field') return plainName.test(segment.name) ? segment.name : JSON.stringify(segment.name);
  return `[${itemText(segment)}]`;
}

/** "post-39", "post-39 (2nd)", "#4" for the fifth item where only its place is known. */
function itemText({ name }: Extract<Segment, { kind: 'item' }>): string {
  if (name.kind === 'place') return `#${name.index}`;
  const text = shortened(name.text, longestName);
  return name.nth === 0 ? text : `${text}, ${name.nth + 1}`;
}

export function pathText(row: Row): string {
  let text = '';
  for (let at: Row | undefined = row; at?.parent !== undefined; at = at.parent) {
    text = joined(segmentText(at.segment), text);
  }
  return text || 'data';
}

export function joined(before: string, after: string): string {
  return before === '' || after === '' || after.startsWith('[') ? `${before}${after}` : `${before}.${after}`;
}

/** Cut between whole characters, so that no emoji is halved. */
export function shortened(text: string, length: number): string {
  if (text.length <= length) return text;
  const cut = text.slice(0, length);
  return `${/[\uD800-\uDBFF]$/.test(cut) ? cut.slice(0, -1) : cut}…`;
}
