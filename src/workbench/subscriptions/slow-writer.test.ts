import { expect, it } from 'vitest';
import { ManualClock } from '../../appsync/realtime/testing/realtime-test-bench.ts';
import { createSlowWriter } from './slow-writer.ts';

function opened() {
  const clock = new ManualClock();
  const shown: string[] = [];
  const writer = createSlowWriter({
    show: (text) => shown.push(text),
    everyMs: 250,
    now: clock.now,
    setTimer: clock.setTimer,
  });
  return { clock, shown, writer };
}

it('writes at once, then the newest at most every 250 ms', () => {
  const { clock, shown, writer } = opened();
  writer.write('1', '');
  clock.move(0);
  for (let event = 2; event <= 1001; event += 1) {
    writer.write(String(event), '');
    clock.move(1);
  }
  expect(shown).toEqual(['1', '251', '501', '751', '1001']);
});

it('writes the same text again on another occasion only, and nothing once it is stopped', () => {
  const { clock, shown, writer } = opened();
  for (const occasion of ['live', 'live', 'stopped']) {
    writer.write('1', occasion);
    clock.move(250);
  }
  writer.write('2', 'stopped');
  writer.stop();
  clock.move(250);
  expect(shown).toEqual(['1', '1']);
});
