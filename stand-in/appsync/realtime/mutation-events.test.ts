import { Kind, parse } from 'graphql';
import { expect, test } from 'vitest';
import { mutationEvents } from './mutation-events.ts';

function eventsOf(query: string, data: unknown) {
  const document = parse(query);
  const operation = document.definitions.find((one) => one.kind === Kind.OPERATION_DEFINITION);
  if (!operation) throw new Error('the query has no operation');
  return mutationEvents(document, operation, data);
}

test.each<[string, string, unknown, unknown]>([
  ['the selection', 'mutation { add { id } }', { add: { id: '1' } }, [{ mutation: 'add', result: { id: '1' } }]],
  [
    'aliases, under the schema’s names',
    'mutation { mine: add { key: id all: tags { word: text } } }',
    { mine: { key: '1', all: [{ word: 'a' }, null] } },
    [{ mutation: 'add', result: { id: '1', tags: [{ text: 'a' }, null] } }],
  ],
  [
    'fragments, and parts of one field in several places',
    'mutation { add { ...F ... on Post { author { id } tags { a } } } } fragment F on Post { author { name } tags { b } }',
    { add: { author: { name: 'Ann', id: '2' }, tags: [{ a: 1, b: 2 }] } },
    [{ mutation: 'add', result: { author: { name: 'Ann', id: '2' }, tags: [{ a: 1, b: 2 }] } }],
  ],
  [
    'no field that was left out',
    'mutation { add { id name @skip(if: true) } }',
    { add: { id: '1' } },
    [{ mutation: 'add', result: { id: '1' } }],
  ],
  [
    'several',
    'mutation { a { id } b { id } }',
    { a: { id: '1' }, b: { id: '2' } },
    [
      { mutation: 'a', result: { id: '1' } },
      { mutation: 'b', result: { id: '2' } },
    ],
  ],
  ['nothing of a field that is null', 'mutation { a { id } }', { a: null }, []],
  ['nothing where there is no data', 'mutation { a { id } }', null, []],
])('tells %s', (_, query, data, events) => {
  expect(eventsOf(query, data)).toStrictEqual(events);
});
