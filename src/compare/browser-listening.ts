// Listening with the browser's socket, clocks and chance.

import { socketsBy } from '../appsync/realtime/socket.ts';
import { createListening, type Listening, type ListeningDeps } from './listening.ts';

export type ToListenTo = Pick<ListeningDeps, 'endpoint' | 'operation' | 'headers' | 'onChange'>;

export function listenInBrowser(what: ToListenTo): Listening {
  return createListening({
    ...what,
    openSocket: socketsBy(WebSocket),
    now: () => performance.now(),
    clock: () => Date.now(),
    random: () => Math.random(),
    setTimer: (run, afterMs) => {
      const timer = setTimeout(run, afterMs);
      return () => clearTimeout(timer);
    },
  });
}
