// A subscription's way out of GraphiQL's run, which would end with a change of tab, into the workbench's own subscriptions. What
// those are made of is fetched with the first of them; here is only what the editor has to know before.
import { Kind, OperationTypeNode, parse } from 'graphql';
import type { Operation } from '../appsync/http.ts';
import type { LiveSubscriptions, SubscriptionRun } from './subscriptions/live-subscriptions.ts';

export interface Subscriptions {
  /** Undefined until the first one. */
  readonly live: () => LiveSubscriptions | undefined;
  readonly start: (run: SubscriptionRun) => Promise<void>;
  readonly subscribe: (listener: () => void) => () => void;
  /** Changes with whatever is to be drawn anew. */
  readonly getVersion: () => number;
  /** Ends them all. */
  readonly end: () => void;
}

export function createSubscriptions(load: (changed: () => void) => Promise<LiveSubscriptions>): Subscriptions {
  const listeners = new Set<() => void>();
  let version = 0;
  let live: LiveSubscriptions | undefined;
  let loading: Promise<LiveSubscriptions> | undefined;

  function changed(): void {
    version += 1;
    for (const listener of listeners) listener();
  }
  /** Undefined where they were ended before they came. */
  async function loadOnce(): Promise<LiveSubscriptions | undefined> {
    const coming = (loading ??= load(changed));
    try {
      const loaded = await coming;
      if (coming === loading) live = loaded;
      else loaded.end();
      return live;
    } catch (cause) {
      loading = undefined;
      const why = 'Nothing was sent: the page’s code for subscriptions did not arrive.';
      throw new Error(`${why} See that npm start is running, then run again.`, { cause });
    }
  }

  return {
    live: () => live,
    async start(run) {
      const loaded = live ?? (await loadOnce());
      loaded?.start(run);
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    getVersion: () => version,
    end() {
      live?.end();
      live = undefined;
      loading = undefined;
    },
  };
}

/** What a subscription is called, by its name or its field's; undefined for any other operation. */
export function subscriptionNameIn({ query, operationName }: Operation): string | undefined {
  try {
    const operation = parse(query, { noLocation: true }).definitions.find(
      (definition) =>
        definition.kind === Kind.OPERATION_DEFINITION &&
        (operationName === undefined || definition.name?.value === operationName),
    );
    if (operation?.kind !== Kind.OPERATION_DEFINITION || operation.operation !== OperationTypeNode.SUBSCRIPTION) {
      return undefined;
    }
    const [first] = operation.selectionSet.selections;
    return operation.name?.value ?? (first?.kind === Kind.FIELD ? first.name.value : 'subscription');
  } catch {
    // AppSync says what is wrong with it, in its own words.
    return undefined;
  }
}

/** For GraphiQL: a run that brings nothing of its own and is over once the subscription is in other hands. */
export function handedOver(started: Promise<void>): AsyncIterableIterator<object> {
  const iterator: AsyncIterableIterator<object> = {
    [Symbol.asyncIterator]: () => iterator,
    async next() {
      await started;
      return { done: true, value: undefined };
    },
    return: () => Promise.resolve({ done: true, value: undefined }),
  };
  return iterator;
}
