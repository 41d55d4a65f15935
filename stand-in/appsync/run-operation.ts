// Runs one query or mutation for one caller: validate, read the variables, execute. Knows no HTTP; keeps nothing from call to call
// but the API's schema.
import { execute, OperationTypeNode } from 'graphql';
import type { Answer } from './answer.ts';
import { CollectedExtensions, type Invalidation } from './extensions.ts';
import { fieldErrorFrom } from './field-errors.ts';
import { fieldResolverFor, type RequestScope } from './field-resolver.ts';
import type { GraphQLRequest } from './graphql-request.ts';
import { introspectionErrors } from './introspection-access.ts';
import { mutationEvents, type MutationEvent } from './realtime/mutation-events.ts';
import type { RunnableApi } from './runnable-api.ts';
import { validateOperation } from './validation/validate-operation.ts';
import { readVariables } from './variable-values.ts';

export interface Outcome {
  readonly answer: Answer;
  /** What subscriptions are to hear of. */
  readonly events: readonly MutationEvent[];
  readonly invalidations: readonly Invalidation[];
}

export type RunOperation = (request: GraphQLRequest, scope: Omit<RequestScope, 'extensions'>) => Promise<Outcome>;

export function operationRunner(runnable: RunnableApi): RunOperation {
  const { api, schema } = runnable;
  const fieldResolver = fieldResolverFor(runnable);

  return async ({ document, operation, variables: given }, scope) => {
    const invalid = validateOperation(schema, document, api.introspection ?? 'ENABLED');
    if (invalid.length > 0) return answerOnly({ data: null, errors: invalid });

    const reading = readVariables(schema, operation, given);
    if (!reading.ok) return answerOnly({ data: null, errors: [reading.error] });

    const modes = { ofCaller: scope.caller.mode, ofApi: api.defaultProvider.mode };
    const refused = introspectionErrors(document, operation, modes);
    if (refused.length > 0) return answerOnly({ data: null, errors: refused });

    const extensions = new CollectedExtensions();
    const { data = null, errors } = await execute({
      schema,
      document,
      operationName: operation.name?.value ?? null,
      variableValues: reading.variables,
      contextValue: { ...scope, extensions } satisfies RequestScope,
      fieldResolver,
    });
    const answer = errors ? { data, errors: errors.map((error) => fieldErrorFrom(error, schema)) } : { data };
    if (operation.operation !== OperationTypeNode.MUTATION) return answerOnly(answer);
    return { answer, events: mutationEvents(document, operation, data), invalidations: extensions.invalidations };
  };
}

const answerOnly = (answer: Answer): Outcome => ({ answer, events: [], invalidations: [] });
