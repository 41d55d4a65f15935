import { buildSchema } from 'graphql';
import { expect, it } from 'vitest';
import { createKnownSchemas } from './known-schema.ts';
import { accessRulesFrom, predict } from './schema-access.ts';

const sdl = 'type Query { a: Int @aws_api_key b: Int }';
const rules = accessRulesFrom(sdl);
const brought = {
  fileName: 'a.graphql',
  schema: buildSchema('type Query { a: Int }'),
  rules: rules.kind === 'rules' ? rules : undefined,
};
const user = { authMode: 'AMAZON_COGNITO_USER_POOLS', groups: [] } as const;

it('keeps what is known of each API apart, and tells of every change', () => {
  const schemas = createKnownSchemas();
  let told = 0;
  const stop = schemas.subscribe(() => (told += 1));
  schemas.set('one', { brought });
  schemas.set('one', { introspection: { state: 'asking', askedAs: 'x', identityId: 'i', authMode: 'API_KEY' } });
  expect(schemas.of('one')).toMatchObject({ brought, introspection: { state: 'asking' } });
  expect(schemas.of('two')).toEqual({});
  schemas.forgetBrought('one');
  expect(schemas.of('one')).toEqual({
    introspection: { state: 'asking', askedAs: 'x', identityId: 'i', authMode: 'API_KEY' },
  });
  stop();
  schemas.set('two', { brought });
  expect(told).toBe(3);
});

it('gives the same answer as long as nothing has changed', () => {
  const schemas = createKnownSchemas();
  expect(schemas.of('one')).toBe(schemas.of('one'));
});

it('judges by what a person has said of the API’s settings', () => {
  const schemas = createKnownSchemas();
  schemas.set('one', { brought });
  const before = schemas.rulesOf('one');
  expect(before && predict(before, 'Query', 'b', user)).toBe('unknown');
  schemas.set('one', { api: { defaultMode: 'AMAZON_COGNITO_USER_POOLS', defaultAction: 'ALLOW' } });
  const after = schemas.rulesOf('one');
  expect(after && predict(after, 'Query', 'b', user)).toBe('allowed');
  expect(schemas.rulesOf('two')).toBeUndefined();
});

it('takes the mode that may read the schema for the default one, unless a person knows better', () => {
  const schemas = createKnownSchemas();
  const introspection = {
    state: 'read',
    askedAs: 'x',
    identityId: 'i',
    authMode: 'API_KEY',
    at: 1,
    answer: {},
  } as const;
  schemas.set('one', { brought, introspection });
  expect(schemas.rulesOf('one')?.api).toEqual({ defaultMode: 'API_KEY' });
  schemas.set('one', { api: { defaultMode: 'AWS_IAM' } });
  expect(schemas.rulesOf('one')?.api).toEqual({ defaultMode: 'AWS_IAM' });
});
