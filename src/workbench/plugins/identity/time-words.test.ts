import { expect, it } from 'vitest';
import { dateTimeIn, relativeTime } from './time-words.ts';

const now = Date.UTC(2026, 10, 23, 13, 2, 31);
const [SECOND, MINUTE, HOUR, DAY] = [1000, 60_000, 3_600_000, 86_400_000];

it.each([
  ['Europe/Berlin', '23 Nov 2026, 14:02:31 CET'],
  ['UTC', '23 Nov 2026, 13:02:31 UTC'],
  ['Asia/Kolkata', '23 Nov 2026, 18:32:31 GMT+5:30'],
  ['America/Los_Angeles', '23 Nov 2026, 05:02:31 GMT-8'],
])('in %s it is %s', (zone, text) => {
  expect(dateTimeIn(now, zone)).toBe(text);
});

it.each([
  [52 * MINUTE + 59 * SECOND, 'in 52 minutes'],
  [-12 * MINUTE, '12 minutes ago'],
  [MINUTE, 'in 1 minute'],
  [59_999, 'in 59 seconds'],
  [-SECOND, '1 second ago'],
  [HOUR, 'in 1 hour'],
  [-47 * HOUR, '47 hours ago'],
  [-2 * DAY, '2 days ago'],
  [30 * DAY, 'in 30 days'],
  [-999, 'now'],
])('%d ms from now is %s', (from, text) => {
  expect(relativeTime(now + from, now)).toBe(text);
});
