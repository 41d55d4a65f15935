// Runs one operation for one caller: validate, read the variables, execute. Knows no HTTP; keeps nothing from call to call but
// the API's schema.
import { execute } from 'graphql';
import type { Answer } from './answer.ts';
import type { Api } from './api.ts';
import { executableSchema } from './executable-schema.ts';
import { fieldErrorFrom } from './field-errors.ts';
import { fieldResolverFor, type RequestScope } from './field-resolver.ts';
import type { GraphQLRequest } from './graphql-request.ts';
import { introspectionErrors } from './introspection-access.ts';
import { validateOperation } from './validation/validate-operation.ts';
import { readVariables } from './variable-values.ts';

export type RunOperation = (request: GraphQLRequest, scope: RequestScope) => Promise<Answer>;

/** @throws Error where the API's schema is unsound. */
export function operationRunner(api: Api): RunOperation {
  const schema = executableSchema(api.schema);
  const fieldResolver = fieldResolverFor(api, schema);

  return async ({ document, operation, variables: given }, scope) => {
    const invalid = validateOperation(schema, document, api.introspection ?? 'ENABLED');
    if (invalid.length > 0) return { data: null, errors: invalid };

    const reading = readVariables(schema, operation, given);
    if (!reading.ok) return { data: null, errors: [reading.error] };

    const modes = { ofCaller: scope.caller.mode, ofApi: api.defaultProvider.mode };
    const refused = introspectionErrors(document, operation, modes);
    if (refused.length > 0) return { data: null, errors: refused };

    const { data, errors } = await execute({
      schema,
      document,
      operationName: operation.name?.value ?? null,
      variableValues: reading.variables,
      contextValue: scope,
      fieldResolver,
    });
    const answer = { data: data ?? null };
    return errors ? { ...answer, errors: errors.map((error) => fieldErrorFrom(error, schema)) } : answer;
  };
}
