import { describe, expect, it } from 'vitest';
import { getNamedType, isLeafType, type GraphQLField, type GraphQLObjectType } from 'graphql';
import { blogApi, demoApiKey } from '../../stand-in/demo/blog-api.ts';
import { askerOf, errorsOf, type AskAs } from '../../stand-in/demo/blog-test-callers.ts';
import { demoPool } from '../../stand-in/demo/demo-pool.ts';
import { teamApi } from '../../stand-in/demo/team-api.ts';
import { runnableApi } from '../../stand-in/appsync/runnable-api.ts';
import type { Api } from '../../stand-in/appsync/api.ts';
import {
  accessRulesFrom,
  isOpenForNothing,
  predict,
  whoMay,
  type AccessRules,
  type ApiAccess,
  type Caller,
  type Prediction,
} from './schema-access.ts';

function rulesOf(sdl: string, api?: ApiAccess): AccessRules {
  const rules = accessRulesFrom(sdl, api);
  if (rules.kind === 'problem') throw new Error(rules.message);
  return rules;
}

const user = (...groups: string[]): Caller => ({ authMode: 'AMAZON_COGNITO_USER_POOLS', groups });
const key: Caller = { authMode: 'API_KEY', groups: [] };
const nobody: Caller = { authMode: 'NONE', groups: [] };
const pool = { defaultMode: 'AMAZON_COGNITO_USER_POOLS' } as const;

describe('predict', () => {
  it.each<[string, string, ApiAccess, Caller, string, Prediction]>([
    [
      'an unmarked field, by the default mode',
      'type Query { a: Int @aws_iam b: Int }',
      { defaultMode: 'API_KEY' },
      key,
      'b',
      'allowed',
    ],
    [
      'an unmarked field, by another mode',
      'type Query { a: Int @aws_iam b: Int }',
      { defaultMode: 'API_KEY' },
      user(),
      'b',
      'refused',
    ],
    ['an unmarked field, default mode not known', 'type Query { a: Int @aws_iam b: Int }', {}, user(), 'b', 'unknown'],
    [
      'an unmarked root field of a user pool: defaultAction decides',
      'type Query { b: Int }',
      pool,
      user(),
      'b',
      'unknown',
    ],
    ['… ALLOW', 'type Query { b: Int }', { ...pool, defaultAction: 'ALLOW' }, user(), 'b', 'allowed'],
    ['… DENY', 'type Query { b: Int }', { ...pool, defaultAction: 'DENY' }, user(), 'b', 'refused'],
    ['without any mark, whoever gets in came by the only mode', 'type Query { b: Int }', {}, key, 'b', 'allowed'],
    ['a mark of another mode', 'type Query { b: Int @aws_api_key }', pool, user(), 'b', 'refused'],
    ['several marks: any of them', 'type Query { b: Int @aws_api_key @aws_iam }', pool, key, 'b', 'allowed'],
    ['the type’s mark', 'type Query @aws_api_key { b: Int }', pool, key, 'b', 'allowed'],
    ['a field’s mark in place of its type’s', 'type Query @aws_api_key { b: Int @aws_iam }', pool, key, 'b', 'refused'],
    [
      'one of the groups',
      'type Query { b: Int @aws_cognito_user_pools(cognito_groups: ["x", "y"]) }',
      {},
      user('y'),
      'b',
      'allowed',
    ],
    [
      'none of the groups',
      'type Query { b: Int @aws_cognito_user_pools(cognito_groups: ["x"]) }',
      {},
      user('y'),
      'b',
      'refused',
    ],
    [
      'one group without brackets',
      'type Query { b: Int @aws_cognito_user_pools(cognito_groups: "x") }',
      {},
      user('x'),
      'b',
      'allowed',
    ],
    ['no groups named: any user', 'type Query { b: Int @aws_cognito_user_pools }', {}, user(), 'b', 'allowed'],
    [
      '@aws_auth where the pool is the only mode',
      'type Query { b: Int @aws_auth(cognito_groups: ["x"]) }',
      {},
      user('y'),
      'b',
      'refused',
    ],
    ['@aws_auth, a member', 'type Query { b: Int @aws_auth(cognito_groups: ["x"]) }', {}, user('x'), 'b', 'allowed'],
    [
      '@aws_auth is ignored once a second mode exists',
      'type Query { a: Int @aws_api_key b: Int @aws_auth(cognito_groups: ["x"]) }',
      { ...pool, defaultAction: 'ALLOW' },
      user('y'),
      'b',
      'allowed',
    ],
    [
      '@aws_auth is ignored where another mode is the default',
      'type Query { b: Int @aws_auth(cognito_groups: ["x"]) }',
      { defaultMode: 'API_KEY' },
      key,
      'b',
      'allowed',
    ],
    [
      '@aws_auth beside the mark that counts',
      'type Query { a: Int @aws_iam b: Int @aws_auth(cognito_groups: ["x"]) @aws_cognito_user_pools(cognito_groups: ["z"]) }',
      pool,
      user('x'),
      'b',
      'refused',
    ],
    ['nobody at all', 'type Query { b: Int }', {}, nobody, 'b', 'refused'],
    ['a field that is not there', 'type Query { b: Int }', {}, user(), 'c', 'unknown'],
    [
      'a field of an extension',
      'type Query { b: Int } extend type Query { c: Int @aws_iam }',
      pool,
      user(),
      'c',
      'refused',
    ],
  ])('%s', (_case, sdl, api, caller, field, expected) => {
    expect(predict(rulesOf(sdl, api), 'Query', field, caller)).toBe(expected);
  });

  it('follows roots of other names', () => {
    const rules = rulesOf('schema { query: Q } type Q { b: Int @aws_auth(cognito_groups: ["x"]) }');
    expect(predict(rules, 'Q', 'b', user())).toBe('refused');
  });

  it('takes no notice of @aws_auth on nested fields', () => {
    const rules = rulesOf('type Query { t: T } type T { b: Int @aws_auth(cognito_groups: ["x"]) }', pool);
    expect(predict(rules, 'T', 'b', user())).toBe('allowed');
    expect(whoMay(rules, 'T', 'b')).toEqual({
      saidBy: 'api',
      modes: [{ mode: 'AMAZON_COGNITO_USER_POOLS' }],
      ignored: 'nested',
    });
  });

  it('asks the types that implement an interface', () => {
    const sdl = (mark: string) =>
      `type Query { i: I } interface I { b: Int } type A implements I { b: Int @aws_iam } type B implements I { b: Int ${mark} }`;
    expect(predict(rulesOf(sdl('@aws_iam')), 'I', 'b', key)).toBe('refused');
    expect(predict(rulesOf(sdl('@aws_api_key')), 'I', 'b', key)).toBe('unknown');
  });
});

