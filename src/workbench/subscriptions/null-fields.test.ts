import { expect, it } from 'vitest';
import { nullFieldsIn } from './null-fields.ts';

it.each([
  [{ data: { onPost: { id: '1', title: null, author: { name: null } } } }, ['onPost.title', 'onPost.author.name']],
  [{ data: { onPost: { tags: [{ name: null }, { name: null }], count: 0, text: '' } } }, ['onPost.tags.name']],
  [{ data: { onPost: null } }, ['onPost']],
  [
    {
      data: { onPost: null },
      errors: [
        {
          message: "Cannot return null for non-nullable type: 'String' within parent 'Post' (/onPost/owner)",
          path: ['onPost', 'owner'],
        },
      ],
    },
    ['onPost.owner'],
  ],
  [{ data: { onPost: null }, errors: [{ message: 'Not Authorized', path: ['onPost'] }] }, []],
  [{ data: null }, []],
  [{ errors: [{ path: null }] }, []],
  ['text', []],
])('the nulls of %j', (payload, expected) => {
  expect(nullFieldsIn(payload)).toEqual(expected);
});
