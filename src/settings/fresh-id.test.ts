import { expect, it } from 'vitest';
import { copyName, freshId, freshName } from './fresh-id.ts';

it.each([
  ['Shop, staging', [], 'shop-staging'],
  ['Läden “Süd”', [], 'laden-sud'],
  ['日本', [], 'connection'],
  ['Shop', ['shop', 'shop-2'], 'shop-3'],
])('gives %s an id of its own', (name, taken, id) => {
  expect(freshId(name, taken)).toBe(id);
});

it('names copies apart', () => {
  expect(copyName('Shop', ['Shop'])).toBe('Shop copy');
  expect(copyName('Shop', ['Shop', 'Shop copy'])).toBe('Shop copy 2');
});

it('puts a number behind a name that is taken, however it is written', () => {
  expect(freshName('Amplify', [])).toBe('Amplify');
  expect(freshName('Amplify', ['amplify', 'Amplify 2'])).toBe('Amplify 3');
});
