// What a person does to a session, and the sentence that tells how it went.
import { useCallback, useState } from 'react';
import type { Session } from '../sessions/session.ts';
import { allSignedOutSentence, type SignOutResult } from '../sessions/sign-out-result.ts';
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
    async (session: Session) => setTold(toldOf(await services?.sessions.signOut(session.id))),
    [services],
  );
  const signOutEverywhere = useCallback(
    async (session: Session) => setTold(toldOf(await services?.sessions.signOutEverywhere(session.id))),
    [services],
  );
  const signOutAll = useCallback(async () => {
    const others = new Set(services?.identities.getSnapshot().identities.map(({ connectionId }) => connectionId));
    for (const connectionId of others) services?.identities.removeAllOf(connectionId);
    const results = (await services?.sessions.signOutAll()) ?? [];
    if (results.length === 0) return setTold({ kind: 'info', what: 'All identities are forgotten.' });
    const problem = results.find((result) => result.problem !== undefined)?.problem;
    setTold(toldOf({ sentence: allSignedOutSentence(results, Date.now()), ...(problem && { problem }) }));
  }, [services]);

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

  return { told, tell: setTold, dismiss, signOut, signOutEverywhere, signOutAll, renew };
}

function toldOf(result: Pick<SignOutResult, 'sentence' | 'problem'> | undefined): Told | undefined {
  if (result === undefined) return undefined;
  const { sentence, problem } = result;
  if (problem === undefined) return { kind: 'info', what: sentence };
  return { kind: 'error', what: sentence, why: problem.why, verbatim: problem.awsMessage };
}
