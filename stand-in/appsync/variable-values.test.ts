import { Kind, parse } from 'graphql';
import { expect, test } from 'vitest';
import { executableSchema } from './executable-schema.ts';
import { todoApi } from './testing/todo-api.ts';
import { readVariables } from './variable-values.ts';

const schema = executableSchema(todoApi().schema);

function read(definitions: string, given: Record<string, unknown>) {
  const [operation] = parse(`query (${definitions}) { x }`).definitions;
  if (operation?.kind !== Kind.OPERATION_DEFINITION) throw new Error('the query has no operation');
  return readVariables(schema, operation, given);
}

test.each<[definitions: string, given: Record<string, unknown>, message: string]>([
  ['$id: ID!', {}, "Variable 'id' has coerced Null value for NonNull type 'ID!'"],
  ['$id: ID!', { id: null }, "Variable 'id' has coerced Null value for NonNull type 'ID!'"],
  ['$limit: Int! = 3', { limit: null }, "Variable 'limit' has coerced Null value for NonNull type 'Int!'"],
  ['$ids: [ID!]', { ids: ['a', null] }, "Variable 'ids' has coerced Null value for NonNull type 'ID!'"],
  [
    '$filter: TodoFilter',
    { filter: { nested: {} } },
    "Variable 'filter' has coerced Null value for NonNull type 'String!'",
  ],
  [
    '$filter: TodoFilter',
    { filter: { phone: '1110004444' } },
    "Variable 'phone' has an invalid value. Unable to parse `1110004444` as a valid phone number.",
  ],
  ['$on: AWSDate', { on: 'today' }, "Variable 'on' has an invalid value. Unable to parse `today` as a valid date."],
  ['$limit: Int', { limit: 'ten' }, "Variable 'limit' has an invalid value. Expected type 'Int' but was 'String'."],
  ['$limit: Int', { limit: 2 ** 31 }, "Variable 'limit' has an invalid value. Expected type 'Int' but was 'Long'."],
  ['$limit: Int', { limit: 1.5 }, "Variable 'limit' has an invalid value. Expected type 'Int' but was 'Double'."],
  ['$text: String', { text: [] }, "Variable 'text' has an invalid value. Expected type 'String' but was 'ArrayList'."],
  [
    '$text: String',
    { text: {} },
    "Variable 'text' has an invalid value. Expected type 'String' but was 'LinkedHashMap'.",
  ],
  ['$yes: Boolean', { yes: 1 }, "Variable 'yes' has an invalid value. Expected type 'Boolean' but was 'Integer'."],
  [
    '$filter: TodoFilter',
    { filter: { nested: { name: 'a', color: 'BLUE' } } },
    "Variable 'color' has an invalid value. Invalid input for Enum 'Color'. No value found for name 'BLUE'",
  ],
  [
    '$filter: TodoFilter',
    { filter: 'all' },
    "Variable 'filter' has an invalid value. Expected type 'Map' but was 'String'. Variables for input objects must be an instance of type 'Map'.",
  ],
])('%s given %j', (definitions, given, message) => {
  const locations = [{ line: 1, column: 8, sourceName: null }];
  expect(read(definitions, given)).toStrictEqual({ ok: false, error: { path: null, locations, message } });
});

test('an unknown field of an input is told without a place, and with the space that AppSync leaves at the end', () => {
  expect(read('$filter: TodoFilter', { filter: { x: 1 } })).toStrictEqual({
    ok: false,
    error: {
      path: null,
      locations: null,
      message: "The variables input contains a field that is not defined for input object type 'TodoFilter' ",
    },
  });
});

test.each<[definitions: string, given: Record<string, unknown>, variables: Record<string, unknown>]>([
  ['$text: String', {}, { text: null }],
  ['$text: String', { text: null }, { text: null }],
  ['$constructor: String', {}, { constructor: null }],
  ['$text: String = "a"', {}, {}],
  ['$text: String = "a"', { text: null }, { text: null }],
  ['$ids: [ID!]', { ids: 'one' }, { ids: 'one' }],
  ['$filter: TodoFilter', { filter: { nested: { name: 'a' } } }, { filter: { nested: { name: 'a' } } }],
])('%s given %j is read as %j', (definitions, given, variables) => {
  expect(read(definitions, given)).toStrictEqual({ ok: true, variables });
});
