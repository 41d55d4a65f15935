// What a person does to a session, and the sentence that tells how it went.
import { useCallback, useState } from 'react';
import type { Session } from '../sessions/session.ts';
import type { Services } from './services.ts';

export interface Told {
  readonly kind: 'info' | 'error';
  readonly what: string;
  readonly why?: string;
  readonly next?: string;
  readonly verbatim?: string | undefined;
}

export function useSessionActs(services: Services | undefined) {
  const [told, setTold] = useState<Told>();
  const dismiss = useCallback(() => setTold(undefined), []);

  const signOut = useCallback(
    async (session: Session) => {
      const result = await services?.sessions.signOut(session.id);
      if (!result) return;
      const { problem } = result;
      setTold({
        kind: problem ? 'error' : 'info',
        what: result.sentence,
        ...(problem ? { why: problem.why, verbatim: problem.awsMessage } : {}),
      });
    },
    [services],
  );

  const renew = useCallback(
    async (session: Session) => {
      const renewed = await services?.sessions.renewNow(session.id);
      if (!renewed) return;
      setTold(
        renewed.ok
          ? { kind: 'info', what: `The tokens of ${session.username} are renewed.` }
          : {
              kind: 'error',
              what: renewed.problem.what,
              why: renewed.problem.why,
              next: renewed.problem.next,
              verbatim: renewed.problem.awsMessage,
            },
      );
    },
    [services],
  );

  return { told, dismiss, signOut, renew };
}
