import { describe, expect, test } from 'vitest';
import { answerTable, defaultOptions, type AnswerTable } from './answer-table.ts';
import type { ComparedAnswer } from './compared-answer.ts';
import type { MatchBy } from './match-items.ts';
import { pathText } from './row-path.ts';
import { answered, failure, refusal, rowsOf, tableText } from './testing/answers.ts';

const key = (name: string): MatchBy => ({ by: 'key', name });
const differing = (table: AnswerTable) => rowsOf(table).flatMap((row) => (row.differs ? [pathText(row)] : []));
const refusing = (table: AnswerTable) => rowsOf(table).flatMap((row) => (row.refuses ? [pathText(row)] : []));

describe('a cell is', () => {
  const rows: readonly (readonly [what: string, answers: ComparedAnswer[], lines: string[]])[] = [
    ['a value', [answered({ a: 1 }), answered({ a: 'x' })], ['a: 1 | "x"']],
    ['null', [answered({ a: null }), answered({ a: false })], ['a: null | false']],
    ['null because of an error at this path', [answered({ a: null }, refusal('a'))], ['a: !Unauthorized']],
    ['an error of the execution, by its message', [answered({ a: null }, failure(undefined, 'a'))], ['a: !It failed.']],
    [
      'a null that climbed, where it stopped, where it belongs and beside that',
      [answered({ a: { b: 1, c: 2 } }), answered({ a: null }, refusal('a', 'b'))],
      ['a: {} | ^!Unauthorized', 'a.b: 1 | !Unauthorized', 'a.c: 2 | under-error'],
    ],
    [
      'under a null that nobody explains',
      [answered({ a: { b: { c: 1 } } }), answered({ a: null })],
      ['a: {} | null', 'a.b: {} | under-null', 'a.b.c: 1 | under-null'],
    ],
    [
      'a missing list item, and so is what would be in it',
      [answered({ l: [{ id: 'p', n: 1 }] }), answered({ l: [] })],
      ['l: [1] | [0]', 'l[p]: {} | missing-item', 'l[p].id: "p" | missing-item', 'l[p].n: 1 | missing-item'],
    ],
    ['absent, where the object has no such field', [answered({ a: 1 }), answered({})], ['a: 1 | absent']],
    [
      'the whole request’s, in each row',
      [
        answered({ a: 1 }),
        { kind: 'refused', status: 401, errorType: 'UnauthorizedException', message: 'No.' },
        { kind: 'none', short: 'offline', sentence: 'Nothing came.' },
        { kind: 'waiting' },
      ],
      ['a: 1 | request-refused | no-answer | waiting'],
    ],
    [
      'of another shape',
      [answered({ a: { b: 1 } }), answered({ a: [2] })],
      ['a: {} | [1]', 'a.b: 1 | absent', 'a[2]: absent | 2'],
    ],
  ];
  test.each(rows)('%s', (_what, answers, lines) => {
    expect(tableText(answerTable(answers))).toEqual(lines);
  });

  test('named by the response key, an alias or a name that objects know already', () => {
    const data: unknown = JSON.parse('{"other": 1, "__proto__": {"constructor": 2}, "👋": 3}');
    expect(tableText(answerTable([answered(data), answered({ other: 1 })]))).toEqual([
      'other: 1 | 1',
      '__proto__: {} | absent',
      '__proto__.constructor: 2 | absent',
      '"👋": 3 | absent',
    ]);
  });

  test('of the root where data itself is null', () => {
    const { root } = answerTable([answered({ a: 1 }), answered(null, refusal('a'))]);
    expect(root.cells.map(({ state }) => state)).toEqual(['object', 'error']);
    expect(root.differs).toBe(true);
  });
});

