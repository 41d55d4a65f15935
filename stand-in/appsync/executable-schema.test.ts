import { getIntrospectionQuery, graphqlSync, type IntrospectionQuery } from 'graphql';
import { expect, test } from 'vitest';
import { executableSchema } from './executable-schema.ts';
import { todoApi } from './testing/todo-api.ts';

function introspect(): IntrospectionQuery {
  const { data } = graphqlSync({ schema: executableSchema(todoApi().schema), source: getIntrospectionQuery() });
  return JSON.parse(JSON.stringify(data));
}

test('introspection lists the directives that AppSync knows, with their definitions', () => {
  const { directives } = introspect().__schema;
  expect(directives.map(({ name, args, locations }) => [name, args.map((one) => one.name), locations])).toStrictEqual([
    ['skip', ['if'], ['FIELD', 'FRAGMENT_SPREAD', 'INLINE_FRAGMENT']],
    ['include', ['if'], ['FIELD', 'FRAGMENT_SPREAD', 'INLINE_FRAGMENT']],
    ['deprecated', ['reason'], ['FIELD_DEFINITION', 'ENUM_VALUE']],
    ['aws_api_key', [], ['FIELD_DEFINITION', 'OBJECT']],
    ['aws_iam', [], ['FIELD_DEFINITION', 'OBJECT']],
    ['aws_oidc', [], ['FIELD_DEFINITION', 'OBJECT']],
    ['aws_lambda', [], ['FIELD_DEFINITION', 'OBJECT']],
    ['aws_cognito_user_pools', ['cognito_groups'], ['FIELD_DEFINITION', 'OBJECT']],
    ['aws_auth', ['cognito_groups'], ['FIELD_DEFINITION']],
    ['aws_subscribe', ['mutations'], ['FIELD_DEFINITION']],
  ]);
});

test('introspection shows AWS’s scalars with their descriptions', () => {
  const scalars = introspect().__schema.types.filter(({ kind, name }) => kind === 'SCALAR' && name.startsWith('AWS'));
  expect(scalars).toHaveLength(9);
  expect(scalars.every(({ description }) => (description ?? '').length > 60)).toBe(true);
});

test('an unsound schema is refused at once', () => {
  expect(() => executableSchema('schema { query: Query } type Query { a: Nope }')).toThrow('Unknown type "Nope"');
  expect(() => executableSchema('schema { query: Query } type Query { a: Int @aws_nope }')).toThrow('aws_nope');
  expect(() => executableSchema('type Query { a: Int }')).toThrow('Query root type must be provided');
});
