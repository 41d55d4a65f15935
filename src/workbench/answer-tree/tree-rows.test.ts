import { describe, expect, it } from 'vitest';
import { rootId, treeRows, wayTo } from './tree-rows.ts';

const drawn = (value: unknown, ...open: string[]) =>
  treeRows(value, new Set(open)).map(({ depth, name, text, isOpen }) =>
    `${'  '.repeat(depth)}${isOpen === undefined ? '' : isOpen ? '▾ ' : '▸ '}${name === undefined ? '' : `${name}: `}${text}`.trimEnd(),
  );

describe('treeRows', () => {
  it('walks what is open', () => {
    const value = { data: { a: [1, 'x', null], 'b/c': { d: true } }, errors: [], none: {} };
    expect(drawn(value)).toEqual(['▸ { 3 }']);
    expect(drawn(value, rootId, '/data', '/data/b~1c')).toEqual([
      '▾ { 3 }',
      '  ▾ data: { 2 }',
      '    ▸ a: [ 3 ]',
      '    ▾ b/c: { 1 }',
      '      d: true',
      '  errors: [ ]',
      '  none: { }',
    ]);
  });

  it('tells a closed object by its first single values', () => {
    expect(drawn({ list: [], id: 7, title: 'x'.repeat(50), done: true, more: 1 })).toEqual([
      `▸ { id: 7, title: "${'x'.repeat(40)}", done: true, … }`,
    ]);
  });

  it('cuts a long list into stretches, and a very long one into stretches of stretches', () => {
    const long = Array.from({ length: 2500 }, (_, index) => index);
    expect(drawn(long, rootId)).toEqual(['▾ [ 2500 ]', '  ▸ 0 … 999:', '  ▸ 1000 … 1999:', '  ▸ 2000 … 2499:']);
    expect(drawn(long, rootId, '/~2000-2500').at(-1)).toBe('    2499: 2499');
    expect(
      treeRows(
        Array.from({ length: 1_500_000 }, () => 0),
        new Set([rootId]),
      ),
    ).toHaveLength(3);
  });

  it('shows the start of a long text', () => {
    const [row] = treeRows('y'.repeat(5000), new Set());
    expect(row?.text).toMatch(/^"y{200}" … and 4,800 letters more$/);
  });
});

describe('wayTo', () => {
  it('says what to open', () => {
    const value = { data: { posts: Array.from({ length: 3000 }, () => ({ title: 't' })) } };
    const { open, id } = wayTo(value, ['data', 'posts', 1234, 'title']);
    expect(open).toEqual([rootId, '/data', '/data/posts', '/data/posts/~1000-2000', '/data/posts/1234']);
    expect(id).toBe('/data/posts/1234/title');
    expect(treeRows(value, new Set(open)).some((row) => row.id === id)).toBe(true);
  });

  it('goes as far as there is something', () => {
    expect(wayTo({ data: { author: null } }, ['data', 'author', 'name']).id).toBe('/data/author');
    expect(wayTo(null, ['data']).id).toBe(rootId);
  });
});
