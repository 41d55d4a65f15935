// A schema out of a file: SDL as AppSync knows it, or the JSON of an introspection. What is wrong with it is said, and where. Pure.
import {
  buildASTSchema,
  buildClientSchema,
  Kind,
  parse,
  validateSchema,
  type DocumentNode,
  type GraphQLSchema,
  type IntrospectionQuery,
} from 'graphql';
import { problemOf, type SdlProblem } from './access-marks.ts';
import { accessRulesFrom, type AccessRules } from './schema-access.ts';

export interface SchemaFromText {
  readonly kind: 'schema';
  readonly schema: GraphQLSchema;
  /** Of SDL; the JSON says nothing of who may call what. */
  readonly rules: AccessRules | undefined;
}

export function schemaFromText(text: string): SchemaFromText | SdlProblem {
  const isJson = text.trimStart().startsWith('{');
  return isJson ? fromJson(text) : fromSdl(text);
}

function fromJson(text: string): SchemaFromText | SdlProblem {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return {
      kind: 'problem',
      message: `This looks like JSON and is none: ${error instanceof Error ? error.message : ''}`,
    };
  }
  const inner = member(value, 'data') ?? value;
  if (!isIntrospection(inner)) {
    return { kind: 'problem', message: 'This JSON is no answer to an introspection: it holds no __schema.' };
  }
  try {
    const schema = buildClientSchema(inner);
    const [wrong] = validateSchema(schema);
    if (wrong) return { kind: 'problem', message: `Its __schema is not complete: ${wrong.message}` };
    return { kind: 'schema', schema, rules: undefined };
  } catch (error) {
    return { kind: 'problem', message: `Its __schema is not complete: ${error instanceof Error ? error.message : ''}` };
  }
}

function member(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}

const isIntrospection = (value: unknown): value is IntrospectionQuery => {
  const types = member(member(value, '__schema'), 'types');
  return Array.isArray(types);
};

function fromSdl(text: string): SchemaFromText | SdlProblem {
  if (text.trim() === '') return { kind: 'problem', message: 'The file is empty.' };
  try {
    const document = parse(text);
    const schema = buildASTSchema(withWhatAwsAdds(document));
    const [wrong] = validateSchema(schema);
    if (wrong) return withHint(problemOf(wrong));
    const rules = accessRulesFrom(text);
    return rules.kind === 'problem' ? rules : { kind: 'schema', schema, rules };
  } catch (error) {
    return withHint(placed(problemOf(error), text));
  }
}

const scalars = [
  'AWSDate',
  'AWSTime',
  'AWSDateTime',
  'AWSTimestamp',
  'AWSEmail',
  'AWSJSON',
  'AWSURL',
  'AWSPhone',
  'AWSIPAddress',
];

/** https://docs.aws.amazon.com/appsync/latest/devguide/security-authz.html */
const directives = {
  aws_api_key: 'on FIELD_DEFINITION | OBJECT',
  aws_iam: 'on FIELD_DEFINITION | OBJECT',
  aws_oidc: 'on FIELD_DEFINITION | OBJECT',
  aws_lambda: 'on FIELD_DEFINITION | OBJECT',
  aws_cognito_user_pools: '(cognito_groups: [String!]) on FIELD_DEFINITION | OBJECT',
  aws_auth: '(cognito_groups: [String!]) on FIELD_DEFINITION | OBJECT',
  aws_subscribe: '(mutations: [String!]) on FIELD_DEFINITION',
  aws_publish: '(subscriptions: [String]) on FIELD_DEFINITION',
  canonical: 'on OBJECT | FIELD_DEFINITION | INTERFACE | UNION | ENUM | INPUT_OBJECT | SCALAR',
  hidden: 'on OBJECT | FIELD_DEFINITION | INTERFACE | UNION | ENUM | INPUT_OBJECT | SCALAR',
  renamed: '(to: String!) on OBJECT | FIELD_DEFINITION | INTERFACE | UNION | ENUM | INPUT_OBJECT | SCALAR',
};

/** A schema leaves out what every schema at AppSync has; one that was fetched from there may not. */
function withWhatAwsAdds(document: DocumentNode): DocumentNode {
  const defined = (kind: Kind) =>
    new Set(document.definitions.flatMap((each) => (each.kind === kind && 'name' in each ? [each.name?.value] : [])));
  const [ownScalars, ownDirectives] = [defined(Kind.SCALAR_TYPE_DEFINITION), defined(Kind.DIRECTIVE_DEFINITION)];
  const missing = [
    ...scalars.filter((name) => !ownScalars.has(name)).map((name) => `scalar ${name}`),
    ...Object.entries(directives)
      .filter(([name]) => !ownDirectives.has(name))
      .map(([name, rest]) => `directive @${name}${rest.startsWith('(') ? '' : ' '}${rest}`),
  ].join('\n');
  return { ...document, definitions: [...(missing === '' ? [] : parse(missing).definitions), ...document.definitions] };
}

/** graphql-js tells what is wrong with a whole schema without its place: it is where the name that it quotes first stands. */
function placed(problem: SdlProblem, text: string): SdlProblem {
  const [message = problem.message] = problem.message.split('\n\n');
  if (problem.line !== undefined) return { ...problem, message };
  const name = /"@?(?:\w+\.)?(\w+)"/.exec(message)?.[1];
  const at = name === undefined ? -1 : text.search(new RegExp(String.raw`\b${name}\b`));
  if (at < 0) return { ...problem, message };
  const before = text.slice(0, at).split('\n');
  return { kind: 'problem', message, line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}

const amplifyOnly =
  /"@(?:model|auth|hasMany|hasOne|belongsTo|manyToMany|index|primaryKey|searchable|function|http|default|key|connection|versioned|predictions|refersTo|mapsTo)"/;

function withHint(problem: SdlProblem): SdlProblem {
  if (!amplifyOnly.test(problem.message)) return problem;
  const hint =
    'This is what Amplify makes a schema from. The schema itself is build/schema.graphql in the API’s folder, or what AppSync gives (see below).';
  return { ...problem, message: `${problem.message} ${hint}` };
}
