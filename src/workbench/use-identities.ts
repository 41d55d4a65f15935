// Whom operations run as, for the fetcher: always the newest answer, through functions that never change.
import { useMemo } from 'react';
import { AppSyncError } from '../appsync/appsync-error.ts';
import { SessionExpired } from '../sessions/session-expired.ts';
import type { Sessions } from '../sessions/sessions.ts';
import type { Identities, Identity } from './fetcher.ts';

export function useIdentities(sessions: Sessions, connectionId: string): Identities {
  return useMemo(() => identitiesOf(sessions, connectionId), [sessions, connectionId]);
}

export function identitiesOf(sessions: Sessions, connectionId: string): Identities {
  function current(): Identity | undefined {
    const { sessions: all, activeIds } = sessions.getSnapshot();
    const session = all.find(({ id }) => id === activeIds[connectionId]);
    if (session === undefined) return undefined;
    return {
      sessionId: session.id,
      name: session.username,
      groups: session.groups,
      mark: session.mark,
      tokenKind: session.sends,
      token: async () => {
        try {
          return (await sessions.tokenFor(session.id)).token;
        } catch (cause) {
          if (cause instanceof SessionExpired) throw new AppSyncError('NotAuthorized', cause.message, { cause });
          throw cause;
        }
      },
    };
  }
  return {
    current,
    first: () =>
      new Promise((resolve) => {
        const stop = sessions.subscribe(look);
        function look() {
          const identity = current();
          if (identity === undefined) return;
          stop();
          resolve(identity);
        }
        look();
      }),
  };
}
