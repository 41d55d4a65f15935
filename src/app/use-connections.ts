// The connections the page knows, the chosen one, and what keeping a new one means for the page itself.
import { useCallback, useMemo, useState } from 'react';
import type { HandedKey } from '../../server/api.ts';
import type { Connection } from '../settings/connection.ts';
import { isMoved, isReachable } from '../settings/reachable.ts';
import { firstConnection } from './choose-connection.ts';
import type { Services } from './services.ts';

export type FoundKey = Pick<HandedKey, 'apiKey' | 'isDefault'>;

export interface Connections {
  readonly kept: readonly Connection[];
  readonly demo: readonly Connection[];
  readonly chosen: Connection | undefined;
  /** The helper's sentences about its file, as of its last answer. */
  readonly notes: readonly string[];
  readonly choose: (id: string) => void;
  /** Keeps a connection and goes to it; the key of a file goes along in memory. Rejects with a sentence. */
  readonly keep: (connection: Connection, key?: FoundKey) => Promise<void>;
  readonly forget: (id: string) => Promise<void>;
  /** Whether this page's security policy lets it call the chosen one. */
  readonly reachable: boolean;
  /** A connection that was kept but needs a page of its own, which the browser did not open by itself. */
  readonly waiting: Connection | undefined;
  readonly dismissWaiting: () => void;
}

const none: readonly Connection[] = [];
const noNotes: readonly string[] = [];

/** The address of this page with a connection chosen. */
export function addressOf(connection: Connection): string {
  return `/?connection=${encodeURIComponent(connection.id)}`;
}

/** A token of the old place must not go to the new one, and nobody may stay signed in where no control is left. */
function signOutAll({ sessions, identities }: Services, connectionId: string): void {
  identities.removeAllOf(connectionId);
  for (const session of sessions.getSnapshot().sessions) {
    if (session.connectionId === connectionId) void sessions.signOut(session.id);
  }
}

export function useConnections(services: Services | undefined): Connections {
  const atLaunch = services?.launch.connections ?? none;
  const demo = services?.launch.demo?.connections ?? none;
  // As the helper last told it: replaces what the page was sent with.
  const [told, setTold] = useState<Awaited<ReturnType<Services['connections']['keep']>>>();
  const [chosenId, setChosenId] = useState<string>();
  const [waiting, setWaiting] = useState<Connection>();
  const kept = told?.connections ?? atLaunch;

  // Fixed at the start: a connection that is kept for another tab must not take this page over.
  const firstId = useMemo(() => {
    if (!services) return undefined;
    const inAddress = new URLSearchParams(location.search).get('connection') ?? undefined;
    return firstConnection(atLaunch, demo, { inAddress, usedLast: services.remembered.lastConnection() })?.id;
  }, [services, atLaunch, demo]);

  const chosen = useMemo(() => {
    const all = [...kept, ...demo];
    return (
      all.find(({ id }) => id === (chosenId ?? firstId)) ??
      // It was removed: the next one is one that this page may call.
      all.find((each) => isReachable(each, [...atLaunch, ...demo])) ??
      all[0]
    );
  }, [atLaunch, kept, demo, chosenId, firstId]);

  /** The security policy of the page names the hosts known when it was sent: others need the page anew. */
  const goTo = useCallback(
    (connection: Connection) => {
      if (!services) return;
      services.remembered.setLastConnection(connection.id);
      if (isReachable(connection, [...atLaunch, ...demo])) {
        setChosenId(connection.id);
        // An address that names another one would bring that one back at the next reload.
        if (new URLSearchParams(location.search).has('connection'))
          history.replaceState(null, '', addressOf(connection));
      } else if (services.identities.getSnapshot().identities.length === 0) location.assign(addressOf(connection));
      // Nobody is signed out by a reload: the new connection gets a tab of its own.
      else if (!window.open(addressOf(connection), '_blank')) setWaiting(connection);
    },
    [services, atLaunch, demo],
  );

  const choose = useCallback(
    (id: string) => {
      const connection = [...kept, ...demo].find((each) => each.id === id);
      if (connection) goTo(connection);
    },
    [kept, demo, goTo],
  );

  const keep = useCallback(
    async (connection: Connection, key?: FoundKey) => {
      if (!services) return;
      const answer = await services.connections.keep(connection);
      const { id: connectionId } = connection;
      if (key && isReachable(connection, [...atLaunch, ...demo]))
        services.identities.add(connectionId, { authMode: 'API_KEY', key: key.apiKey });
      else if (key) await services.connections.handKey({ connectionId, ...key });
      const before = kept.find(({ id }) => id === connection.id);
      if (before && isMoved(before, connection)) signOutAll(services, connection.id);
      setTold(answer);
      goTo(connection);
    },
    [services, atLaunch, demo, kept, goTo],
  );

  const forget = useCallback(
    async (id: string) => {
      if (!services) return;
      const answer = await services.connections.forget(id);
      signOutAll(services, id);
      setTold(answer);
    },
    [services],
  );

  const reachable = chosen === undefined || isReachable(chosen, [...atLaunch, ...demo]);
  const dismissWaiting = useCallback(() => setWaiting(undefined), []);
  const notes = told?.notes ?? services?.launch.notes ?? noNotes;
  return { kept, demo, chosen, notes, choose, keep, forget, reachable, waiting, dismissWaiting };
}
