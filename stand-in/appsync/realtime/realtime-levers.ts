// What a test may do to the real-time endpoint of one API: watch its connections and what goes over them, make them fail, and
// tell events without a mutation. In-process only.
import { setTimeout as pause } from 'node:timers/promises';
import { Arrivals } from '../../arrivals.ts';
import type { Frame } from './connection-parts.ts';
import type { Connection } from './connection.ts';
import type { RealtimeFault, SetRealtimeFault } from './faults.ts';
import type { RealtimeHub } from './hub.ts';

export interface RealtimeLevers {
  /** Those open now, oldest first. */
  readonly connections: readonly OpenConnection[];
  /** The next that is opened, from now on. */
  nextConnection(): Promise<OpenConnection>;
  /** Every frame so far but those of events: types and ids, never what they carry. */
  readonly frames: readonly SeenFrame[];
  nextFrame(matches: (frame: SeenFrame) => boolean): Promise<SeenFrame>;
  /** Makes the next connections, or starts, go wrong. @param times absent = 1 */
  misbehave(fault: RealtimeFault, times?: number | 'every'): SetRealtimeFault;
  /** On connections open and to come. Null = no `ka` at all; AppSync's own is 60 seconds. */
  setKeepAlive(intervalMs: number | null): void;
  /** For connections from now on: what they are told, 300 seconds at first. */
  setConnectionTimeout(milliseconds: number): void;
  /** Ends what is open as AppSync does after 24 hours. Moving the clock by a day does the same, and ages tokens as well. */
  endLife(): void;
  /** Tells the subscriptions of a field an event, filters applied. @returns how many it was sent to */
  publish(field: string, event: RealtimeEvent): number;
  /** As many events as told, evenly over time. Resolves when the last is sent. */
  burst(field: string, burst: Burst): Promise<void>;
  /** Events that were too large, which AppSync counts and nobody hears of. */
  readonly droppedEvents: number;
}

/** As the mutation's selection set would have made it. */
export type RealtimeEvent = Readonly<Record<string, unknown>>;

export interface Burst {
  readonly count: number;
  readonly perSecond: number;
  /** @param place from 0 */
  eventOf(this: void, place: number): RealtimeEvent;
}

export interface SeenFrame extends Frame {
  readonly connection: OpenConnection;
}

export interface OpenConnection {
  /** Those that were acknowledged and have not ended. */
  readonly subscriptions: readonly { readonly id: string; readonly field: string }[];
  /** Sends anything at all, as it is: garbage, an unknown message, an error of any form. */
  sendText(text: string): void;
  close(): void;
  /** As when a cable is pulled: no closing frame. */
  drop(): void;
}

export function realtimeLevers(hub: RealtimeHub): RealtimeLevers {
  const frames = new Arrivals<SeenFrame>();
  const opened = new Arrivals<Connection>();
  hub.onFrame = (connection, frame) => {
    frames.add({ ...frame, connection });
  };
  hub.onConnection = (connection) => {
    opened.add(connection);
  };
  return {
    get connections() {
      return [...hub.connections];
    },
    nextConnection: () => opened.next(() => true),
    frames: frames.all,
    nextFrame: (matches) => frames.next(matches),
    misbehave: (fault, times = 1) => hub.faults.set(fault, times),
    setKeepAlive: (intervalMs) => {
      hub.settings.keepAliveMs = intervalMs;
      for (const connection of hub.connections) connection.windKeepAlive();
    },
    setConnectionTimeout: (milliseconds) => {
      hub.settings.connectionTimeoutMs = milliseconds;
    },
    endLife: () => {
      for (const connection of hub.connections) connection.close();
    },
    publish: (field, event) => hub.deliver(field, event),
    burst: (field, burst) => sendBurst(hub, field, burst),
    get droppedEvents() {
      return hub.droppedEvents;
    },
  };
}

async function sendBurst(hub: RealtimeHub, field: string, { count, perSecond, eventOf }: Burst): Promise<void> {
  const start = performance.now();
  let sent = 0;
  while (sent < count) {
    const due = Math.min(count, Math.ceil(((performance.now() - start) / 1000) * perSecond));
    for (; sent < due; sent += 1) hub.deliver(field, eventOf(sent));
    // oxlint-disable-next-line no-await-in-loop -- the pace is the point
    if (sent < count) await pause(5);
  }
}
