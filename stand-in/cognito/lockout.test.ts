import { expect, test } from 'vitest';
import { isLockedOut, nextFailures, type Failures } from './lockout.ts';

const now = 1_700_000_000_000;

test.each([
  [4, 0],
  [5, 1],
  [6, 2],
  [9, 16],
  [14, 512],
  [15, 900],
  [30, 900],
])('%i failures lock the user out for %i s', (count, seconds) => {
  const failures = { count, lastAt: now };
  expect(isLockedOut(failures, now + seconds * 1000 - 1)).toBe(seconds > 0);
  expect(isLockedOut(failures, now + seconds * 1000)).toBe(false);
});

test('failures are counted until 15 minutes pass without one', () => {
  let failures: Failures | undefined;
  for (const minute of [0, 10, 20]) failures = nextFailures(failures, now + minute * 60_000);
  expect(failures?.count).toBe(3);
  expect(nextFailures(failures, now + 35 * 60_000).count).toBe(1);
});

test('who never failed is not locked out', () => {
  expect(isLockedOut(undefined, now)).toBe(false);
});
