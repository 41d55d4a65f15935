import { introspectionFromSchema } from 'graphql';
import { describe, expect, it } from 'vitest';
import { blogSchema } from '../../stand-in/demo/blog-schema.ts';
import { teamSchema } from '../../stand-in/demo/team-schema.ts';
import { executableSchema } from '../../stand-in/appsync/executable-schema.ts';
import { schemaFromText } from './schema-text.ts';

describe('SDL', () => {
  it.each([blogSchema, teamSchema])('as it is uploaded to AppSync is read, with its marks', (sdl) => {
    expect(schemaFromText(sdl)).toMatchObject({ kind: 'schema', rules: { kind: 'rules' } });
  });

  it('that defines AWS’s own scalars and directives itself is read too', () => {
    const sdl =
      'directive @aws_iam on FIELD_DEFINITION | OBJECT\nscalar AWSJSON\ntype Query { a: AWSJSON @aws_iam b: AWSURL }';
    expect(schemaFromText(sdl)).toMatchObject({ kind: 'schema' });
  });

  it.each<[string, string, RegExp, number | undefined]>([
    ['a syntax error', 'type Query {\n  a: \n}', /Expected Name/, 3],
    ['a type that is not there', 'type Query {\n  a: Int\n  b: Missing\n}', /Unknown type "Missing"/, 3],
    [
      'a type that is there twice',
      'type Query { a: Int }\ntype A { a: Int }\ntype A { b: Int }',
      /only one type named "A"/,
      2,
    ],
    ['a directive that nobody knows', 'type Query {\n  a: Int @whatever\n}', /Unknown directive "@whatever"/, 2],
    ['what Amplify makes schemas from', 'type Post @model { id: ID! }', /Amplify/, 1],
    ['no type to begin at', 'type A { a: Int }', /Query root type/, undefined],
    [
      'an interface that is not kept',
      'type Query { a: A }\ninterface I { x: Int }\ntype A implements I { y: Int }',
      /x expected but A does not/,
      2,
    ],
    ['nothing', '  \n', /empty/, undefined],
    ['code', 'const awsmobile = { "a": 1 };', /Unexpected Name "const"/, 1],
  ])('with %s says so, and where', (_case, sdl, message, line) => {
    const problem = schemaFromText(sdl);
    if (problem.kind !== 'problem') throw new Error('it was taken');
    expect(problem.message).toMatch(message);
    expect(problem.line).toBe(line);
  });
});

describe('JSON', () => {
  const introspection = introspectionFromSchema(executableSchema(blogSchema));

  it.each([introspection, { data: introspection }])('of an introspection is read, without marks', (value) => {
    expect(schemaFromText(JSON.stringify(value))).toMatchObject({ kind: 'schema', rules: undefined });
  });

  it.each<[string, string, RegExp]>([
    ['another kind', '{"version":"1.4","auth":{}}', /holds no __schema/],
    ['an error', '{"data":null,"errors":[]}', /holds no __schema/],
    ['half of it', '{"data":{"__schema":{"types":[]}}}', /not complete/],
    ['what is none', '{"data":', /looks like JSON and is none/],
  ])('of %s is refused with a sentence', (_case, text, message) => {
    expect(schemaFromText(text)).toMatchObject({ kind: 'problem', message: expect.stringMatching(message) });
  });
});
