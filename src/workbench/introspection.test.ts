import { buildSchema } from 'graphql';
import { beforeEach, describe, expect, it } from 'vitest';
import type { AuthMode } from '../appsync/authorization.ts';
import { createKnownSchemas, type KnownSchemas } from '../appsync/known-schema.ts';
import { createIntrospect, type Introspect } from './introspection.ts';
import type { Asking } from './run-as.ts';

const endpoint = 'https://api.example.com/graphql';
const operation = { query: 'query IntrospectionQuery { __schema { types { name } } }' };
const schemaOfApi = { data: { __schema: { types: [] } } };
const key: Asking = {
  asker: { identityId: 'k1', name: 'API key', groups: [], mark: { letter: 'K', hue: 1 }, authMode: 'API_KEY' },
  authorize: () => Promise.resolve({ 'x-api-key': 'da2-key' }),
};

let schemas: KnownSchemas;
let sent: Headers[];
let answer: () => Promise<Response>;
let enter: (asking: Asking) => void;
let first: Promise<Asking>;
let preferred: (AuthMode | undefined)[];

beforeEach(() => {
  schemas = createKnownSchemas();
  sent = [];
  preferred = [];
  answer = () => Promise.resolve(Response.json(schemaOfApi));
  first = new Promise((resolve) => (enter = resolve));
});

const introspect = (): Introspect =>
  createIntrospect({
    endpoint,
    schemas,
    identities: {
      first: (mode) => {
        preferred.push(mode);
        return first;
      },
    },
    fetch: (_url, init) => {
      sent.push(new Headers(init?.headers));
      return answer();
    },
    now: () => 0,
    today: () => 7,
  });

describe('the schema', () => {
  it('is asked for once somebody is there, as they', async () => {
    const asked = introspect()(operation);
    expect(sent).toEqual([]);
    enter(key);
    expect(await asked).toEqual(schemaOfApi);
    expect(sent[0]?.get('x-api-key')).toBe('da2-key');
    expect(schemas.of(endpoint).introspection).toMatchObject({ state: 'read', askedAs: 'API key', at: 7 });
  });

  it('is not asked for again by the next editor at the same API, but by its button', async () => {
    enter(key);
    await introspect()(operation);
    const again = introspect();
    expect(await again(operation)).toEqual(schemaOfApi);
    expect(sent).toHaveLength(1);
    await again(operation);
    expect(sent).toHaveLength(2);
  });

  it('is asked for by users first, after a refusal by whoever is at hand, and then by the mode that could read it', async () => {
    const ask = introspect();
    enter(key);
    answer = () => Promise.resolve(new Response(''));
    await ask(operation);
    answer = () => Promise.resolve(Response.json(schemaOfApi));
    await ask(operation);
    await ask(operation);
    expect(preferred).toEqual(['AMAZON_COGNITO_USER_POOLS', undefined, 'API_KEY']);
  });

  it('that a person brought counts, and nothing is asked', async () => {
    schemas.set(endpoint, {
      brought: { fileName: 'a.graphql', schema: buildSchema('type Query { mine: Int }'), rules: undefined },
    });
    expect(JSON.stringify(await introspect()(operation))).toContain('mine');
    expect(sent).toEqual([]);
  });
});

describe('what cannot be read', () => {
  it.each<[string, () => Promise<Response>, RegExp]>([
    [
      'switched off',
      () =>
        Promise.resolve(
          Response.json({
            data: null,
            errors: [
              {
                message:
                  "Validation error of type FieldUndefined: Field 'types' in type '__Schema' is undefined @ '__schema/types'",
              },
            ],
          }),
        ),
      /switched off/,
    ],
    [
      'refused to one identity',
      () =>
        Promise.resolve(
          Response.json({
            data: null,
            errors: [{ errorType: 'Unauthorized', message: 'Not Authorized to access __schema on type Query' }],
          }),
        ),
      /API key may not read the schema/,
    ],
    ['an empty answer', () => Promise.resolve(new Response('')), /empty body/],
    ['another kind of answer', () => Promise.resolve(Response.json({ data: { a: 1 } })), /gave no schema/],
    ['no answer', () => Promise.reject(new TypeError('failed')), /No answer came/],
  ])('(%s) is said plainly, and GraphiQL does not ask in another form', async (_case, given, what) => {
    answer = given;
    enter(key);
    expect(await introspect()(operation)).toMatchObject({ data: null });
    const { introspection } = schemas.of(endpoint);
    expect(introspection).toMatchObject({ state: 'failed', identityId: 'k1', what: expect.stringMatching(what) });
  });
});
