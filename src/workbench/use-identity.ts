// Whom operations run as, for the fetcher: always the newest answer, through functions that never change.
import { useMemo } from 'react';
import { AppSyncError } from '../appsync/appsync-error.ts';
import { SessionExpired } from '../sessions/session-expired.ts';
import type { Sessions } from '../sessions/sessions.ts';
import type { Identity } from './fetcher.ts';

export function useIdentity(sessions: Sessions, connectionId: string): () => Identity | undefined {
  return useMemo(
    () => () => {
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
    },
    [sessions, connectionId],
  );
}