describe('list items are matched', () => {
  const items = (...ids: unknown[]) => answered({ l: ids.map((id, at) => ({ id, at })) });
  test('by id, whatever their order, and stand where their own list has them', () => {
    const table = answerTable([items('a', 'b', 'd'), items('c', 'd', 'a')]);
    expect(table.root.children[0]?.children.map(pathText)).toEqual(['l[c]', 'l[a]', 'l[b]', 'l[d]']);
    expect(tableText(table)).toContain('l[a].at: 0 | 2');
    expect(table.root.children[0]?.matchedBy).toEqual({ by: 'key', name: 'id' });
  });

  const rows: readonly (readonly [what: string, one: unknown[], other: unknown[], lines: string[]])[] = [
    ['1 and "1" alike', [1], ['1'], ['l[1].id: 1 | "1"']],
    ['a repeated id in its order', ['a', 'a'], ['a'], ['l[a].at: 0 | 0', 'l[a, 2].at: 1 | missing-item']],
    ['by place without an id', ['a', null], ['a', null], ['l[a].at: 0 | 0', 'l[#1].id: null | null']],
  ];
  test.each(rows)('%s', (_what, one, other, lines) => {
    expect(tableText(answerTable([items(...one), items(...other)]))).toEqual(expect.arrayContaining(lines));
  });

  test('by the first text that tells them apart, where nobody asked for ids', () => {
    const list = (...titles: string[]) =>
      answered({ l: titles.map((title) => ({ status: 'OPEN', at: '2026-01-01T00:00:00Z', title })) });
    const table = answerTable([list('x', 'y'), list('y')]);
    expect(table.root.children[0]?.matchedBy).toEqual({ by: 'key', name: 'title' });
    expect(tableText(table)).toContain('l[x]: {} | missing-item');
  });

  test('by the key a person picks, and by place if they say so', () => {
    const one = answered({
      l: [
        { id: 1, slug: 's' },
        { id: 2, slug: 't' },
      ],
    });
    const other = answered({ l: [{ id: 9, slug: 't' }] });
    const by = (matchBy: MatchBy) => tableText(answerTable([one, other], { ...defaultOptions, matchBy }));
    expect(by(key('slug'))).toContain('l[t].id: 2 | 9');
    expect(by({ by: 'place' })).toContain('l[#0].slug: "s" | "t"');
    expect(by(key('nope'))).toContain('l[#0].slug: "s" | "t"');
  });

  test('by value where they are scalars, and by place where they are lists', () => {
    expect(tableText(answerTable([answered({ l: ['a', 'b'] }), answered({ l: ['b'] })]))).toEqual([
      'l: [2] | [1]',
      'l["a"]: "a" | missing-item',
      'l["b"]: "b" | "b"',
    ]);
    expect(tableText(answerTable([answered({ l: [[1], [2, 3]] }), answered({ l: [[1]] })]))).toEqual([
      'l: [2] | [1]',
      'l[#0]: [1] | [1]',
      'l[#0][1]: 1 | 1',
      'l[#1]: [2] | missing-item',
      'l[#1][2]: 2 | missing-item',
      'l[#1][3]: 3 | missing-item',
    ]);
  });

  test('by type and id in a list of a union', () => {
    const one = answered({
      l: [
        { __typename: 'User', id: 1 },
        { __typename: 'Post', id: 1, title: 't' },
      ],
    });
    expect(tableText(answerTable([one, answered({ l: [{ __typename: 'Post', id: 1, title: 'u' }] })]))).toEqual([
      'l: [2] | [1]',
      'l[User 1]: {User} | missing-item',
      'l[User 1].__typename: "User" | missing-item',
      'l[User 1].id: 1 | missing-item',
      'l[Post 1]: {Post} | {Post}',
      'l[Post 1].__typename: "Post" | "Post"',
      'l[Post 1].id: 1 | 1',
      'l[Post 1].title: "t" | "u"',
    ]);
  });

  test('a refused one by what others have in its place, its error with it', () => {
    const table = answerTable([items('a', 'b'), answered({ l: [{ id: 'a', at: 0 }, null] }, refusal('l', 1))]);
    expect(tableText(table)).toContain('l[b]: {} | !Unauthorized');
    expect(tableText(table)).toContain('l[b].at: 1 | under-error');
  });

  test('and errors with them, wherever each has the item', () => {
    const one = answered({
      l: [
        { id: 'a', s: 1 },
        { id: 'b', s: 2 },
      ],
    });
    const other = answered({ l: [{ id: 'b', s: null }] }, refusal('l', 0, 's'));
    expect(tableText(answerTable([one, other]))).toContain('l[b].s: 2 | !Unauthorized');
  });
});

