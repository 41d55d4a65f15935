// The sessions for React components. Holds no state of its own but the second hand of the countdown.

import { useEffect, useState, useSyncExternalStore } from 'react';
import { countdownFrom } from './countdown.ts';
import type { SessionsSnapshot } from './kept-sessions.ts';
import type { Sessions } from './sessions.ts';

export function useSessions(sessions: Sessions): SessionsSnapshot {
  return useSyncExternalStore(sessions.subscribe, sessions.getSnapshot);
}

/** See countdownFrom; ticks once a second. */
export function useCountdown(expiresAt: number): string {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const ticking = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(ticking);
  }, []);
  return countdownFrom(expiresAt, now);
}
