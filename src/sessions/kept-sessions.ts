// The signed-in users in their order, and who is active for each connection: what stands beneath sessions.ts. Knows no Cognito
// and no clock.

import { nextMark } from './mark.ts';
import type { Session } from './session.ts';
import type { SignedIn } from './signed-in.ts';

export interface SessionsSnapshot {
  /** In the order of the first sign-in. */
  readonly sessions: readonly Session[];
  /** By connection id: the session that requests of this connection run as. */
  readonly activeIds: Readonly<Record<string, string>>;
}

export interface KeptSessions {
  /** The same object until something changes. */
  readonly getSnapshot: () => SessionsSnapshot;
  readonly subscribe: (listener: () => void) => () => void;
  readonly all: () => readonly SignedIn[];
  readonly get: (id: string) => SignedIn | undefined;
  /** False once signed out or signed in anew. */
  readonly has: (signedIn: SignedIn) => boolean;
  /** The id and mark of the user on that connection, and what the session before was: a new one gets both. */
  readonly placeFor: (connectionId: string, sub: string, username: string) => Place;
  /** Takes the place of the session of its id; a new one becomes the active one. */
  readonly put: (signedIn: SignedIn) => void;
  /** The session's problem goes, unless the change brings one. */
  readonly update: (signedIn: SignedIn, change: Partial<Session>) => void;
  readonly setActive: (id: string) => void;
  /** Another user of the same connection becomes the active one. */
  readonly remove: (id: string) => SignedIn | undefined;
}

export interface Place extends Pick<Session, 'id' | 'mark'> {
  readonly before: Session | undefined;
}

/** @param afterChange called once all listeners have heard of a change */
export function createKeptSessions(afterChange: () => void): KeptSessions {
  const kept = new Map<string, SignedIn>();
  const listeners = new Set<() => void>();
  let activeIds: SessionsSnapshot['activeIds'] = {};
  let snapshot: SessionsSnapshot = { sessions: [], activeIds };
  let ids = 0;

  function changed(): void {
    snapshot = { sessions: [...kept.values()].map(({ session }) => session), activeIds };
    for (const listener of listeners) listener();
    afterChange();
  }

  return {
    getSnapshot: () => snapshot,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    all: () => [...kept.values()],
    get: (id) => kept.get(id),
    has: (signedIn) => kept.get(signedIn.session.id) === signedIn,
    placeFor: (connectionId, sub, username) => {
      const before = [...kept.values()].find(
        ({ session, tokens }) => session.connectionId === connectionId && tokens.sub === sub,
      )?.session;
      if (before !== undefined) return { id: before.id, mark: before.mark, before };
      const marks = snapshot.sessions.map(({ mark }) => mark);
      return { id: `session-${++ids}`, mark: nextMark(username, marks), before };
    },
    put: (signedIn) => {
      const { id, connectionId } = signedIn.session;
      if (!kept.has(id)) activeIds = { ...activeIds, [connectionId]: id };
      kept.set(id, signedIn);
      changed();
    },
    update: (signedIn, change) => {
      const { problem: _old, ...session } = signedIn.session;
      signedIn.session = { ...session, ...change };
      changed();
    },
    setActive: (id) => {
      const session = kept.get(id)?.session;
      if (session === undefined || activeIds[session.connectionId] === id) return;
      activeIds = { ...activeIds, [session.connectionId]: id };
      changed();
    },
    remove: (id) => {
      const signedIn = kept.get(id);
      if (signedIn === undefined) return undefined;
      kept.delete(id);
      activeIds = activeIdsWithout(signedIn.session, snapshot);
      changed();
      return signedIn;
    },
  };
}

/** Another user of the same connection takes over, where there is one. */
function activeIdsWithout(
  { id, connectionId }: Session,
  { sessions, activeIds }: SessionsSnapshot,
): SessionsSnapshot['activeIds'] {
  if (activeIds[connectionId] !== id) return activeIds;
  const { [connectionId]: _gone, ...others } = activeIds;
  const next = sessions.find((session) => session.connectionId === connectionId && session.id !== id);
  return next === undefined ? others : { ...others, [connectionId]: next.id };
}