describe('isOpenForNothing', () => {
  it('finds an open field whose type is not marked', () => {
    const rules = rulesOf('type Query { open: T @aws_api_key shut: T } type T { a: Int b: Int }', pool);
    expect(isOpenForNothing(rules, 'Query', 'open', key)).toBe(true);
    expect(isOpenForNothing(rules, 'Query', 'shut', key)).toBe(false);
    expect(isOpenForNothing(rules, 'Query', 'open', user())).toBe(false);
  });
});

describe('an SDL with errors', () => {
  it('says where', () => {
    expect(accessRulesFrom('type Query {\n  a: \n}')).toMatchObject({ kind: 'problem', line: 3, column: 1 });
  });
});

// The stand-in, which shares no line with this, is the witness: what it answers to each field, each caller alone.
describe.each<[string, () => Api, ApiAccess]>([
  ['the blog', () => blogApi(() => Promise.resolve()), { ...pool, defaultAction: 'ALLOW' }],
  ['the desk', teamApi, { ...pool, defaultAction: 'ALLOW' }],
])('%s of the demo', (_name, api, settings) => {
  const rules = rulesOf(api().schema, settings);
  const { schema } = runnableApi(api());
  const callers = demoPool()
    .users.filter(({ username }) => ['carol', 'alice', 'bob', 'erin'].includes(username))
    .map(({ username, groups }): [string, Caller] => [username, user(...groups)]);
  if (api().additionalProviders.length > 0) callers.push([`key ${demoApiKey}`, key]);
  const roots = [schema.getQueryType(), schema.getMutationType()].filter((type) => type !== null && type !== undefined);

  it.each(callers)('answers %s as foretold, root field by root field', async (name, caller) => {
    const ask = askerOf(api());
    for (const root of roots) {
      for (const field of Object.values(root.getFields())) {
        // oxlint-disable-next-line no-await-in-loop -- one request after another
        const refused = await isRefused(ask, name, root, field);
        expect([root.name, field.name, refused ? 'refused' : 'allowed']).toEqual([
          root.name,
          field.name,
          predict(rules, root.name, field.name, caller),
        ]);
      }
    }
  });
});

/** Whether the schema's rule refuses it: asked with arguments whose resolvers let everybody in. */
async function isRefused(
  ask: AskAs,
  caller: string,
  root: GraphQLObjectType,
  field: GraphQLField<unknown, unknown>,
): Promise<boolean> {
  const given: Readonly<Record<string, string>> = {
    id: '"none"',
    text: '"x"',
    year: '1962',
    input: inputs[field.name] ?? '{}',
  };
  const needed = field.args
    .filter(({ type }) => String(type).endsWith('!'))
    .map(({ name }) => `${name}: ${given[name]}`);
  const selection = isLeafType(getNamedType(field.type)) ? '' : '{ __typename }';
  const operation = root.name === 'Query' ? 'query' : 'mutation';
  const answer = await ask(
    caller,
    `${operation} { ${field.name}${needed.length > 0 ? `(${needed.join(', ')})` : ''} ${selection} }`,
  );
  const refusal = `Not Authorized to access ${field.name} on type ${root.name}`;
  return errorsOf(answer).some((error) => error.endsWith(refusal));
}

const inputs: Readonly<Record<string, string>> = {
  createPost: '{ title: "t", section: WALKS, lead: "l" }',
  updatePost: '{ id: "none" }',
  addComment: '{ postId: "none", text: "x" }',
};
