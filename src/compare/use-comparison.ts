// A tab's comparison for React: made once, kept with the tab, and told of what is asked and of who is there.
import { useEffect, useMemo, useSyncExternalStore } from 'react';
import type { Identities } from '../sessions/identities.ts';
import type { Sessions } from '../sessions/sessions.ts';
import { useIdentities } from '../sessions/use-identities.ts';
import { createComparison, type Comparison, type ComparisonSnapshot } from './comparison.ts';
import type { Comparisons } from './comparisons.ts';
import { participantsOf } from './participants.ts';

export interface ComparisonPlace {
  readonly comparisons: Comparisons;
  readonly tabId: string;
  readonly endpoint: string;
  readonly connectionId: string;
  readonly identities: Identities;
  readonly sessions: Sessions;
}

/** A task of its own: what the person does in between comes first. */
function pause(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.addEventListener('message', () => {
      port1.close();
      resolve();
    });
    port1.start();
    port2.postMessage(null);
  });
}

export function useComparison(place: ComparisonPlace): { comparison: Comparison; snapshot: ComparisonSnapshot } {
  const { comparisons, tabId, endpoint, connectionId, identities, sessions } = place;
  const comparison = useMemo(
    () =>
      comparisons.keep(tabId, () =>
        createComparison({
          endpoint,
          fetch: (input, init) => fetch(input, init),
          now: () => performance.now(),
          clock: () => Date.now(),
          pause,
          loadListen: async () => (await import('./browser-listening.ts')).listenInBrowser,
        }),
      ),
    [comparisons, tabId, endpoint],
  );
  const { identities: all } = useIdentities(identities);
  const participants = useMemo(
    () =>
      participantsOf(
        all.filter((identity) => identity.connectionId === connectionId),
        identities,
        sessions,
      ),
    [all, connectionId, identities, sessions],
  );
  const asked = comparisons.of(tabId)?.asked;
  useEffect(() => {
    comparison.setParticipants(participants);
    if (asked) comparison.ask(asked);
  }, [comparison, asked, participants]);
  return { comparison, snapshot: useSyncExternalStore(comparison.subscribe, comparison.getSnapshot) };
}
