// Where a node of a query stands: the path that graphql-java puts behind `@`, and the node around it.
import { Kind, visit, type ASTNode, type DocumentNode } from 'graphql';

export interface QueryPlaces {
  /** Names of the fields around a node, its own included; within a fragment they follow the fragment's name. */
  pathOf(node: ASTNode | undefined): readonly string[];
  parentOf(node: ASTNode): ASTNode | undefined;
}

export function queryPlaces(document: DocumentNode): QueryPlaces {
  const paths = new Map<ASTNode, readonly string[]>();
  const parents = new Map<ASTNode, ASTNode>();
  let path: readonly string[] = [];
  const open: ASTNode[] = [];
  visit(document, {
    enter(node) {
      const around = open.at(-1);
      if (around) parents.set(node, around);
      open.push(node);
      if (node.kind === Kind.FIELD) path = [...path, node.name.value];
      paths.set(node, path);
      // The definition of a fragment is not within the fragment.
      if (node.kind === Kind.FRAGMENT_DEFINITION) path = [node.name.value];
    },
    leave(node) {
      open.pop();
      if (node.kind === Kind.FIELD || node.kind === Kind.FRAGMENT_DEFINITION) path = path.slice(0, -1);
    },
  });
  return { pathOf: (node) => (node && paths.get(node)) ?? [], parentOf: (node) => parents.get(node) };
}
