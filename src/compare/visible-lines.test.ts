import { describe, expect, test } from 'vitest';
import { answerTable } from './answer-table.ts';
import type { ComparedAnswer } from './compared-answer.ts';
import { findingsIn } from './findings.ts';
import { lineWords } from './line-words.ts';
import { answered, failure, refusal } from './testing/answers.ts';
import { visibleLines, type Line, type Show } from './visible-lines.ts';

/** @param seen how many of them, from the first */
function people(count: number, seen: number, mayReadEmail: boolean): ComparedAnswer {
  const users = Array.from({ length: seen }, (_each, index) => ({
    id: `u${index}`,
    email: mayReadEmail ? `u${index}@example.com` : null,
    team: { name: 'T' },
  }));
  const errors = mayReadEmail ? [] : users.map((_user, index) => refusal('users', index, 'email'));
  return answered({ users, count }, ...errors);
}

const textOf = (line: Line, columns: number): string => {
  const words = Array.from({ length: columns }, (_each, column) => {
    return lineWords(line, column, 0);
  });
  const mark = line.kind === 'row' && line.open !== undefined ? (line.open ? '▾ ' : '▸ ') : '';
  return `${'  '.repeat(line.depth)}${mark}${line.label}: ${words.map(({ sign, text }) => `${sign} ${text}`.trim()).join(' | ')}`;
};

function shown(answers: readonly ComparedAnswer[], show: Show = 'everything', ...turned: string[]): string[] {
  const lines = visibleLines(answerTable(answers).root, { show, turned: new Set(turned) });
  return lines.map((line) => textOf(line, answers.length));
}

describe('the lines of a table', () => {
  const three = [people(200, 200, true), people(200, 200, true), people(200, 198, false)];

  test('fold a long list into one for each field, with what each got of it', () => {
    expect(shown(three)).toEqual([
      '▸ users: 200 | = | 198, 2 missing',
      '  items: 200 | 200 | — 198, 2 not in list',
      '  id: 200 | = | 198',
      '  email: 200 | = | ⊘ 0 of 198, Unauthorized',
      '  team.name: 200 | = | 198',
      'count: 200 | = | =',
    ]);
  });

  test('unfold it when it is opened', () => {
    const lines = shown(three, 'everything', '\0.users');
    expect(lines).toHaveLength(2 + 200 * 4);
    expect(lines.slice(0, 5)).toEqual([
      '▾ users: 200 | = | 198, 2 missing',
      '  ▾ [u0]: present | = | =',
      '    id: "u0" | = | =',
      '    email: "u0@example.com" | = | ⊘ Unauthorized',
      '    team.name: "T" | = | =',
    ]);
    expect(lines).toContain('  ▾ [u199]: present | = | — not in list');
  });

  test('are those that differ, or those that differ by rights, when only they are wanted', () => {
    const answers = [
      answered({ same: 1, other: { x: 1, y: 2 }, salary: 5 }),
      answered({ same: 1, other: { x: 1, y: 3 }, salary: null }, refusal('salary')),
    ];
    expect(shown(answers, 'differences')).toEqual(['other.y: 2 | 3', 'salary: 5 | ⊘ Unauthorized']);
    expect(shown(answers, 'permissions')).toEqual(['salary: 5 | ⊘ Unauthorized']);
  });

  test('tell the root only where somebody has no data at all', () => {
    expect(shown([answered({ a: 1 }), answered(null, refusal('a'))])).toEqual([
      '▾ data: present | ⊘ Unauthorized, from a',
      '  a: 1 | ⊘ Unauthorized',
    ]);
  });

  test('cut a huge text between characters, and tell an error beside a value', () => {
    const [line] = shown([answered({ a: '👋'.repeat(50_000) }), answered({ a: 1 }, failure('Odd', 'a'))]);
    expect(line).toMatch(/^a: "(👋)+… \| 1 \(beside an error: Odd\)$/u);
    expect(line?.length).toBeLessThan(250);
  });
});

describe('the findings of a table', () => {
  const names = ['carol', 'alice', 'bob'];
  const rows: readonly (readonly [what: string, answers: ComparedAnswer[], sentences: string[]])[] = [
    [
      'who is refused what, and who gets it',
      [people(3, 3, true), people(3, 3, false), people(3, 2, false)],
      [
        'alice and bob do not get users[].email: Unauthorized. carol does.',
        'Not everybody gets the same users: of 3 items bob 2.',
      ],
    ],
    [
      'a failure that is none of rights',
      [answered({ a: 1 }), answered({ a: null }, failure('Lambda:Unhandled', 'a'))],
      ['alice does not get a: Lambda:Unhandled. carol does.'],
    ],
    ['another value', [answered({ a: 1 }), answered({ a: 2 }), answered({ a: 2 })], ['alice and bob get another a.']],
    ['nothing where all is alike', [answered({ a: 1 }), answered({ a: 1 })], []],
  ];
  test.each(rows)('are %s', (_what, answers, sentences) => {
    expect(findingsIn(answerTable(answers), names).map(({ sentence }) => sentence)).toEqual(sentences);
  });
});
