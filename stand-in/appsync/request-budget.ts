// What one request may use up: levels of depth and runs of resolvers. Beyond it fields fail, and the rest of the answer stands.
// AppSync developer guide, "Configuring GraphQL run complexity, query depth, and introspection"
import type { ResponsePath } from 'graphql';
import type { ApiSettings } from './api.ts';
import { ResolverError } from './resolver-error.ts';

const mostResolvers = 10_000;

export class RequestBudget {
  readonly #depthLimit: number;
  #resolversLeft: number;

  constructor({ queryDepthLimit, resolverCountLimit }: ApiSettings) {
    this.#depthLimit = queryDepthLimit ?? Infinity;
    this.#resolversLeft = resolverCountLimit ?? mostResolvers;
  }

  /** @throws ResolverError for a field below the limit; its words were never captured */
  spendDepth(path: ResponsePath): void {
    if (this.#depthLimit !== Infinity && depthOf(path) > this.#depthLimit) {
      throw new ResolverError(`Query depth limit of ${this.#depthLimit} reached.`, 'QueryDepthLimitReached');
    }
  }

  /** @throws ResolverError for the first resolver too many, and all that follow */
  spendResolver(): void {
    this.#resolversLeft -= 1;
    if (this.#resolversLeft < 0) {
      throw new ResolverError('Resolver invocation limit reached.', 'ResolverExecutionLimitReached');
    }
  }
}

/** A place in a list is no level. */
function depthOf({ key, prev }: ResponsePath): number {
  return (typeof key === 'string' ? 1 : 0) + (prev ? depthOf(prev) : 0);
}
