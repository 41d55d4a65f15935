// Every row of AppSync's error tables that the stand-in can produce, explained: what was taken, and was not run or failed in part.
// What was refused as a whole has a file of its own.
import { describe, expect, it } from 'vitest';
import type { Resolver } from '../../../stand-in/appsync/api.ts';
import { ResolverError } from '../../../stand-in/appsync/resolver-error.ts';
import { accessRulesFrom } from '../schema-access.ts';
import type { Asked } from './explanation.ts';
import { as, explain, lambda, type Case } from './testing/explained.ts';

const throwing =
  (message: string, errorType: string): Resolver =>
  () => {
    throw new ResolverError(message, errorType);
  };

describe('an operation that was not run', () => {
  it.each<[string, Case, RegExp]>([
    ['an unknown field', { query: '{ badfield }' }, /^Query has no field badfield\.$/],
    ['an unknown type', { query: '{ me } fragment F on No { id }' }, /^The schema has no type No\.$|used nowhere/],
    ['no fields chosen', { query: '{ getTodo(id: 1) }' }, /^getTodo gives an object/],
    ['fields of a leaf', { query: '{ me { id } }' }, /^me is a single value/],
    ['a missing argument', { query: '{ getTodo { id } }' }, /^getTodo lacks an argument/],
    ['an unknown argument', { query: '{ me(no: 1) }' }, /^me takes no argument no\.$/],
    [
      'a literal of the wrong type',
      { query: 'mutation { sendEmail(data: 5) }' },
      /^An argument of sendEmail is of the wrong type/,
    ],
    [
      'a variable of the wrong type',
      { query: 'query ($i: Int) { getTodo(id: $i) { id } }' },
      /declared as another type/,
    ],
    ['an undeclared variable', { query: '{ getTodo(id: $i) { id } }' }, /^The variable \$i is not declared/],
    ['an unused variable', { query: 'query ($i: Int) { me }' }, /^The variable \$i is declared and used nowhere/],
    ['an unused fragment', { query: '{ me } fragment F on Todo { id }' }, /^The fragment F is used nowhere/],
    ['any other fault', { query: '{ ...F } fragment F on Query { ...F }' }, /^The operation does not fit the schema/],
    ['a missing variable', { query: 'query ($id: ID!) { getTodo(id: $id) { id } }' }, /^\$id has no value/],
    [
      'a bad scalar in a variable',
      {
        query: 'query ($f: TodoFilter) { listTodos(filter: $f) { items { id } } }',
        variables: { f: { phone: '1110004444' } },
      },
      /^The value of \$.+ is not what the schema wants/,
    ],
    [
      'a bad enum value',
      { query: 'query ($c: Color) { arguments(color: $c) }', variables: { c: 'BLUE' } },
      /^The value of \$c is not what/,
    ],
    [
      'an unknown field of an input',
      { query: 'query ($f: TodoFilter) { listTodos(filter: $f) { items { id } } }', variables: { f: { no: 1 } } },
      /a field that TodoFilter does not have/,
    ],
    [
      'introspection off',
      { query: '{ __schema { types { name } } }', api: { settings: { introspection: 'DISABLED' } } },
      /^Introspection is switched off/,
    ],
    [
      'introspection by another mode',
      {
        query: '{ __schema { types { name } } }',
        credentials: () => ({ 'x-api-key': 'da2-good' }),
        ...as('API_KEY', 'key'),
      },
      /^key may not read the schema/,
    ],
  ])('%s', async (_row, given, what) => {
    const explained = await explain(given);
    expect(explained.map((each) => each.what).join(' ')).toMatch(what);
  });

  it('tells switched-off introspection once, whatever was asked of it', async () => {
    const explained = await explain({
      query: '{ __schema { types { name fields { name } } } }',
      api: { settings: { introspection: 'DISABLED' } },
    });
    expect(explained).toHaveLength(1);
    expect(explained[0]).toMatchObject({ action: 'bring-schema' });
    expect(explained[0]?.count).toBeGreaterThan(1);
  });
});

