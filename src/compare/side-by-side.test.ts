import { describe, expect, test } from 'vitest';
import { pairedLines } from './side-by-side-lines.ts';

const shown = (left: string, right: string) =>
  pairedLines(left, right)?.map((line) => `${line.left ?? '·'}${line.same ? ' ' : '≠'}${line.right ?? '·'}`);

describe('two raw answers', () => {
  test.each([
    ['alike', 'a\nb', 'a\nb', ['a a', 'b b']],
    ['with another line', 'a\nb\nc', 'a\nx\nc', ['a a', 'b≠x', 'c c']],
    ['with a line more', 'a\nc', 'a\nb\nc', ['a a', '·≠b', 'c c']],
    ['with a line less at the end', 'a\nb', 'a', ['a a', 'b≠·']],
  ])('%s stand line by line', (_what, left, right, lines) => {
    expect(shown(left, right)).toEqual(lines);
  });

  test('that differ in everything are told as such, and in time', () => {
    const many = (letter: string) => Array.from({ length: 20_000 }, (_line, index) => `${letter}${index}`).join('\n');
    expect(pairedLines(many('a'), many('b'))).toBeUndefined();
  });
});
