import { describe, expect, test } from 'vitest';
import { answerTable } from '../answer-table.ts';
import type { ComparedAnswer } from '../compared-answer.ts';
import { answered, refusal } from '../testing/answers.ts';
import { csvField } from './csv.ts';
import { exportedFrom, type ToExport } from './exported.ts';
import { exportTargets } from './index.ts';

const jwt = 'eyJraWQiOiJhYmMifQ.eyJzdWIiOiIxMjM0NTY3ODkwIn0.c2lnbmF0dXJlLW9mLWl0';
const apiKey = 'da2-abcdefghijklmnopqrstuvwxyz';

const answers: readonly ComparedAnswer[] = [
  answered({
    me: { name: '=HYPERLINK("x")', pay: 5200, '<b>|*': 'a\nb' },
    posts: [{ id: 'secret-id', n: -1 }],
    echo: `Bearer ${jwt}, ${apiKey}`,
  }),
  answered({ me: { name: '=HYPERLINK("x")', pay: null, '<b>|*': 'c' }, posts: [], echo: jwt }, refusal('me', 'pay')),
  { kind: 'refused', status: 401, errorType: 'UnauthorizedException', message: `No: ${jwt}` },
];
const toExport = (change: Partial<ToExport> = {}): ToExport => ({
  operation: 'query Mine',
  startedAt: Date.UTC(2026, 0, 2, 3, 4, 5),
  columns: answers.map((answer, index) => ({
    name: ['carol', 'bob', 'eve'][index] ?? '',
    kind: 'ID token',
    status: 200,
    answer,
  })),
  table: answerTable(answers),
  show: 'everything',
  masked: false,
  ...change,
});
const written = (id: string, change: Partial<ToExport> = {}) =>
  exportTargets.find((target) => target.id === id)?.write(exportedFrom(toExport(change))) ?? '';

describe.each(exportTargets)('as $label', ({ id }) => {
  test('no token leaves the page, though the API answers with one', () => {
    for (const masked of [false, true]) {
      expect(written(id, { masked })).not.toContain('eyJ');
      expect(written(id, { masked })).not.toContain('da2-');
    }
  });

  test('masked, it tells who gets what without telling a value', () => {
    const text = written(id, { masked: true });
    expect(text).toContain('Unauthorized');
    expect(text).toContain('‹number›');
    for (const value of ['5200', 'HYPERLINK', 'secret-id', 'Not Authorized to']) expect(text).not.toContain(value);
  });

  test('only what differs by rights, if that is shown', () => {
    const text = written(id, { show: 'permissions' });
    expect(text).toMatch(/me\\?\.pay/);
    expect(text).not.toContain('HYPERLINK');
  });
});

test('Markdown keeps its columns whatever stands in them', () => {
  const lines = written('markdown').split('\n');
  const table = lines.filter((line) => line.startsWith('|'));
  expect(table).toContain(String.raw`| me.pay | 5200 | null, refused: Unauthorized | request refused |`);
  expect(table.filter((line) => line.split(/(?<!\\)\|/).length !== 6)).toEqual([]);
});

test('a page of HTML has no markup but its own', () => {
  const page = written('html');
  expect(page).not.toContain('<b>');
  expect(page).toContain('&lt;b&gt;|*');
  expect(page).toContain("default-src 'none'");
  expect(page).not.toMatch(/<script|src=|https?:/);
});

test.each([
  ['=1+1', "'=1+1"],
  ['+1', "'+1"],
  ['-1', '-1'],
  ['-1+cmd', "'-1+cmd"],
  ['@x', "'@x"],
  ['\t=x', "'\t=x"],
  ['a,"b"', '"a,""b"""'],
  ['a\nb', '"a\nb"'],
  ['5200', '5200'],
])('CSV writes %j as %j', (text, field) => {
  expect(csvField(text)).toBe(field);
});
