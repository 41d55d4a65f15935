// Runs one query or mutation for one caller: validate, read the variables, execute. Knows no HTTP; keeps nothing from call to call
// but the API's schema.
import { execute, OperationTypeNode } from 'graphql';
import type { Clock } from '../movable-clock.ts';
import type { Answer, AnswerError } from './answer.ts';
import { CollectedExtensions, type Invalidation } from './extensions.ts';
import { fieldErrorFrom } from './field-errors.ts';
import { fieldResolverFor, type CallScope, type RequestScope } from './field-resolver.ts';
import type { GraphQLRequest } from './graphql-request.ts';
import { introspectionErrors } from './introspection-access.ts';
import { mutationEvents, type MutationEvent } from './realtime/mutation-events.ts';
import { RequestBudget } from './request-budget.ts';
import type { RunnableApi } from './runnable-api.ts';
import { validateOperation } from './validation/validate-operation.ts';
import { readVariables } from './variable-values.ts';

export interface Outcome {
  readonly answer: Answer;
  /** What subscriptions are to hear of. */
  readonly events: readonly MutationEvent[];
  readonly invalidations: readonly Invalidation[];
}

export type RunOperation = (request: GraphQLRequest, scope: CallScope) => Promise<Outcome>;

/** A hard limit of AppSync's. */
const longestRun = 30_000;

export function operationRunner(runnable: RunnableApi, clock: Clock): RunOperation {
  const { api, schema } = runnable;
  const fieldResolver = fieldResolverFor(runnable);

  return async ({ document, operation, variables: given }, scope) => {
    const invalid = validateOperation(schema, document, api.settings.introspection ?? 'ENABLED');
    if (invalid.length > 0) return answerOnly({ data: null, errors: invalid });

    const reading = readVariables(schema, operation, given);
    if (!reading.ok) return answerOnly({ data: null, errors: [reading.error] });

    const modes = { ofCaller: scope.caller.mode, ofApi: api.defaultProvider.mode };
    const refused = introspectionErrors(document, operation, modes);
    if (refused.length > 0) return answerOnly({ data: null, errors: refused });

    const extensions = new CollectedExtensions();
    const budget = new RequestBudget(api.settings);
    const result = await endedInTime(clock, scope.signal, (signal) =>
      execute({
        schema,
        document,
        operationName: operation.name?.value ?? null,
        variableValues: reading.variables,
        contextValue: { ...scope, signal, extensions, budget } satisfies RequestScope,
        fieldResolver,
      }),
    );
    if (result === null) return answerOnly({ data: null, errors: [timedOut] });
    const { data = null, errors } = result;
    const answer = errors ? { data, errors: errors.map((error) => fieldErrorFrom(error, schema)) } : { data };
    if (operation.operation !== OperationTypeNode.MUTATION) return answerOnly(answer);
    return { answer, events: mutationEvents(document, operation, data), invalidations: extensions.invalidations };
  };
}

const timedOut: AnswerError = {
  path: null,
  locations: null,
  message: 'Execution timed out.',
  errorType: 'ExecutionTimeout',
};

/** Null: it did not. Resolvers see then what they see when the client hangs up. */
async function endedInTime<T>(
  clock: Clock,
  ofClient: AbortSignal,
  run: (signal: AbortSignal) => T | Promise<T>,
): Promise<T | null> {
  const tooLate = new AbortController();
  const cancel = clock.after(longestRun, () => {
    tooLate.abort();
  });
  const isTooLate = new Promise<null>((resolve) => {
    tooLate.signal.addEventListener('abort', () => {
      resolve(null);
    });
  });
  try {
    return await Promise.race([run(AbortSignal.any([ofClient, tooLate.signal])), isTooLate]);
  } finally {
    cancel();
  }
}

const answerOnly = (answer: Answer): Outcome => ({ answer, events: [], invalidations: [] });
