// The protocol, case by case, part 2: operations that AppSync answers with HTTP 200, whatever became of them.
import { beforeAll, expect, test } from 'vitest';
import { ask, at, type Call } from './testing/ask.ts';
import { openTokenDesk, type TokenDesk } from './testing/tokens.ts';

let desk: TokenDesk;
beforeAll(async () => {
  desk = await openTokenDesk();
});

type Path = readonly (string | number)[];

/** Before any field was run. */
const invalid = (column: number, message: string) => ({ path: null, locations: at(column), message });
/** A value that does not fit the schema. */
const misfit = (path: Path, message: string) => ({ path, locations: null, message });
const failed = (path: Path, column: number, errorType: string, message: string) => ({
  path,
  data: null,
  errorType,
  errorInfo: null,
  locations: at(column),
  message,
});
const forbidden = (path: Path, column: number, field: string, type = 'Query') =>
  failed(path, column, 'Unauthorized', `Not Authorized to access ${field} on type ${type}`);

const apiKey = 'da2-good';
const undefinedField = 'Validation error of type FieldUndefined: Field';

test.each<[row: string, call: Call, data: unknown, errors?: readonly object[]]>([
  [
    '1 an unknown field',
    { query: '{badfield}' },
    null,
    [invalid(2, `${undefinedField} 'badfield' in type 'Query' is undefined @ 'badfield'`)],
  ],
  [
    '2 a literal of the wrong type',
    { query: 'mutation { sendEmail(data: 5) }' },
    null,
    [
      invalid(
        22,
        "Validation error of type WrongType: argument 'data' with value 'IntValue{value=5}' is not a valid 'AWSJSON' @ 'sendEmail'",
      ),
    ],
  ],
  [
    '3 a missing variable',
    { query: 'query ($id: ID!) { getTodo(id: $id) { id } }' },
    null,
    [invalid(8, "Variable 'id' has coerced Null value for NonNull type 'ID!'")],
  ],
  [
    '4 a bad scalar in a variable',
    {
      query: 'query ($f: TodoFilter) { listTodos(filter: $f) { items { id } } }',
      variables: { f: { phone: '1110004444' } },
    },
    null,
    [invalid(8, "Variable 'phone' has an invalid value. Unable to parse `1110004444` as a valid phone number.")],
  ],
  [
    '5 a resolver’s value that does not fit AWS’s scalar',
    { query: '{ wrong { dateTime } }' },
    { wrong: { dateTime: null } },
    [
      misfit(
        ['wrong', 'dateTime'],
        "Can't serialize value (/wrong/dateTime) : Unable to serialize `2020-05-23T06:4:37.000Z` as a valid DateTime Object.",
      ),
    ],
  ],
  [
    '6 one that does not fit a scalar of GraphQL’s',
    { query: '{ wrong { int } }' },
    { wrong: { int: null } },
    [misfit(['wrong', 'int'], 'Can\'t serialize value (/wrong/int) : Int cannot represent non-integer value: "many"')],
  ],
  [
    '7 null in a field that has none',
    { query: '{ listTodos { items { name } } }' },
    { listTodos: null },
    [
      misfit(
        ['listTodos', 'items', 1, 'name'],
        "Cannot return null for non-nullable type: 'String' within parent 'Todo' (/listTodos/items[1]/name)",
      ),
    ],
  ],
  [
    '8 null in a list that has none',
    { query: '{ wrong { texts } }' },
    { wrong: { texts: null } },
    [
      misfit(
        ['wrong', 'texts', 1],
        "Cannot return null for non-nullable type: 'String' within parent 'Wrong' (/wrong/texts[1])",
      ),
    ],
  ],
  [
    '9 util.error, with its data and its information',
    { query: '{ fails }' },
    { fails: null },
    [{ ...failed(['fails'], 3, 'PrinterError', 'Out of paper'), data: { tray: 2 }, errorInfo: { code: 7 } }],
  ],
  [
    '10 a resolver that throws',
    { query: '{ breaks }' },
    { breaks: null },
    [failed(['breaks'], 3, 'Lambda:Unhandled', 'x is not a function')],
  ],
  [
    '11 a forbidden field, named as in the schema and placed by its alias',
    { query: '{ a: secret b: __typename }' },
    { a: null, b: 'Query' },
    [forbidden(['a'], 3, 'secret')],
  ],
  ['12 a forbidden field that is not nullable', { query: '{ vault }' }, null, [forbidden(['vault'], 3, 'vault')]],
  ['13 a field for a group', { query: '{ secret vault }', groups: ['admins'] }, { secret: 'the cake', vault: 'gold' }],
  [
    '14 an API key at a field of the pool: not 401',
    { query: '{ me }', apiKey },
    { me: null },
    [forbidden(['me'], 3, 'me')],
  ],
  [
    '15 a nested type that is not marked',
    { query: '{ public { open color } }', apiKey },
    { public: { open: 'yes', color: null } },
    [forbidden(['public', 'color'], 17, 'color', 'Todo')],
  ],
  [
    '16 a field whose mark replaces what its type allows',
    { query: '{ public { open color } }' },
    { public: { open: null, color: 'RED' } },
    [forbidden(['public', 'open'], 12, 'open', 'Todo')],
  ],
  [
    '17 introspection',
    { query: '{ __schema { queryType { name } } }' },
    { __schema: { queryType: { name: 'Query' } } },
  ],
  [
    '18 introspection by another mode than the default',
    { query: '{ __schema { queryType { name } } }', apiKey },
    null,
    [forbidden(['__schema'], 3, '__schema')],
  ],
  [
    '19 introspection switched off',
    { query: '{ __schema { types } }', api: { settings: { introspection: 'DISABLED' } } },
    null,
    [
      invalid(
        14,
        "Validation error of type SubSelectionRequired: Sub selection required for type __Type of field types @ '__schema/types'",
      ),
      invalid(14, `${undefinedField} 'types' in type '__Schema' is undefined @ '__schema/types'`),
    ],
  ],
  [
    '20 AWSJSON: parsed before the resolver, text again after it',
    { query: 'mutation ($d: AWSJSON) { sendEmail(data: $d) }', variables: { d: '{"a": [1]}' } },
    { sendEmail: '{"got":{"a":[1]}}' },
  ],
  [
    '21 an unset variable reaches the resolver as null; an argument left out does not',
    { query: 'query ($t: String) { arguments(text: $t) }', apiKey },
    { arguments: '{"text":null,"limit":20}' },
  ],
])('row %s', async (_, call, data, errors) => {
  const body = errors ? { data, errors } : { data };
  expect(await ask(desk, call)).toStrictEqual({ status: 200, body });
});
