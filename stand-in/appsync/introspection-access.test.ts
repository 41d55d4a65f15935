import { Kind, parse } from 'graphql';
import { expect, test } from 'vitest';
import { introspectionErrors } from './introspection-access.ts';

function refusedPaths(query: string, ofCaller: 'API_KEY' | 'AMAZON_COGNITO_USER_POOLS' = 'API_KEY') {
  const document = parse(query);
  const operation = document.definitions.find((one) => one.kind === Kind.OPERATION_DEFINITION);
  if (!operation) throw new Error('the query has no operation');
  const errors = introspectionErrors(document, operation, { ofCaller, ofApi: 'AMAZON_COGNITO_USER_POOLS' });
  return errors.map(({ path }) => path);
}

test.each([
  ['{ __schema { queryType { name } } }', [['__schema']]],
  ['{ shape: __type(name: "Query") { name } }', [['shape']]],
  ['{ ...F } fragment F on Query { ...on Query { __schema { queryType { name } } } }', [['__schema']]],
  ['{ __typename me { __typename } }', []],
  ['mutation { __typename }', []],
])('%s by another mode than the default: %j', (query, paths) => {
  expect(refusedPaths(query)).toStrictEqual(paths);
});

test('the default mode may introspect', () => {
  expect(refusedPaths('{ __schema { queryType { name } } }', 'AMAZON_COGNITO_USER_POOLS')).toStrictEqual([]);
});
