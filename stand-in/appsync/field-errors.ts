// What went wrong while fields were run, in AppSync's words and shapes. Takes graphql-js's errors; keeps none of their texts
// but those of its built-in scalars.
import { getNullableType, GraphQLError, isListType, isObjectType, type GraphQLSchema } from 'graphql';
import { locationsOf, type AnswerError } from './answer.ts';
import { ResolverError } from './resolver-error.ts';
import { ScalarRefusal } from './scalars/scalar-refusal.ts';

export function fieldErrorFrom(error: GraphQLError, schema: GraphQLSchema): AnswerError {
  const cause = error.originalError;
  // Found before any field was run.
  if (!error.path) return { path: null, locations: locationsOf(error.nodes ?? []), message: error.message };
  const { path } = error;
  const misfit = misfitOf(error, schema);
  if (misfit !== undefined) return { path, locations: null, message: misfit };
  const locations = locationsOf(error.nodes ?? []);
  if (cause instanceof ResolverError) {
    const { data, errorType, errorInfo } = cause;
    return { path, data, errorType, errorInfo, locations, message: cause.message };
  }
  // A resolver that throws anything else is like a Lambda function that throws.
  return { path, data: null, errorType: 'Lambda:Unhandled', errorInfo: null, locations, message: error.message };
}

/** A value that does not fit the schema; AppSync gives such errors no locations. */
function misfitOf(error: GraphQLError, schema: GraphQLSchema): string | undefined {
  const path = javaPath(error.path ?? []);
  const cause = error.originalError;
  // A GraphQLError with a place in the query is about an argument; those of the built-in scalars' serialize have none.
  if (cause instanceof ScalarRefusal || (cause instanceof GraphQLError && !cause.nodes)) {
    return `Can't serialize value (${path}) : ${cause.message}`;
  }
  // graphql-js tells this case by its text alone.
  const [, parent, field] = /^Cannot return null for non-nullable field (\w+)\.(\w+)\.$/.exec(error.message) ?? [];
  if (parent === undefined || field === undefined) return undefined;
  const type = typeOf(schema, parent, field, error.path ?? []);
  return `Cannot return null for non-nullable type: '${type}' within parent '${parent}' (${path})`;
}

/** Without the `!`: graphql-java names the type that the null was wanted to be, of the item within a list. */
function typeOf(schema: GraphQLSchema, parent: string, field: string, path: readonly (string | number)[]): string {
  const parentType = schema.getType(parent);
  if (!isObjectType(parentType)) return field;
  let type: unknown = getNullableType(parentType.getFields()[field]?.type);
  for (const step of path.toReversed()) {
    if (typeof step !== 'number' || !isListType(type)) break;
    type = getNullableType(type.ofType);
  }
  return String(type);
}

/** `/listTodos/items[0]/name`, as graphql-java's ExecutionPath prints it. */
function javaPath(path: readonly (string | number)[]): string {
  return path.map((step) => (typeof step === 'number' ? `[${step}]` : `/${step}`)).join('');
}
