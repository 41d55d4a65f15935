import { describe, expect, it } from 'vitest';
import { createEventLog, type EntrySource, type LogEntry } from './event-log.ts';

const source: EntrySource = {
  operation: 'OnPost',
  asker: { identityId: 'i', name: 'alice', groups: [], mark: { letter: 'A', hue: 0 }, authMode: 'NONE' },
};
const event = (text: string, bytes = text.length): LogEntry => ({ kind: 'event', source, at: 0, text, bytes });

function filled(count: number, bound = { entries: 5, bytes: 1000 }) {
  const log = createEventLog(bound);
  for (let place = 0; place < count; place += 1) log.add(event(String(place)));
  return log;
}
const texts = (log: ReturnType<typeof createEventLog>) => {
  const kept: string[] = [];
  for (let number = log.first; number < log.end; number += 1) {
    const entry = log.at(number);
    kept.push(entry?.kind === 'event' ? entry.text : '-');
  }
  return kept;
};

describe('an event log', () => {
  it('keeps what it is given, in order', () => {
    const log = filled(3);
    expect(texts(log)).toEqual(['0', '1', '2']);
    expect([log.events, log.bytes, log.letGo]).toEqual([3, 3, 0]);
  });

  it('lets the oldest go at its bound of entries, and counts them', () => {
    const log = filled(8);
    expect(texts(log)).toEqual(['3', '4', '5', '6', '7']);
    expect([log.first, log.end, log.events, log.letGo]).toEqual([3, 8, 8, 3]);
    expect(log.at(2)).toBeUndefined();
  });

  it('lets the oldest go at its bound of bytes, and never the newest', () => {
    const log = createEventLog({ entries: 5, bytes: 10 });
    for (const bytes of [4, 4, 4]) log.add(event('x', bytes));
    expect([log.end - log.first, log.bytes]).toEqual([2, 8]);
    log.add(event('y', 100));
    expect([texts(log), log.bytes]).toEqual([['y'], 100]);
  });

  it('counts no gap as an event', () => {
    const log = createEventLog({ entries: 2, bytes: 1000 });
    log.add({ kind: 'gap', source, at: 2, since: 1 });
    log.add(event('0'));
    log.add(event('1'));
    expect([texts(log), log.events, log.letGo]).toEqual([['0', '1'], 2, 0]);
  });

  it('goes on with its numbers when it is cleared', () => {
    const log = filled(3);
    log.clear();
    log.add(event('new'));
    expect([log.first, log.end, log.events, texts(log)]).toEqual([3, 4, 1, ['new']]);
  });

  it('stays right over many', () => {
    const log = filled(10_000, { entries: 3000, bytes: 1_000_000 });
    expect(texts(log)).toEqual(Array.from({ length: 3000 }, (_, place) => String(7000 + place)));
    expect(log.letGo).toBe(7000);
  });
});
