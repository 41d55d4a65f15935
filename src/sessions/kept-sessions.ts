// The signed-in users in their order: what stands beneath sessions.ts. Knows no Cognito and no clock.

import { nextMark, type Mark } from './mark.ts';
import type { Session } from './session.ts';
import type { SignedIn } from './signed-in.ts';

export interface SessionsSnapshot {
  /** In the order of the first sign-in. */
  readonly sessions: readonly Session[];
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
  /** Takes the place of the session of its id. */
  readonly put: (signedIn: SignedIn) => void;
  /** The session's problem goes, unless the change brings one. */
  readonly update: (signedIn: SignedIn, change: Partial<Session>) => void;
  readonly remove: (id: string) => SignedIn | undefined;
}

export interface Place extends Pick<Session, 'id' | 'mark'> {
  readonly before: Session | undefined;
}

/**
 * @param afterChange called once all listeners have heard of a change
 * @param otherMarks those that identities which are no users have taken
 */
export function createKeptSessions(afterChange: () => void, otherMarks: () => readonly Mark[]): KeptSessions {
  const kept = new Map<string, SignedIn>();
  const listeners = new Set<() => void>();
  let snapshot: SessionsSnapshot = { sessions: [] };
  let ids = 0;

  function changed(): void {
    snapshot = { sessions: [...kept.values()].map(({ session }) => session) };
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
      const marks = [...snapshot.sessions.map(({ mark }) => mark), ...otherMarks()];
      return { id: `session-${++ids}`, mark: nextMark(username, marks), before };
    },
    put: (signedIn) => {
      kept.set(signedIn.session.id, signedIn);
      changed();
    },
    update: (signedIn, change) => {
      const { problem: _old, ...session } = signedIn.session;
      signedIn.session = { ...session, ...change };
      changed();
    },
    remove: (id) => {
      const signedIn = kept.get(id);
      if (signedIn === undefined) return undefined;
      kept.delete(id);
      changed();
      return signedIn;
    },
  };
}
