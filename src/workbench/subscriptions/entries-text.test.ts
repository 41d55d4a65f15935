import { describe, expect, it } from 'vitest';
import { exportText, lineText, prettyText } from './entries-text.ts';
import type { EntrySource } from './event-log.ts';

const source: EntrySource = {
  operation: 'OnPost',
  asker: { identityId: 'i', name: 'alice', groups: [], mark: { letter: 'A', hue: 0 }, authMode: 'NONE' },
};

describe('lineText', () => {
  it.each([
    ['{"data":{"onPost":{"id":"1"}}}', '{"id":"1"}'],
    ['{"data":{"onPost":null}}', 'null'],
    ['{"data":{"onPost":{"id":"1"}},"errors":[]}', '{"data":{"onPost":{"id":"1"}},"errors":[]}'],
    ['{"data":null}', '{"data":null}'],
    ['{"errors":[]}', '{"errors":[]}'],
  ])('%s: %s', (text, line) => {
    expect(lineText(text)).toBe(line);
  });

  it('is cut where it is long', () => {
    expect(lineText(`{"data":{"a":"${'x'.repeat(1000)}"}}`)).toHaveLength(240);
  });
});

it('prettyText is cut where it is very long', () => {
  expect(prettyText('{"a":1}')).toBe('{\n  "a": 1\n}');
  expect(prettyText(JSON.stringify('x'.repeat(300_000)))).toHaveLength(200_002);
});

it('exportText is JSON with who received each event, and where some may be missing', () => {
  const text = exportText([
    { kind: 'event', source, at: 0, text: '{"data":{"a":"\\"é"}}', bytes: 20 },
    { kind: 'gap', source, at: 2000, since: 1000 },
  ]);
  expect(JSON.parse(text)).toEqual([
    { time: '1970-01-01T00:00:00.000Z', operation: 'OnPost', as: 'alice', event: { data: { a: '"é' } } },
    {
      time: '1970-01-01T00:00:02.000Z',
      operation: 'OnPost',
      as: 'alice',
      eventsMayBeMissingSince: '1970-01-01T00:00:01.000Z',
    },
  ]);
});