describe('a field that failed', () => {
  it.each<[string, Case, RegExp]>([
    ['a group rule', { query: '{ secret }' }, /^bob may not read Query\.secret\.$/],
    [
      'a key at a field for users',
      { query: '{ me }', credentials: () => ({ 'x-api-key': 'da2-good' }), ...as('API_KEY', 'key') },
      /^key may not read Query\.me\.$/,
    ],
    [
      'an authorizer’s denied field',
      { credentials: () => ({ authorization: 'pass' }), api: lambda(true), ...as('AWS_LAMBDA', 'pass') },
      /^pass may not read Query\.me\.$/,
    ],
    ['a null that must not be', { query: '{ listTodos { items { name } } }' }, /^Todo\.name is null, though/],
    [
      'a value that does not fit',
      { query: '{ wrong { dateTime } }' },
      /^wrong\.dateTime holds a value that does not fit/,
    ],
    ['an error of the API’s own', { query: '{ fails }' }, /^fails failed with an error of its own: PrinterError/],
    ['a Lambda function that throws', { query: '{ breaks }' }, /^A Lambda function behind this field failed/],
    [
      'a Lambda function that is slow',
      { resolver: throwing('m', 'Lambda:ExecutionTimeoutException') },
      /did not answer in time/,
    ],
    [
      'a condition that does not hold',
      { resolver: throwing('m', 'DynamoDB:ConditionalCheckFailedException') },
      /^Nothing was written/,
    ],
    ['another refusal of DynamoDB', { resolver: throwing('m', 'DynamoDB:ValidationException') }, /ValidationException/],
    [
      'an HTTP resolver that is slow',
      { resolver: throwing('m', 'Http:ExecutionTimeoutException') },
      /HTTP service behind/,
    ],
    [
      'a template with a fault',
      { resolver: throwing('Value for field not found.', 'MappingTemplate') },
      /a fault of its own/,
    ],
    [
      'depth',
      { query: '{ getTodo(id: 1) { color } }', api: { settings: { queryDepthLimit: 1 } } },
      /deeper than this API allows/,
    ],
    [
      'resolvers',
      { query: '{ a: arguments b: arguments }', api: { settings: { resolverCountLimit: 1 } } },
      /more resolvers than/,
    ],
    [
      'time',
      {
        deps: {
          clock: {
            now: () => 0,
            after: (_ms, run) => {
              queueMicrotask(run);
              return () => undefined;
            },
          },
        },
        resolver: () => new Promise(() => undefined),
      },
      /gave the operation up after 30 seconds/,
    ],
  ])('%s', async (_row, given, what) => {
    const explained = await explain(given);
    expect(explained).toHaveLength(1);
    expect(explained[0]?.what).toMatch(what);
  });

  it('tells many of the same once, with their number and their places', async () => {
    const explained = await explain({ query: '{ a: secret b: secret me c: fails }' });
    expect(explained).toMatchObject([
      {
        what: 'bob may not read Query.secret.',
        count: 2,
        places: [{ path: ['a'], line: 1, column: 3 }, { path: ['b'] }],
      },
      { count: 1, places: [{ path: ['c'] }] },
    ]);
  });

  it.each<[string, Partial<Asked>, RegExp]>([
    ['who it is for, where the schema says so', {}, /users in admins; bob is in readers/],
    ['who comes by another mode', { authMode: 'API_KEY', name: 'key' }, /users in admins; key comes by API key/],
    ['that it was refused further in, where the schema opens it', { groups: ['admins'] }, /refused further in/],
  ])('says %s', async (_case, who, why) => {
    const rules = accessRulesFrom('type Query { secret: String @aws_cognito_user_pools(cognito_groups: ["admins"]) }');
    if (rules.kind === 'problem') throw new Error(rules.message);
    expect((await explain({ query: '{ secret }', asked: { rules, ...who } }))[0]?.why).toMatch(why);
  });
});
