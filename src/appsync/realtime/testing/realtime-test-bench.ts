// What the tests of subscriptions share: the client against a stand-in over a real socket, with a clock of the test's own, and
// what a listener heard, to be waited for.
import { WebSocket } from 'ws';
import { Arrivals } from '../../../../stand-in/arrivals.ts';
import { openRealtimeBench, type RealtimeBench } from '../../../../stand-in/appsync/testing/realtime-bench.ts';
import type { TokenDesk } from '../../../../stand-in/appsync/testing/tokens.ts';
import type { Authorize } from '../../authorization.ts';
import type { Operation } from '../../http.ts';
import type { RealtimeDeps } from '../connection.ts';
import type { SubscriptionNotice } from '../notices.ts';
import { createRealtime, type Realtime } from '../realtime.ts';
import { socketsBy } from '../socket.ts';

/** Rings when the test says that time has passed. */
export class ManualClock {
  #now = 0;
  readonly #timers = new Set<{ due: number; run: () => void }>();

  readonly now = () => this.#now;

  readonly setTimer = (run: () => void, afterMs: number) => {
    const timer = { due: this.#now + afterMs, run };
    this.#timers.add(timer);
    return () => void this.#timers.delete(timer);
  };

  move(milliseconds: number): void {
    const until = this.#now + milliseconds;
    for (;;) {
      const [next] = [...this.#timers].filter(({ due }) => due <= until).toSorted((a, b) => a.due - b.due);
      if (next === undefined) break;
      this.#timers.delete(next);
      this.#now = next.due;
      next.run();
    }
    this.#now = until;
  }
}

export interface Heard {
  readonly all: readonly SubscriptionNotice[];
  readonly kinds: readonly string[];
  /** The first from the beginning that was not asked for yet and is of this kind. */
  next<K extends SubscriptionNotice['kind']>(kind: K): Promise<Extract<SubscriptionNotice, { kind: K }>>;
  readonly stop: () => void;
}

export interface RealtimeTestBench extends RealtimeBench {
  readonly endpoint: string;
  readonly client: ManualClock;
  readonly realtimeAs: (authorize: Authorize, renew?: RealtimeDeps['renew']) => Realtime;
}

export async function openRealtimeTestBench(desk: TokenDesk): Promise<RealtimeTestBench> {
  const bench = await openRealtimeBench(desk);
  const client = new ManualClock();
  const endpoint = `http://${bench.host}${bench.api.path}`;
  return {
    ...bench,
    endpoint,
    client,
    realtimeAs: (authorize, renew) =>
      createRealtime({
        endpoint,
        authorize,
        renew,
        openSocket: socketsBy(WebSocket),
        now: client.now,
        setTimer: client.setTimer,
        random: () => 1,
      }),
  };
}

export function listen(realtime: Realtime, operation: Operation, headers?: Record<string, string>): Heard {
  const arrivals = new Arrivals<SubscriptionNotice>();
  let looked = 0;
  const stop = realtime.subscribe(operation, (notice) => arrivals.add(notice), headers);
  return {
    all: arrivals.all,
    get kinds() {
      return arrivals.all.map(({ kind }) => kind);
    },
    async next(kind) {
      const place = arrivals.all.findIndex((notice, index) => index >= looked && notice.kind === kind);
      const found = place === -1 ? await arrivals.next((notice) => notice.kind === kind) : arrivals.all[place];
      looked = (place === -1 ? arrivals.all.length - 1 : place) + 1;
      return found as never;
    },
    stop,
  };
}
