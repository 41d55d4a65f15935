// The workbench's subscriptions with the browser's socket, clocks and chance. Fetched with the first of them.
import { socketsBy } from '../../appsync/realtime/socket.ts';
import type { Identities } from '../../sessions/identities.ts';
import type { Sessions } from '../../sessions/sessions.ts';
import { createLiveSubscriptions, type LiveSubscriptions } from './live-subscriptions.ts';

export interface BrowserSubscriptions {
  readonly endpoint: string;
  readonly sessions: Pick<Sessions, 'renewNow'>;
  readonly identities: Pick<Identities, 'get' | 'subscribe'>;
  readonly changed: () => void;
}

export function liveSubscriptionsOf({
  endpoint,
  sessions,
  identities,
  changed,
}: BrowserSubscriptions): LiveSubscriptions {
  const live = createLiveSubscriptions({
    endpoint,
    changed,
    openSocket: socketsBy(WebSocket),
    now: () => performance.now(),
    clock: () => Date.now(),
    random: () => Math.random(),
    setTimer: (run, afterMs) => {
      const timer = setTimeout(run, afterMs);
      return () => clearTimeout(timer);
    },
    // Only Cognito gives out a new one: a key is what it is, and IAM signs each time anew.
    renewalOf: (identityId) => {
      const sessionId = identities.get(identityId)?.sessionId;
      return sessionId === undefined ? undefined : () => sessions.renewNow(sessionId);
    },
    identities: {
      has: (identityId) => identities.get(identityId) !== undefined,
      subscribe: identities.subscribe,
    },
  });
  // A network that is back is no reason to wait any longer.
  const networkIsBack = new AbortController();
  addEventListener('online', () => live.tryNow(), { signal: networkIsBack.signal });
  return {
    ...live,
    end() {
      networkIsBack.abort();
      live.end();
    },
  };
}
