import { expect, test } from 'vitest';
import { mostEvents, withEvent, type TimelineEvent } from './timeline.ts';

const all = new Set(['carol', 'bob']);
const post = (id: string | number | null, more: object = {}) => ({ data: { onPost: { id, ...more } } });

function timeline(
  ...heard: readonly (readonly [who: string, payload: object, at: number])[]
): readonly TimelineEvent[] {
  return heard.reduce<readonly TimelineEvent[]>(
    (events, [participantId, payload, now]) =>
      withEvent(events, { participantId, payload, now, clock: now, listening: all }),
    [],
  );
}
const who = (events: readonly TimelineEvent[]) =>
  events.map(({ title, received }) => `${title}: ${[...received.keys()].join(', ')}`);

const rows: readonly (readonly [what: string, events: readonly TimelineEvent[], said: readonly string[]])[] = [
  [
    'is one for all who get it, though a rule takes a field from some',
    timeline(['carol', post('1', { note: 'x' }), 0], ['bob', post('1', { note: null }), 40]),
    ['onPost 1: carol, bob'],
  ],
  [
    'is told apart by its id',
    timeline(['carol', post(1), 0], ['bob', post(2), 1]),
    ['onPost 1: carol', 'onPost 2: bob'],
  ],
  [
    'comes again to the same one as another',
    timeline(['carol', post(1), 0], ['carol', post(1), 1], ['bob', post(1), 2], ['bob', post(1), 3]),
    ['onPost 1: carol, bob', 'onPost 1: carol, bob'],
  ],
  [
    'is another one after a while',
    timeline(['carol', post(1), 0], ['bob', post(1), 9000]),
    ['onPost 1: carol', 'onPost 1: bob'],
  ],
  [
    'without an id is known by being the same',
    timeline(
      ['carol', { data: { onPing: { n: 1 } } }, 0],
      ['bob', { data: { onPing: { n: 2 } } }, 1],
      ['bob', { data: { onPing: { n: 1 } } }, 2],
    ),
    ['onPing: carol, bob', 'onPing: bob'],
  ],
  ['may hold no data', timeline(['carol', {}, 0], ['bob', { data: null }, 1]), ['event: carol, bob']],
];
test.each(rows)('an event %s', (_what, events, said) => {
  expect(who(events)).toEqual(said);
});

test('the oldest events give way', () => {
  const events = timeline(
    ...Array.from({ length: mostEvents + 5 }, (_each, index) => ['carol', post(index), index] as const),
  );
  expect(events).toHaveLength(mostEvents);
  expect(events[0]?.number).toBe(6);
});
