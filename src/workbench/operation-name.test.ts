import { expect, it } from 'vitest';
import { operationNameIn } from './operation-name.ts';

it.each([
  ['the one there is, not the one of the tab before', 'query Mine { a }', 'Other', 'Mine'],
  ['none where the one there is has none', '{ a }', 'Other', undefined],
  ['the named one of several', 'query A { a } query B { b }', 'B', 'B'],
  ['the one operation beside fragments', 'query A { ...F } fragment F on Query { a }', undefined, 'A'],
  ['the named one of what cannot be read', 'query A {', 'A', 'A'],
  ['the introspection’s own', 'query IntrospectionQuery { __typename }', 'IntrospectionQuery', 'IntrospectionQuery'],
])('means %s', (_case, query, named, meant) => {
  expect(operationNameIn(query, named)).toBe(meant);
});
