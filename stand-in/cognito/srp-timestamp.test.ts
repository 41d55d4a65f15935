import { expect, test } from 'vitest';
import { isFreshSrpTimestamp, parseSrpTimestamp, srpTimestampFrom } from './srp-timestamp.ts';

const march5 = Date.UTC(2024, 2, 5, 9, 7, 3);

test('a time is written and read back', () => {
  expect(srpTimestampFrom(march5)).toBe('Tue Mar 5 09:07:03 UTC 2024');
  expect(parseSrpTimestamp('Tue Mar 5 09:07:03 UTC 2024')).toBe(march5);
  expect(parseSrpTimestamp('Sat Nov 30 23:59:59 UTC 2024')).toBe(Date.UTC(2024, 10, 30, 23, 59, 59));
});

test.each([
  ['Tue Mar 05 09:07:03 UTC 2024', 'a zero-padded day'],
  ['Wed Mar 5 09:07:03 UTC 2024', 'a wrong weekday'],
  ['Tue Mar 5 9:07:03 UTC 2024', 'an hour of one digit'],
  ['Tue Mär 5 09:07:03 UTC 2024', 'a month that is not English'],
  ['Tue Mar 5 09:07:03 GMT 2024', 'another zone'],
  ['Fri Feb 30 09:07:03 UTC 2024', 'a day that does not exist'],
  ['Tue Mar 5 09:07:03 UTC 24', 'a short year'],
  ['2024-03-05T09:07:03Z', 'another format'],
  ['', 'nothing'],
])('"%s" is refused: %s', (text) => {
  expect(parseSrpTimestamp(text)).toBeNull();
});

test.each([
  [-5 * 60_000, true],
  [5 * 60_000, true],
  [-5 * 60_000 - 1000, false],
  [5 * 60_000 + 1000, false],
])('a clock that is off by %i ms is taken: %s', (offset, taken) => {
  expect(isFreshSrpTimestamp(srpTimestampFrom(march5 + offset), march5)).toBe(taken);
});