describe('a difference', () => {
  test('is told at the topmost row it can be seen in, and up to the root', () => {
    const table = answerTable([
      answered({ a: { b: { c: 1 } }, z: 1 }),
      answered({ a: { b: null }, z: 1 }, refusal('a', 'b')),
    ]);
    expect(differing(table)).toEqual(['a.b']);
    expect(refusing(table)).toEqual(['a.b']);
    expect(rowsOf(table).flatMap((row) => (row.differsWithin ? [pathText(row)] : []))).toEqual(['a', 'a.b']);
  });

  test('is none where the whole request was refused, nor where all are refused alike', () => {
    const whole = { kind: 'refused', status: 401, errorType: 'UnauthorizedException', message: 'No.' } as const;
    expect(differing(answerTable([answered({ a: 1 }), whole]))).toEqual([]);
    expect(differing(answerTable([whole, answered({ a: 1 }), answered({ a: 2 })]))).toEqual(['a']);
    const refused = answered({ a: null }, refusal('a'));
    expect(differing(answerTable([refused, refused]))).toEqual([]);
  });

  test('is one of rights only where something is refused or does not come', () => {
    const table = answerTable([
      answered({ a: 1, b: 1, c: 1, l: [{ id: 1 }] }),
      answered({ a: 2, b: null, c: null, l: [] }, failure('Lambda:Unhandled', 'b'), refusal('c')),
    ]);
    expect(differing(table)).toEqual(['a', 'b', 'c', 'l', 'l[1]']);
    expect(refusing(table)).toEqual(['c', 'l[1]']);
  });

  const volatile: readonly (readonly [field: string, one: unknown, other: unknown, differs: boolean])[] = [
    ['seen', '2026-01-01T10:00:00Z', '2026-01-01T10:00:01.5+02:00', false],
    ['updatedAt', 1767225600, 1767225601, false],
    ['nextToken', 'eyJ2', 'eyJ3', false],
    ['nextToken', 'eyJ2', null, true],
    ['born', '2026-01-01', '2026-01-02', true],
    ['amount', 1767225600, 1767225601, true],
    ['updatedAt', '2026-01-01T10:00:00Z', 'never', true],
  ];
  test.each(volatile)('of %s, %j and %j, counts unless it is volatile', (field, one, other, differs) => {
    const answers = [answered({ [field]: one }), answered({ [field]: other })];
    expect(differing(answerTable(answers))).toEqual(differs ? [field] : []);
    expect(differing(answerTable(answers, { ...defaultOptions, ignoreVolatile: false }))).toEqual([field]);
  });
});

test.each([0, 1, 30])('a table of %i answers stands', (count) => {
  const table = answerTable(Array.from({ length: count }, () => answered({ a: 1 })));
  expect(differing(table)).toEqual([]);
  expect(table.size).toBe(count === 0 ? 0 : 1);
});

test('thirty identities, of whom one is refused', () => {
  const all = Array.from({ length: 30 }, (_, nth) =>
    nth === 29 ? answered({ a: null }, refusal('a')) : answered({ a: 1 }),
  );
  const [row] = rowsOf(answerTable(all));
  expect(row?.cells).toHaveLength(30);
  expect(row).toMatchObject({ reference: 0, differs: true, refuses: true });
});
