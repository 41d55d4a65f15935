import { expect, test } from 'vitest';
import { MovableClock } from './movable-clock.ts';

test('alarms ring in their order when the clock has passed them, once', () => {
  const clock = new MovableClock();
  const rung: string[] = [];
  clock.after(2000, () => rung.push('second'));
  clock.after(1000, () => rung.push('first'));
  clock.after(9000, () => rung.push('late'));
  clock.move(2000);
  expect(rung).toStrictEqual(['first', 'second']);
  clock.move(1000);
  expect(rung).toHaveLength(2);
});

test('what is taken back stays silent, also by an alarm of the same move', () => {
  const clock = new MovableClock();
  const rung: string[] = [];
  const cancelSecond = clock.after(2000, () => rung.push('second'));
  clock.after(1000, () => {
    cancelSecond();
  });
  clock.move(5000);
  expect(rung).toStrictEqual([]);
});

test('an alarm set by an alarm waits from there on, however far the clock was moved', () => {
  const clock = new MovableClock();
  let rings = 0;
  const beat = () => {
    rings += 1;
    clock.after(60_000, beat);
  };
  clock.after(60_000, beat);
  clock.move(24 * 3_600_000);
  expect(rings).toBe(1);
  clock.move(60_000);
  expect(rings).toBe(2);
});

test('without a move, alarms ring as time passes', async () => {
  const clock = new MovableClock();
  await new Promise<void>((resolve) => {
    const keepsTheProcess = setTimeout(() => undefined, 10_000);
    clock.after(5, () => {
      clearTimeout(keepsTheProcess);
      resolve();
    });
  });
});
