import { expect, test } from 'vitest';
import { operationAt } from './which-operation.ts';

const several = `query First { a }
fragment F on Query { b }
mutation Second { c { id } }
subscription Third { d }`;

const rows: readonly (readonly [what: string, document: string, at: string, meant: object])[] = [
  ['the one that holds the cursor', several, 'c {', { kind: 'mutation', name: 'Second', title: 'Second', of: 3 }],
  ['the one before a fragment', several, 'fragment', { kind: 'query', name: 'First', title: 'First', of: 3 }],
  ['the first, with the cursor before all', `# words\n${several}`, '#', { kind: 'query', name: 'First' }],
  ['a subscription', several, 'Third', { kind: 'subscription', name: 'Third' }],
  [
    'one without a name, by its first field',
    '{ posts { id } }',
    '}',
    { kind: 'query', name: undefined, title: 'posts', of: 1 },
  ],
];
test.each(rows)('the operation that is meant is %s', (_what, document, at, meant) => {
  expect(operationAt(document, document.indexOf(at))).toMatchObject({ ok: true, operation: meant });
});

const problems: readonly (readonly [what: string, document: string, sentence: RegExp])[] = [
  ['no GraphQL', 'query {', /^This is not GraphQL yet: Expected Name/],
  ['no operation', 'fragment F on Query { b }', /no operation here/],
  ['an empty text', '', /not GraphQL yet/],
  ['several without a name', 'query { a } query B { b }', /each needs a name/],
];
test.each(problems)('%s is a sentence', (_what, document, sentence) => {
  expect(operationAt(document, 0)).toMatchObject({ ok: false, sentence: expect.stringMatching(sentence) as unknown });
});
