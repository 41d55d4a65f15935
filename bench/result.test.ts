import { describe, expect, it } from 'vitest';
import { medianOf, verdictOn } from './result.ts';

describe('the median', () => {
  it.each([
    [[3, 1, 2], 2],
    [[4, 1, 2, 3], 2.5],
    [[7], 7],
  ])('of %j is %d', (values, median) => {
    expect(medianOf(values)).toBe(median);
  });

  it('of nothing is refused', () => {
    expect(() => medianOf([])).toThrow('Nothing was measured');
  });
});

describe('a verdict', () => {
  const line = { what: 'editor ready', unit: 'ms' } as const;
  const peer = { name: 'bare', values: [100, 100, 400] };

  it('compares medians with the peer’s', () => {
    expect(verdictOn({ ...line, ours: [25, 20, 900], peer, goal: { timesPeer: 0.25 } })).toEqual({
      ours: 25,
      peer: 100,
      ratio: 0.25,
      reached: true,
    });
    expect(verdictOn({ ...line, ours: [26], peer, goal: { timesPeer: 0.25 } }).reached).toBe(false);
  });

  it('holds a value without peer against its own limit', () => {
    expect(verdictOn({ ...line, ours: [50], goal: { atMost: 50 } }).reached).toBe(true);
    expect(verdictOn({ ...line, ours: [51], goal: { atMost: 50 } }).reached).toBe(false);
  });

  it('is none where nothing is to be reached', () => {
    expect(verdictOn({ ...line, ours: [5] })).toEqual({ ours: 5 });
  });
});
