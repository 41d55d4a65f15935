import { expect, test } from 'vitest';
import { Arrivals } from './arrivals.ts';

test('keeps all in order', () => {
  const arrivals = new Arrivals<number>();
  for (const item of [3, 1, 2]) arrivals.add(item);
  expect(arrivals.all).toEqual([3, 1, 2]);
});

test('the next is one that comes from now on, for each who waits', async () => {
  const arrivals = new Arrivals<number>();
  arrivals.add(10);
  const [large, larger, any] = [arrivals.next((n) => n > 5), arrivals.next((n) => n > 11), arrivals.next(() => true)];
  for (const item of [4, 11, 12]) arrivals.add(item);
  expect(await Promise.all([large, larger, any])).toEqual([11, 12, 4]);
});
