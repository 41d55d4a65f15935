// Runs one field: asks whether the caller may have it, makes the field's own `ctx`, calls the API's resolver or reads the parent.
import type { GraphQLFieldResolver, GraphQLResolveInfo, GraphQLSchema } from 'graphql';
import type { Api, ResolverContext } from './api.ts';
import { accessOf, type Caller } from './caller.ts';
import { mayAccess, type FieldRules } from './field-access.ts';
import { unauthorizedField } from './resolver-error.ts';
import { fieldRulesFrom } from './schema-rules.ts';

/** What one request brings; handed down by the engine, never kept. */
export interface RequestScope {
  readonly caller: Caller;
  readonly now: () => number;
  /** Aborted when the client hangs up. */
  readonly signal: AbortSignal;
}

export function fieldResolverFor(api: Api, schema: GraphQLSchema): GraphQLFieldResolver<unknown, RequestScope> {
  // Kept between requests: it holds what the schema says, nothing of any caller.
  const known = new Map<string, FieldRules>();
  const rulesOf = ({ parentType, fieldName }: GraphQLResolveInfo): FieldRules => {
    const key = `${parentType.name}.${fieldName}`;
    const rules = known.get(key) ?? fieldRulesFrom(schema, parentType, fieldName);
    known.set(key, rules);
    return rules;
  };

  return (source, given, scope, info) => {
    const context = contextFrom(source, given, scope, info);
    if (!mayAccess(api, rulesOf(info), accessOf(scope.caller))) throw unauthorizedField(context.info);
    const resolver = api.resolvers[info.parentType.name]?.[info.fieldName];
    return resolver ? resolver(context) : propertyOf(source, context);
  };
}

function contextFrom(
  source: unknown,
  given: Readonly<Record<string, unknown>>,
  { caller, now, signal }: RequestScope,
  { parentType, fieldName }: GraphQLResolveInfo,
): ResolverContext {
  return {
    arguments: given,
    source,
    identity: caller.mode === 'AMAZON_COGNITO_USER_POOLS' ? caller.identity : null,
    info: { parentTypeName: parentType.name, fieldName },
    now,
    signal,
  };
}

function propertyOf(source: unknown, context: ResolverContext): unknown {
  if (typeof source !== 'object' || source === null) return undefined;
  const property: unknown = Reflect.get(source, context.info.fieldName);
  return typeof property === 'function' ? Reflect.apply(property, source, [context]) : property;
}
