// One subscription: whether it may begin, which events are for it, and what of an event it is sent. Knows no socket.
import {
  executeSync,
  getArgumentValues,
  getVariableValues,
  type FieldNode,
  type GraphQLFieldResolver,
  type GraphQLObjectType,
} from 'graphql';
import type { Answer } from '../answer.ts';
import type { Caller } from '../caller.ts';
import { CollectedExtensions, type Invalidation } from '../extensions.ts';
import { fieldErrorFrom } from '../field-errors.ts';
import { contextFrom, type CallScope } from '../field-resolver.ts';
import type { GraphQLRequest } from '../graphql-request.ts';
import { RequestBudget } from '../request-budget.ts';
import { ResolverError } from '../resolver-error.ts';
import { rootFields } from '../root-fields.ts';
import type { RunnableApi } from '../runnable-api.ts';
import { validateOperation } from '../validation/validate-operation.ts';
import { readVariables, type Variables } from '../variable-values.ts';
import type { ErrorEntry } from './messages.ts';
import { matchesArguments, matchesFilter } from './subscription-filter.ts';

type Fields = Readonly<Record<string, unknown>>;

export interface Subscription {
  /** Of the type Subscription. */
  readonly field: string;
  wants(event: Fields): boolean;
  isEndedBy(invalidation: Invalidation): boolean;
  answerFor(event: Fields): Answer;
}

export type Subscribing =
  | { readonly ok: true; readonly subscription: Subscription }
  | { readonly ok: false; readonly errors: readonly ErrorEntry[] };

/** Runs what AppSync runs when a subscription starts: the field's gate and its resolver. */
export async function subscribe(
  runnable: RunnableApi,
  request: GraphQLRequest,
  scope: CallScope,
): Promise<Subscribing> {
  const { api, schema } = runnable;
  const { document, operation } = request;
  const invalid = validateOperation(schema, document, api.settings.introspection ?? 'ENABLED');
  if (invalid.length > 0) return refused(invalid.map(({ message }) => ({ message })));
  const reading = readVariables(schema, operation, request.variables);
  if (!reading.ok) return refused([{ message: reading.error.message }]);

  const root = schema.getSubscriptionType();
  const [node, another] = rootFields(document, operation.selectionSet);
  if (!root || !node || another || node.name.value.startsWith('__')) return refused([onlyOneField]);
  const field = node.name.value;
  const argumentsFrom = (variables: Variables) => argumentsOf(runnable, request, root, node, variables);

  const extensions = new CollectedExtensions();
  try {
    runnable.admitToField(scope.caller, root, field);
    const info = { parentTypeName: root.name, fieldName: field };
    const given = argumentsFrom(reading.variables);
    const context = contextFrom(null, given, { ...scope, extensions, budget: new RequestBudget(api.settings) }, info);
    await api.resolvers[root.name]?.[field]?.(context);
  } catch (error) {
    return refused([entryFrom(error)]);
  }

  const { filter, invalidationFilter } = extensions;
  // As the client gave them: a variable that was left out is an argument that was left out.
  const asGiven = argumentsFrom(request.variables);
  const run = deliveryTo(runnable, request, reading.variables, scope.caller);
  return {
    ok: true,
    subscription: {
      field,
      wants: (event) => (filter ? matchesFilter(filter, event) : matchesArguments(asGiven, event)),
      isEndedBy: ({ subscriptionField, payload }) =>
        subscriptionField === field && invalidationFilter !== null && matchesFilter(invalidationFilter, payload),
      answerFor: run,
    },
  };
}

const refused = (errors: readonly ErrorEntry[]): Subscribing => ({ ok: false, errors });

/** graphql-java's rule; its words are of a later age than AppSync's. */
const onlyOneField: ErrorEntry = {
  message:
    'Validation error of type SubscriptionMultipleRootFields: Subscription operation must have exactly one root field',
};

function argumentsOf(
  { schema }: RunnableApi,
  { operation }: GraphQLRequest,
  root: GraphQLObjectType,
  node: FieldNode,
  variables: Variables,
): Fields {
  const definition = root.getFields()[node.name.value];
  const { coerced } = getVariableValues(schema, operation.variableDefinitions ?? [], variables);
  return definition ? getArgumentValues(definition, node, coerced) : {};
}

function entryFrom(error: unknown): ErrorEntry {
  if (error instanceof ResolverError) return { errorType: error.errorType, message: error.message };
  return { errorType: 'Lambda:Unhandled', message: error instanceof Error ? error.message : String(error) };
}

interface Delivery {
  readonly event: Fields;
  readonly caller: Caller;
}

/** Nothing is resolved anew: fields are read from what the mutation had selected, and nothing else is there. */
function deliveryTo(runnable: RunnableApi, request: GraphQLRequest, variableValues: Variables, caller: Caller) {
  const { schema, admitToField } = runnable;
  const root = schema.getSubscriptionType();
  const fieldResolver: GraphQLFieldResolver<unknown, Delivery> = (
    source,
    _given,
    { event },
    { parentType, fieldName },
  ) => {
    if (parentType === root) return event;
    admitToField(caller, parentType, fieldName);
    return typeof source === 'object' && source !== null ? Reflect.get(source, fieldName) : undefined;
  };
  return (event: Fields): Answer => {
    const { data = null, errors } = executeSync({
      schema,
      document: request.document,
      operationName: request.operation.name?.value ?? null,
      variableValues,
      contextValue: { event, caller } satisfies Delivery,
      fieldResolver,
    });
    return errors ? { data, errors: errors.map((error) => fieldErrorFrom(error, schema)) } : { data };
  };
}
