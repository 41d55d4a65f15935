import { describe, expect, it } from 'vitest';
import { createEventLog, type EntrySource, type EventLog } from './event-log.ts';
import { matchingEntries } from './matching-entries.ts';

const source: EntrySource = {
  operation: 'OnPost',
  asker: { identityId: 'i', name: 'alice', groups: [], mark: { letter: 'A', hue: 0 }, authMode: 'NONE' },
};
function add(log: EventLog, ...texts: string[]) {
  for (const text of texts) log.add({ kind: 'event', source, at: 0, text, bytes: text.length });
}

describe('matchingEntries', () => {
  it.each([
    ['', [0, 1, 2]],
    ['FOG', [0, 2]],
    ['a.b', []],
    ['(', [1]],
  ])('%j', (text, expected) => {
    const log = createEventLog();
    add(log, '"Fog"', '"axb ("', '"fog again"');
    expect(matchingEntries(log, text).upTo()).toEqual(expected);
  });

  it('finds what came since, and forgets what was let go', () => {
    const log = createEventLog({ entries: 3, bytes: 1000 });
    const matching = matchingEntries(log, 'a');
    add(log, 'a', 'b', 'a');
    expect(matching.upTo()).toEqual([0, 2]);
    add(log, 'b', 'a');
    expect(matching.upTo()).toEqual([2, 4]);
    add(log, 'x', 'x', 'x', 'x', 'a');
    expect(matching.upTo()).toEqual([9]);
    log.clear();
    expect(matching.upTo()).toEqual([]);
  });

  it('shows a gap whatever is sought', () => {
    const log = createEventLog();
    log.add({ kind: 'gap', source, at: 2, since: 1 });
    expect(matchingEntries(log, 'nothing').upTo()).toEqual([0]);
  });

  it('looks no further than it is told', () => {
    const log = createEventLog();
    const matching = matchingEntries(log, '');
    add(log, 'a', 'b', 'c');
    expect(matching.upTo(2)).toEqual([0, 1]);
    expect(matching.upTo()).toEqual([0, 1, 2]);
    expect(matching.upTo(1)).toEqual([0]);
  });
});
