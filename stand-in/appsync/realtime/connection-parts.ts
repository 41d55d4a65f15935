// What a connection is given and what it tells: socket, clock, limits, and who decides whether a subscription may start.
import type { Clock } from '../../movable-clock.ts';
import type { ConnectionFault, StartFault } from './faults.ts';
import type { ErrorEntry, StartPayload } from './messages.ts';
import type { Subscribing, Subscription } from './subscription.ts';

/** The socket, as far as a connection needs it. */
export interface Transport {
  send(text: string): void;
  /** A proper end. */
  close(): void;
  /** The end without a word, as when a cable is pulled. */
  drop(): void;
}

export interface RealtimeSettings {
  /** Of `ka`; null = none are sent. */
  keepAliveMs: number | null;
  /** What the client is told it may wait for one. */
  connectionTimeoutMs: number;
  /** AppSync ends a connection after a day. */
  connectionLifeMs: number;
  subscriptionsPerConnection: number;
  /** Events above are dropped. */
  largestEventBytes: number;
}

/** Everything an open subscription was let in with. */
export interface Started {
  readonly subscription: Subscription;
  /** Judges the same credentials again. */
  stillAuthorized(): Promise<ErrorEntry | null>;
}

export type StartOutcome = (Started & { readonly ok: true }) | Extract<Subscribing, { ok: false }>;

export interface ConnectionParts {
  readonly transport: Transport;
  readonly clock: Clock;
  readonly settings: Readonly<RealtimeSettings>;
  /** What is wrong with how the client introduced itself, or null. */
  readonly refusal: Promise<ErrorEntry | null>;
  readonly fault: ConnectionFault | undefined;
  start(payload: StartPayload, signal: AbortSignal): Promise<StartOutcome>;
  takeStartFault(): StartFault | undefined;
  /** True: open subscriptions are judged again at each delivery and each `ka`. */
  readonly watchesExpiry: () => boolean;
  onFrame(frame: Frame): void;
  onDroppedEvent(): void;
  onEnd(): void;
}

/** What went over the socket, without what it carried. */
export interface Frame {
  readonly from: 'client' | 'server';
  readonly type: string;
  readonly id: string | null;
}
