// Which of a document's operations is meant. Pure.
import { Kind, parse } from 'graphql';

/**
 * GraphiQL reads a document a moment after it changed: a run right after a switch of tabs still names the other tab's
 * operation, which AppSync refuses. A document with one operation means that one, whatever was named.
 */
export function operationNameIn(query: string, named: string | undefined): string | undefined {
  try {
    const operations = parse(query, { noLocation: true }).definitions.filter(
      (definition) => definition.kind === Kind.OPERATION_DEFINITION,
    );
    const [only, ...others] = operations;
    return only !== undefined && others.length === 0 ? only.name?.value : named;
  } catch {
    // AppSync says what is wrong with it, in its own words.
    return named;
  }
}
