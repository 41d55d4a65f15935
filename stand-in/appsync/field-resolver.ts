// Runs one field: asks whether the caller may have it, makes the field's own `ctx`, calls the API's resolver or reads the parent.
import type { GraphQLFieldResolver } from 'graphql';
import type { ResolverContext } from './api.ts';
import { identityOf, type Caller } from './caller.ts';
import type { ResolverExtensions } from './extensions.ts';
import type { RunnableApi } from './runnable-api.ts';

/** What one request brings; handed down by the engine, never kept. */
export interface RequestScope {
  readonly caller: Caller;
  readonly now: () => number;
  /** Aborted when the client hangs up. */
  readonly signal: AbortSignal;
  readonly extensions: ResolverExtensions;
}

export function fieldResolverFor({ api, admitToField }: RunnableApi): GraphQLFieldResolver<unknown, RequestScope> {
  return (source, given, scope, { parentType, fieldName }) => {
    const context = contextFrom(source, given, scope, { parentTypeName: parentType.name, fieldName });
    admitToField(scope.caller, parentType, fieldName);
    const resolver = api.resolvers[parentType.name]?.[fieldName];
    return resolver ? resolver(context) : propertyOf(source, context);
  };
}

export function contextFrom(
  source: unknown,
  given: Readonly<Record<string, unknown>>,
  { caller, now, signal, extensions }: RequestScope,
  info: ResolverContext['info'],
): ResolverContext {
  return { arguments: given, source, identity: identityOf(caller), info, now, signal, extensions };
}

function propertyOf(source: unknown, context: ResolverContext): unknown {
  if (typeof source !== 'object' || source === null) return undefined;
  const property: unknown = Reflect.get(source, context.info.fieldName);
  return typeof property === 'function' ? Reflect.apply(property, source, [context]) : property;
}
