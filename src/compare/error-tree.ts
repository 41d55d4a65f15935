// The errors of one answer by their paths, to be walked side by side with its data. Maps, since a path may hold any name.

import type { PathError } from './compared-answer.ts';

export interface ErrorNode {
  /** The first error at this very path. */
  here: PathError | undefined;
  readonly below: Map<string | number, ErrorNode>;
}

const node = (): ErrorNode => ({ here: undefined, below: new Map() });

/** Undefined where there is none, so that most of a walk has nothing to look up. */
export function errorTree(errors: readonly PathError[]): ErrorNode | undefined {
  if (errors.length === 0) return undefined;
  const root = node();
  for (const error of errors) {
    let at = root;
    for (const step of error.path) {
      let next = at.below.get(step);
      if (next === undefined) at.below.set(step, (next = node()));
      at = next;
    }
    at.here ??= error;
  }
  return root;
}

/** The error at this node, else the first one below: a null that must not be there climbs to the next place that may be null. */
export function nearestError(at: ErrorNode | undefined): PathError | undefined {
  const waiting = at === undefined ? [] : [at];
  for (const next of waiting) {
    if (next.here !== undefined) return next.here;
    waiting.push(...next.below.values());
  }
  return undefined;
}
