import { parse } from 'graphql';
import { expect, test } from 'vitest';
import { executableSchema } from '../executable-schema.ts';
import { todoApi } from '../testing/todo-api.ts';
import { validateOperation } from './validate-operation.ts';
import { wordings } from './wordings.ts';

const schema = executableSchema(todoApi().schema);
const messages = (query: string, introspection: 'ENABLED' | 'DISABLED' = 'ENABLED') =>
  validateOperation(schema, parse(query), introspection).map(({ message }) => message);

/** A query with one fault, and what AppSync says of it after "Validation error of type ". */
const faults: readonly (readonly [query: string, says: string])[] = [
  ['{ badfield }', "FieldUndefined: Field 'badfield' in type 'Query' is undefined @ 'badfield'"],
  ['{ getTodo(id: 1) { nope } }', "FieldUndefined: Field 'nope' in type 'Todo' is undefined @ 'getTodo/nope'"],
  ['{ a: getTodo(id: 1) { b: nope } }', "FieldUndefined: Field 'nope' in type 'Todo' is undefined @ 'getTodo/nope'"],
  [
    '{ getTodo(id: 1) { ...on Todo { nope } } }',
    "FieldUndefined: Field 'nope' in type 'Todo' is undefined @ 'getTodo/nope'",
  ],
  [
    '{ getTodo(id: 1) { ...F } } fragment F on Todo { nope }',
    "FieldUndefined: Field 'nope' in type 'Todo' is undefined @ 'F/nope'",
  ],
  ['query ($a: Nope) { arguments(text: $a) }', 'UnknownType: Unknown type Nope'],
  ['{ getTodo { id } }', "MissingFieldArgument: Missing field argument id @ 'getTodo'"],
  ['{ public { notes } }', "MissingFieldArgument: Missing field argument first @ 'public/notes'"],
  ['{ public }', "SubSelectionRequired: Sub selection required for type Todo of field public @ 'public'"],
  [
    '{ listTodos { items } }',
    "SubSelectionRequired: Sub selection required for type Todo of field items @ 'listTodos/items'",
  ],
  ['{ fails { x } }', "SubSelectionNotAllowed: Sub selection not allowed on leaf type String of field fails @ 'fails'"],
  ['{ fails(x: 1) }', "UnknownArgument: Unknown field argument x @ 'fails'"],
  ['{ fails @skip(if: true, x: 1) }', "UnknownDirective: Unknown directive argument x @ 'fails'"],
  ['{ fails @nope }', "UnknownDirective: Unknown directive nope @ 'fails'"],
  ['{ fails @deprecated }', "MisplacedDirective: Directive deprecated not allowed here @ 'fails'"],
  ['{ fails @skip }', "MissingDirectiveArgument: Missing directive argument if @ 'fails'"],
  [
    '{ fails @skip(if: true) @skip(if: false) }',
    "DuplicateDirectiveName: Directives must be uniquely named within a location. The directive 'skip' used on a 'Field' is not unique. @ 'fails'",
  ],
  [
    '{ arguments(limit: "10") }',
    "WrongType: argument 'limit' with value 'StringValue{value='10'}' is not a valid 'Int' @ 'arguments'",
  ],
  [
    '{ arguments(color: BLUE) }',
    "WrongType: argument 'color' with value 'EnumValue{name='BLUE'}' is not a valid 'Color' @ 'arguments'",
  ],
  ['{ getTodo(id: null) { id } }', "WrongType: argument 'id' with value 'NullValue{}' must not be null @ 'getTodo'"],
  [
    'mutation { sendEmail(data: { upvotes: 10 }) }',
    "WrongType: argument 'data' with value 'ObjectValue{objectFields=[ObjectField{name='upvotes', value=IntValue{value=10}}]}' is not a valid 'AWSJSON' @ 'sendEmail'",
  ],
  [
    'mutation { createTodo(input: { count: 1 }) { id } }',
    "WrongType: argument 'input' with value 'ObjectValue{objectFields=[ObjectField{name='count', value=IntValue{value=1}}]}' is missing required fields '[name]' @ 'createTodo'",
  ],
  [
    'mutation { createTodo(input: { name: "a", x: true }) { id } }',
    "WrongType: argument 'input' with value 'ObjectValue{objectFields=[ObjectField{name='name', value=StringValue{value='a'}}, ObjectField{name='x', value=BooleanValue{value=true}}]}' contains a field not in 'CreateTodoInput': 'x' @ 'createTodo'",
  ],
  [
    'mutation { createTodo(input: { name: "a", tags: ["b", 2.5] }) { id } }',
    "WrongType: argument 'input.tags[1]' with value 'FloatValue{value=2.5}' is not a valid 'String' @ 'createTodo'",
  ],
  [
    'mutation { createTodo(input: 1) { id } }',
    "WrongType: argument 'input' with value 'IntValue{value=1}' must be an object type @ 'createTodo'",
  ],
  [
    '{ arguments(text: [$a]) }'.replace('{', 'query ($a: String) {'),
    "WrongType: argument 'text' with value 'ArrayValue{values=[VariableReference{name='a'}]}' is not a valid 'String' @ 'arguments'",
  ],
  ['query ($a: Int = "x") { arguments(limit: $a) }', 'BadValueForDefaultArg: Bad default value "x" for type Int'],
  ['{ fails } fragment F on Todo { id }', 'UnusedFragment: Unused fragment F'],
  ['{ public { ...F } }', "UndefinedFragment: Undefined fragment F @ 'public'"],
  ['{ arguments(text: $a) }', "UndefinedVariable: Undefined variable a @ 'arguments'"],
  ['query ($a: String) { fails }', 'UnusedVariable: Unused variable a'],
  [
    'query ($a: String!) { getTodo(id: $a) { id } }',
    "VariableTypeMismatch: Variable type 'String!' doesn't match expected type 'ID!' @ 'getTodo'",
  ],
  [
    'query ($a: ID) { public { ...F } } fragment F on Todo { notes(first: $a) }',
    "VariableTypeMismatch: Variable type 'ID' doesn't match expected type 'Int!' @ 'F/notes'",
  ],
  ['query ($a: Todo) { arguments(text: $a) }', 'NonInputTypeOnVariable: Wrong type for a variable'],
  [
    'query ($a: Int, $a: Int) { arguments(limit: $a) }',
    "DuplicateVariableName: There can be only one variable named 'a'",
  ],
  [
    '{ public { ...on Person { id } } }',
    "InvalidFragmentType: Fragment cannot be spread here as objects of type Todo can never be of type Person @ 'public'",
  ],
  [
    '{ public { ...F } } fragment F on Person { id }',
    "InvalidFragmentType: Fragment F cannot be spread here as objects of type Todo can never be of type Person @ 'public'",
  ],
  ['{ public { ...F } } fragment F on Todo { id ...F }', "FragmentCycle: Fragment cycles not allowed @ 'F'"],
  [
    '{ public { ...on Color { id } } }',
    "InlineFragmentTypeConditionInvalid: Inline fragment type condition is invalid, must be on Object/Interface/Union @ 'public'",
  ],
  [
    '{ public { ...F } } fragment F on Color { id }',
    "FragmentTypeConditionInvalid: Fragment type condition is invalid, must be on Object/Interface/Union @ 'F'",
  ],
  ['{ fails } query A { fails }', 'LoneAnonymousOperationViolation: Anonymous operation with other operations.'],
  ['query A { fails } query A { fails }', "DuplicateOperationName: There can be only one operation named 'A'"],
  [
    '{ public { ...F } } fragment F on Todo { id } fragment F on Todo { id }',
    "DuplicateFragmentName: There can be only one fragment named 'F' @ 'F'",
  ],
  [
    '{ arguments(limit: 1, limit: 2) }',
    "DuplicateArgumentNames: There can be only one argument named 'limit' @ 'arguments'",
  ],
  [
    'mutation { createTodo(input: { name: "a", name: "b" }) { id } }',
    "UniqueObjectFieldName: There can be only one field named 'name' @ 'createTodo'",
  ],
  ['{ x: fails x: breaks }', "FieldsConflict: x: fails and breaks are different fields @ 'fails'"],
  [
    '{ arguments(limit: 1) arguments(limit: 2) }',
    "FieldsConflict: arguments: they have differing arguments @ 'arguments'",
  ],
  ['{ public { x: id } public { x: name } }', "FieldsConflict: x: id and name are different fields @ 'public'"],
  [
    '{ search { ...on Todo { name } ...on Person { name } } }',
    "FieldsConflict: name: they return differing types @ 'search/name'",
  ],
  ['type A { b: Int } { fails }', 'NonExecutableDefinition: A definition is not executable'],
];

