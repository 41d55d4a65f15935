// What an API refuses because it is too much: too deep, too many resolvers, too long, too often, or not to be looked into.
import { beforeAll, describe, expect, test } from 'vitest';
import { deferred } from '../deferred.ts';
import { MovableClock, type Clock } from '../movable-clock.ts';
import type { Resolver } from './api.ts';
import { createAppSync } from './appsync.ts';
import { testDeps } from './testing/deps.ts';
import { ask, at } from './testing/ask.ts';
import { todoApi } from './testing/todo-api.ts';
import { openTokenDesk, type TokenDesk } from './testing/tokens.ts';

let desk: TokenDesk;
beforeAll(async () => {
  desk = await openTokenDesk();
});

describe('the depth limit', () => {
  const query = '{ listTodos { items { id color } } me }';

  test('counts the scalars at the end as a level', async () => {
    expect(await ask(desk, { query, api: { settings: { queryDepthLimit: 3 } } })).toMatchObject({
      body: { data: { listTodos: { items: [{ id: '1' }, { id: '2' }] } } },
    });
  });

  test('fails what is deeper, up to what may be null; the rest stands', async () => {
    const heard = await ask(desk, {
      query: '{ getTodo(id: 1) { color } me }',
      api: { settings: { queryDepthLimit: 1 } },
    });
    expect(heard).toMatchObject({
      status: 200,
      body: {
        data: { getTodo: { color: null }, me: expect.any(String) as string },
        errors: [
          {
            path: ['getTodo', 'color'],
            data: null,
            errorType: 'QueryDepthLimitReached',
            errorInfo: null,
            locations: at(20),
          },
        ],
      },
    });
  });

  test('is off at first', async () => {
    expect((await ask(desk, { query })).body).not.toHaveProperty('errors');
  });
});

test('the resolver limit fails the resolvers that are too many', async () => {
  const query = '{ a: arguments b: arguments c: arguments }';
  expect(await ask(desk, { query, api: { settings: { resolverCountLimit: 2 } } })).toMatchObject({
    status: 200,
    body: {
      data: { a: '{"limit":20}', b: '{"limit":20}', c: null },
      errors: [
        {
          path: ['c'],
          errorType: 'ResolverExecutionLimitReached',
          message: 'Resolver invocation limit reached.',
          locations: at(29),
        },
      ],
    },
  });
  // Each request begins anew.
  expect(
    (await ask(desk, { query: '{ arguments }', api: { settings: { resolverCountLimit: 1 } } })).body,
  ).not.toHaveProperty('errors');
});

test('introspection that is switched off can be switched on again', async () => {
  const settings = { introspection: 'DISABLED' as 'DISABLED' | 'ENABLED' };
  const query = '{ __schema { queryType { name } } }';
  const field = (name: string, type: string, path: string) =>
    `Validation error of type FieldUndefined: Field '${name}' in type '${type}' is undefined @ '${path}'`;
  expect((await ask(desk, { query, api: { settings } })).body).toMatchObject({
    data: null,
    errors: [
      { message: field('queryType', '__Schema', '__schema/queryType') },
      { message: field('name', '__Type', '__schema/queryType/name') },
    ],
  });
  expect((await ask(desk, { query: '{ __typename }', api: { settings } })).body).not.toHaveProperty('errors');
  settings.introspection = 'ENABLED';
  expect((await ask(desk, { query, api: { settings } })).body).not.toHaveProperty('errors');
});

function appWith(resolver: Resolver, clock: Clock) {
  const api = todoApi({ resolvers: { Query: { me: resolver } }, settings: { requestTokensPerSecond: 3 } });
  const { http } = createAppSync(api, testDeps(desk, { clock }));
  const post = async (query = '{ me }') => {
    const headers = { authorization: await desk.tokenFor('bob', []), 'content-type': 'application/json' };
    return http.request('/graphql', { method: 'POST', headers, body: JSON.stringify({ query }) });
  };
  return post;
}

test('a request that takes 30 seconds is given up, and its resolver told', async () => {
  const [called, told] = [deferred<void>(), deferred<void>()];
  const clock = new MovableClock();
  const post = appWith(({ signal }) => {
    signal.addEventListener('abort', () => {
      told.resolve();
    });
    called.resolve();
    return new Promise(() => undefined);
  }, clock);
  const answer = post();
  await called.promise;
  clock.move(29_999);
  clock.move(1);
  const response = await answer;
  await told.promise;
  expect(response.status).toBe(200);
  expect(await response.json()).toStrictEqual({
    data: null,
    errors: [{ path: null, locations: null, message: 'Execution timed out.', errorType: 'ExecutionTimeout' }],
  });
});

test('more requests in a second than the API takes are throttled; the next second is free again', async () => {
  let time = Date.now();
  const post = appWith(() => 1, { now: () => time, after: () => () => undefined });
  const responses = [await post(), await post(), await post(), await post()];
  expect(responses.map(({ status }) => status)).toStrictEqual([200, 200, 200, 429]);
  expect(responses[3]?.headers.get('x-amzn-errortype')).toBe('ThrottledException');
  expect(await responses[3]?.json()).toStrictEqual({
    errors: [{ errorType: 'ThrottledException', message: 'Rate exceeded' }],
  });
  time += 1000;
  expect((await post()).status).toBe(200);
});
