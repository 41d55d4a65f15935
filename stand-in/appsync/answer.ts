// The answer to an operation that was run, or could not be: always HTTP 200. Shapes as captured from AppSync.
import { getLocation, type ASTNode } from 'graphql';

export interface Answer {
  readonly data: unknown;
  readonly errors?: readonly AnswerError[];
}

export interface AnswerError {
  /** Null where no field was run yet. */
  readonly path: readonly (string | number)[] | null;
  readonly locations: readonly AnswerLocation[] | null;
  readonly message: string;
  /** These three stand in the errors of fields only. */
  readonly data?: unknown;
  readonly errorType?: string;
  readonly errorInfo?: unknown;
}

export interface AnswerLocation {
  readonly line: number;
  readonly column: number;
  /** graphql-java's name for a query that is not from a file. */
  readonly sourceName: null;
}

export function locationsOf(nodes: readonly (ASTNode | undefined)[]): AnswerLocation[] {
  return nodes.flatMap((node) => {
    if (!node?.loc) return [];
    const { line, column } = getLocation(node.loc.source, node.loc.start);
    return [{ line, column, sourceName: null }];
  });
}