test.each(faults)('%s', (query, says) => {
  expect(messages(query)).toContain(`Validation error of type ${says}`);
});

test('every row of the registry has been seen at work', () => {
  const seen = new Set(faults.map(([, says]) => says.split(':')[0]));
  const fixed = wordings.flatMap(({ type }) => (typeof type === 'string' ? [type] : []));
  expect(fixed.filter((type) => !seen.has(type))).toStrictEqual([]);
});

test('an error gives the place of its fault, and no path: nothing was run', () => {
  expect(validateOperation(schema, parse('{\n  badfield\n}'), 'ENABLED')).toStrictEqual([
    {
      path: null,
      locations: [{ line: 2, column: 3, sourceName: null }],
      message: "Validation error of type FieldUndefined: Field 'badfield' in type 'Query' is undefined @ 'badfield'",
    },
  ]);
});

test('all faults are told, in the order of the query', () => {
  expect(messages('{ one two(a: 1) }')).toStrictEqual([
    "Validation error of type FieldUndefined: Field 'one' in type 'Query' is undefined @ 'one'",
    "Validation error of type FieldUndefined: Field 'two' in type 'Query' is undefined @ 'two'",
  ]);
});

test.each([
  '{ getTodo(id: 1) { __typename id } }',
  '{ __schema { types { name } } __type(name: "Todo") { name } }',
  'query ($a: Int) { arguments(limit: $a) }',
  'query ($a: Int = 3) { public { notes(first: $a) } }',
  'mutation ($tag: String!) { createTodo(input: { name: "a", tags: [$tag], due: "2026-01-01" }) { id } }',
  '{ search { ...on Todo { id } ...on Person { id } } }',
])('%s is valid', (query) => {
  expect(messages(query)).toStrictEqual([]);
});

test('with introspection off the meta types have no fields, save for __typename', () => {
  expect(messages('{ __schema { types { name } } }', 'DISABLED')).toContain(
    "Validation error of type FieldUndefined: Field 'types' in type '__Schema' is undefined @ '__schema/types'",
  );
  expect(messages('{ __typename getTodo(id: 1) { __typename } }', 'DISABLED')).toStrictEqual([]);
});
