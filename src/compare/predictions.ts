// What the schema's own marks say each identity may have, field by field of the operation, against what it got. Pure. A resolver may
// refuse what the schema opens; the other way about one of the two is not what it seems.

import {
  Kind,
  parse,
  type DocumentNode,
  type FragmentDefinitionNode,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import { predict, type AccessRules, type Caller, type Prediction } from '../appsync/schema-access.ts';
import type { AnswerTable } from './answer-table.ts';
import { isPermissionError } from './cell.ts';
import { foldBelow, type FoldedCell } from './fold-rows.ts';
import { joined } from './row-path.ts';
import type { MeantOperation } from './which-operation.ts';

export type Observed = 'allowed' | 'refused' | 'unknown';

export interface PredictedField {
  /** "posts.items[].author.salary" */
  readonly path: string;
  /** "Author.salary" */
  readonly field: string;
  readonly cells: readonly { readonly predicted: Prediction; readonly observed: Observed; readonly agrees: boolean }[];
  readonly disagrees: boolean;
}

/** Only fields that somebody asked for and the schema knows. */
export function predictedFields(
  { query, operation }: { readonly query: string; readonly operation: MeantOperation },
  rules: AccessRules,
  callers: readonly Caller[],
  table: AnswerTable,
): readonly PredictedField[] {
  const asked = askedFields(parse(query, { noLocation: true }), operation, rules);
  return foldBelow(table.root).flatMap(({ label, cells }) => {
    const found = asked.get(label.replaceAll('[]', ''));
    if (found === undefined || label.endsWith('[]')) return [];
    const judged = callers.map((caller, column) => {
      const predicted = predict(rules, found.typeName, found.fieldName, caller);
      const observed = observedIn(cells[column]);
      return {
        predicted,
        observed,
        agrees: predicted === 'unknown' || observed === 'unknown' || predicted === observed,
      };
    });
    const disagrees = judged.some(({ agrees }) => !agrees);
    return [{ path: label, field: `${found.typeName}.${found.fieldName}`, cells: judged, disagrees }];
  });
}

/** Nulls say nothing: nobody knows whether there was something to be had. */
function observedIn(cell: FoldedCell | undefined): Observed {
  if (cell === undefined || cell.whole !== undefined) return 'unknown';
  if ([...cell.errors.values()].some(({ error }) => isPermissionError(error)))
    return cell.got > 0 ? 'unknown' : 'refused';
  return cell.got > 0 ? 'allowed' : 'unknown';
}

interface FieldOfType {
  readonly typeName: string;
  readonly fieldName: string;
}

const usualRoots = { query: 'Query', mutation: 'Mutation', subscription: 'Subscription' } as const;

/** By response path, without the marks of lists. */
function askedFields(
  document: DocumentNode,
  meant: MeantOperation,
  rules: AccessRules,
): ReadonlyMap<string, FieldOfType> {
  const fragments = new Map<string, FragmentDefinitionNode>();
  let operation: OperationDefinitionNode | undefined;
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
    if (definition.kind === Kind.OPERATION_DEFINITION && definition.name?.value === meant.name)
      operation ??= definition;
  }
  const fields = new Map<string, FieldOfType>();
  const usual = usualRoots[meant.kind];
  const root = rules.roots.includes(usual) ? usual : rules.roots[0];
  if (operation !== undefined && root !== undefined) add(operation.selectionSet, root, '', []);
  return fields;

  function add(set: SelectionSetNode, typeName: string, path: string, within: readonly string[]): void {
    for (const selection of set.selections) {
      if (selection.kind === Kind.FIELD) {
        const fieldName = selection.name.value;
        const below = joined(path, selection.alias?.value ?? fieldName);
        const known = rules.types.get(typeName)?.fields.get(fieldName);
        if (known === undefined) continue;
        if (!fields.has(below)) fields.set(below, { typeName, fieldName });
        if (selection.selectionSet) add(selection.selectionSet, known.type, below, within);
      } else if (selection.kind === Kind.INLINE_FRAGMENT) {
        add(selection.selectionSet, selection.typeCondition?.name.value ?? typeName, path, within);
      } else {
        const name = selection.name.value;
        const fragment = fragments.get(name);
        // A fragment within itself is AppSync's to refuse.
        if (fragment === undefined || within.includes(name)) continue;
        add(fragment.selectionSet, fragment.typeCondition.name.value, path, [...within, name]);
      }
    }
  }
}
