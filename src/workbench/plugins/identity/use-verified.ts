// Checks the tokens of a session when they are looked at, when they are new, and when a person asks; what comes late is dropped.
import { useCallback, useEffect, useState } from 'react';
import type { Sessions } from '../../../sessions/sessions.ts';
import type { TokenVerdict } from './verdict-words.ts';

export type Verification =
  /** Nothing is known of these tokens yet. */
  | { readonly state: 'checking' }
  /** The code that checks did not arrive. */
  | { readonly state: 'failed' }
  /** `at`: ms. */
  | { readonly state: 'checked'; readonly at: number; readonly verdicts: readonly TokenVerdict[] };

/** @param tokens another text for other tokens. */
export function useVerified(sessions: Sessions, sessionId: string, tokens: string) {
  const [round, setRound] = useState(0);
  const [answer, setAnswer] = useState<{ of: string; round: number; verification: Verification }>();
  const of = `${sessionId} ${tokens}`;
  useEffect(() => {
    let late = false;
    const tell = (verification: Verification) => {
      if (!late) setAnswer({ of, round, verification });
    };
    sessions.verify(sessionId).then(
      (verdicts) => tell({ state: 'checked', at: Date.now(), verdicts }),
      () => tell({ state: 'failed' }),
    );
    return () => {
      late = true;
    };
  }, [sessions, sessionId, of, round]);
  const checkAgain = useCallback(() => setRound((before) => before + 1), []);
  // What was found stands until the same tokens are checked again; of other tokens nothing is known.
  const verification: Verification = answer?.of === of ? answer.verification : { state: 'checking' };
  return { verification, busy: answer?.of !== of || answer.round !== round, checkAgain };
}
