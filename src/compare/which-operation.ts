// Which of a document's operations is meant by where the cursor stands, and what kind it is. Pure.

import { Kind, OperationTypeNode, parse, type OperationDefinitionNode } from 'graphql';

export interface MeantOperation {
  readonly kind: 'query' | 'mutation' | 'subscription';
  /** Undefined for one without a name. */
  readonly name: string | undefined;
  /** For people: its name, else its first field's. */
  readonly title: string;
  /** How many operations the document has. */
  readonly of: number;
}

export type WhichOperation =
  { readonly ok: true; readonly operation: MeantOperation } | { readonly ok: false; readonly sentence: string };

const kinds = {
  [OperationTypeNode.QUERY]: 'query',
  [OperationTypeNode.MUTATION]: 'mutation',
  [OperationTypeNode.SUBSCRIPTION]: 'subscription',
} as const;

/** The operation that holds the cursor; else, in a fragment or between two, the last one before it. */
export function operationAt(document: string, cursor: number): WhichOperation {
  let definitions;
  try {
    ({ definitions } = parse(document));
  } catch (error) {
    const where = error instanceof Error ? error.message.replace(/^Syntax Error: /, '') : 'it cannot be read';
    return { ok: false, sentence: `This is not GraphQL yet: ${where}` };
  }
  const operations = definitions.filter((definition) => definition.kind === Kind.OPERATION_DEFINITION);
  const meant = operations.findLast(({ loc }) => loc !== undefined && loc.start <= cursor) ?? operations[0];
  if (meant === undefined) return { ok: false, sentence: 'There is no operation here to run: write a query first.' };
  if (operations.length > 1 && meant.name === undefined) {
    return {
      ok: false,
      sentence: 'Of several operations each needs a name, or AppSync cannot tell which one to run: name this one.',
    };
  }
  const { operation, name } = meant;
  const title = name?.value ?? firstField(meant);
  return { ok: true, operation: { kind: kinds[operation], name: name?.value, title, of: operations.length } };
}

function firstField({ selectionSet }: OperationDefinitionNode): string {
  const first = selectionSet.selections.find((selection) => selection.kind === Kind.FIELD);
  return first?.name.value ?? 'without a name';
}
