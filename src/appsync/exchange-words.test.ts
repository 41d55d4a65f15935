import { expect, it } from 'vitest';
import { durationText, sizeText } from './exchange-words.ts';

it.each([
  [0.2, '0 ms'],
  [34.4, '34 ms'],
  [999.4, '999 ms'],
  [1236, '1.24 s'],
  [125_000, '2 min 5 s'],
])('writes %d ms as %s', (milliseconds, text) => {
  expect(durationText(milliseconds)).toBe(text);
});

it.each([
  [0, '0 B'],
  [999, '999 B'],
  [1234, '1.2 kB'],
  [20_000_000, '20.0 MB'],
])('writes %d bytes as %s', (bytes, text) => {
  expect(sizeText(bytes)).toBe(text);
});
