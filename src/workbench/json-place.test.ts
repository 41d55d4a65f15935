import { describe, expect, it } from 'vitest';
import { placeInJson } from './json-place.ts';

const text = JSON.stringify(
  {
    data: {
      posts: [
        { title: 'a "b" {[', n: 1 },
        { title: '\\', n: 22 },
      ],
      author: null,
      'é"': [],
    },
  },
  null,
  2,
);
const at = (json: string, ...path: (string | number)[]) => {
  const place = placeInJson(json, path);
  return place && json.slice(place.start, place.end);
};

describe('placeInJson', () => {
  it.each<[(string | number)[], string]>([
    [['data', 'posts', 0, 'title'], String.raw`"title": "a \"b\" {["`],
    [['data', 'posts', 1, 'n'], '"n": 22'],
    [['data', 'author'], '"author": null'],
    [['data', 'é"'], String.raw`"é\"": []`],
  ])('finds %j', (path, expected) => {
    expect(at(text, ...path)).toBe(expected);
  });

  it.each<[string, (string | number)[], string]>([
    ['a null that has gone up', ['data', 'author', 'payroll', 'iban'], '"author": null'],
    ['an item that is not there', ['data', 'é"', 3], String.raw`"é\"": []`],
  ])('shows the nearest for %s', (_case, path, expected) => {
    expect(at(text, ...path)).toBe(expected);
  });

  it('finds the same in a text without spaces', () => {
    expect(at('{"data":{"a":[1,[2,3]],"b":true}}', 'data', 'a', 1, 1)).toBe('3');
    expect(at('{"data":{"a":[1,[2,3]],"b":true}}', 'data', 'b')).toBe('"b":true');
  });

  it.each(['', '   '])('has nothing to show in %j', (empty) => {
    expect(placeInJson(empty, ['data'])).toBeUndefined();
  });

  it.each(['{"data"', '{"data":', '[', '"', '{"data":{"a":[1,'])('ends in what breaks off: %s', (broken) => {
    expect(() => placeInJson(broken, ['data', 'a', 5])).not.toThrow();
  });
});
