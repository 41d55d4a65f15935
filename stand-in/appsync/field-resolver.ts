// Runs one field: asks whether the caller may have it, makes the field's own `ctx`, calls the API's resolver or reads the parent.
import type { GraphQLFieldResolver } from 'graphql';
import type { ResolverContext } from './api.ts';
import { identityOf, type Caller } from './caller.ts';
import type { ResolverExtensions } from './extensions.ts';
import type { RequestBudget } from './request-budget.ts';
import type { RunnableApi } from './runnable-api.ts';

/** What a call brings, whichever way it came. */
export interface CallScope {
  readonly caller: Caller;
  readonly now: () => number;
  /** Aborted when the client hangs up. */
  readonly signal: AbortSignal;
}

/** Made for each request; handed down by the engine, never kept. */
export interface RequestScope extends CallScope {
  readonly extensions: ResolverExtensions;
  readonly budget: RequestBudget;
}

export function fieldResolverFor({ api, admitToField }: RunnableApi): GraphQLFieldResolver<unknown, RequestScope> {
  return (source, given, scope, { parentType, fieldName, path }) => {
    scope.budget.spendDepth(path);
    const context = contextFrom(source, given, scope, { parentTypeName: parentType.name, fieldName });
    admitToField(scope.caller, parentType, fieldName);
    const resolver = api.resolvers[parentType.name]?.[fieldName] ?? propertyOf(source, fieldName);
    if (typeof resolver !== 'function') return resolver;
    scope.budget.spendResolver();
    return Reflect.apply(resolver, source, [context]) as unknown;
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

function propertyOf(source: unknown, fieldName: string): unknown {
  return typeof source === 'object' && source !== null ? Reflect.get(source, fieldName) : undefined;
}
