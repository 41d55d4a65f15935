// Introspection takes the API's default authorization mode: the meta types carry no directives, so they count as unmarked.
import { OperationTypeNode, type DocumentNode, type OperationDefinitionNode } from 'graphql';
import { locationsOf, type AnswerError } from './answer.ts';
import type { AuthMode } from './auth-provider.ts';
import { unauthorizedField } from './resolver-error.ts';
import { rootFields } from './root-fields.ts';

/** One error for each `__schema` and `__type` of the operation, if the caller came in by another mode. */
export function introspectionErrors(
  document: DocumentNode,
  operation: OperationDefinitionNode,
  modes: { readonly ofCaller: AuthMode; readonly ofApi: AuthMode },
): AnswerError[] {
  if (modes.ofCaller === modes.ofApi || operation.operation !== OperationTypeNode.QUERY) return [];
  return rootFields(document, operation.selectionSet)
    .filter(({ name }) => name.value === '__schema' || name.value === '__type')
    .map((field) => {
      const { message, errorType } = unauthorizedField({ parentTypeName: 'Query', fieldName: field.name.value });
      const path = [(field.alias ?? field.name).value];
      return { path, data: null, errorType, errorInfo: null, locations: locationsOf([field]), message };
    });
}
