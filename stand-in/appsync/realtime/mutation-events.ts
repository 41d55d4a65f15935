// What a mutation that went through has to tell: one event for each of its root fields that has a value. An event holds the fields
// of the mutation's own selection set and no others, under the schema's names.
import {
  Kind,
  type DocumentNode,
  type FragmentDefinitionNode,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';

export interface MutationEvent {
  readonly mutation: string;
  readonly result: Readonly<Record<string, unknown>>;
}

/** @param data of the answer, under the names that the query gave */
export function mutationEvents(
  document: DocumentNode,
  { selectionSet }: OperationDefinitionNode,
  data: unknown,
): MutationEvent[] {
  const named = namedBySchema(document, selectionSet, data);
  if (!isObject(named)) return [];
  return Object.entries(named).flatMap(([mutation, result]) => (isObject(result) ? [{ mutation, result }] : []));
}

/** The document is valid, so its fragments exist and do not go in circles. What a directive left out is not in the data. */
function namedBySchema(document: DocumentNode, selectionSet: SelectionSetNode | undefined, value: unknown): unknown {
  if (Array.isArray(value)) return value.map((item) => namedBySchema(document, selectionSet, item));
  if (!selectionSet || !isObject(value)) return value;
  return selectionSet.selections.reduce<Readonly<Record<string, unknown>>>((named, selection) => {
    if (selection.kind === Kind.FIELD) {
      const responseName = (selection.alias ?? selection.name).value;
      if (!Object.hasOwn(value, responseName)) return named;
      const part = namedBySchema(document, selection.selectionSet, value[responseName]);
      return merged(named, { [selection.name.value]: part });
    }
    const within = selection.kind === Kind.INLINE_FRAGMENT ? selection : fragmentOf(document, selection.name.value);
    return merged(named, namedBySchema(document, within?.selectionSet, value));
  }, {});
}

function fragmentOf(document: DocumentNode, name: string): FragmentDefinitionNode | undefined {
  return document.definitions
    .filter((one) => one.kind === Kind.FRAGMENT_DEFINITION)
    .find((fragment) => fragment.name.value === name);
}

type Fields = Readonly<Record<string, unknown>>;

/** The same field may be selected in several places, a part of it in each. */
function merged(one: Fields, other: unknown): Fields {
  if (!isObject(other)) return one;
  const entries = Object.entries(other).map(([name, value]) => [name, mergedValue(one[name], value)]);
  return { ...one, ...Object.fromEntries(entries) };
}

function mergedValue(one: unknown, other: unknown): unknown {
  if (Array.isArray(one) && Array.isArray(other)) return other.map((item, place) => mergedValue(one[place], item));
  return isObject(one) && isObject(other) ? merged(one, other) : other;
}

function isObject(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
