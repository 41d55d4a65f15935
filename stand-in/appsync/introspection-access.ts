// Introspection takes the API's default authorization mode: the meta types carry no directives, so they count as unmarked.
import {
  Kind,
  OperationTypeNode,
  type DocumentNode,
  type FieldNode,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import { locationsOf, type AnswerError } from './answer.ts';
import type { AuthMode } from './api.ts';
import { unauthorizedField } from './resolver-error.ts';

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

/** The document is valid, so its fragments exist and do not go in circles. */
function rootFields(document: DocumentNode, { selections }: SelectionSetNode): FieldNode[] {
  return selections.flatMap((selection) => {
    if (selection.kind === Kind.FIELD) return [selection];
    if (selection.kind === Kind.INLINE_FRAGMENT) return rootFields(document, selection.selectionSet);
    const fragment = document.definitions.find(
      (one) => one.kind === Kind.FRAGMENT_DEFINITION && one.name.value === selection.name.value,
    );
    return fragment && 'selectionSet' in fragment ? rootFields(document, fragment.selectionSet) : [];
  });
}
