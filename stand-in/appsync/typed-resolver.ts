// Gives a resolver its arguments as a type. The schema has checked them already, so a misfit is a fault of the resolver's own.
import * as v from 'valibot';
import type { Resolver, ResolverContext } from './api.ts';

/** @throws ValiError, and so the field fails as `Lambda:Unhandled`, where schema and resolver disagree. */
export function resolverWith<Schema extends v.GenericSchema>(
  schema: Schema,
  run: (given: v.InferOutput<Schema>, context: ResolverContext) => unknown,
): Resolver {
  return (context) => run(v.parse(schema, context.arguments), context);
}
