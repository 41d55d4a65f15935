// Subscriptions of one identity at one API, all over one connection: opened with the first, closed a moment after the last.
import type { Operation } from '../http.ts';
import { createConnection, type RealtimeDeps } from './connection.ts';
import type { SubscriptionNotice } from './notices.ts';

export interface Realtime {
  /**
   * Subscribes, and goes on through drops and expired tokens until it is stopped or refused.
   * @returns ends it at AppSync; the listener hears nothing any more
   */
  subscribe(
    operation: Operation,
    listener: (notice: SubscriptionNotice) => void,
    /** The person's own headers, which AppSync's resolvers see; one that says who asks stands in place of ours. */
    headers?: Readonly<Record<string, string>>,
  ): () => void;
  /** Cuts a wait for the next try short. */
  readonly tryNow: () => void;
}

export function createRealtime(deps: RealtimeDeps): Realtime {
  const connection = createConnection(deps);
  let subscriptions = 0;
  return {
    subscribe(operation, listener, headers = {}) {
      subscriptions += 1;
      const key = `s${subscriptions}`;
      connection.subscribe(key, { operation, headers, listener });
      return () => connection.stop(key);
    },
    tryNow: connection.tryNow,
  };
}
