// One real-time connection as the machine sees it: where its link is, where each subscription is, what may happen and what is
// then to be done. Types and times only.
import type { ServerMessage } from './messages.ts';
import type { Interruption, SubscriptionNotice } from './notices.ts';

export interface ConnectionState {
  readonly link: Link;
  /** Since a subscription was last acknowledged: waits grow with it. */
  readonly failures: number;
  /** A fresh token was fetched since AppSync last let us in. */
  readonly renewed: boolean;
  /** How many fresh tokens there were. */
  readonly renewals: number;
  /** Whether there is such a thing as a fresh token; an API key stays what it is. */
  readonly canRenew: boolean;
  readonly subscriptions: readonly SubscriptionState[];
  /** How many starts there were: an id is never used twice on a socket. */
  readonly starts: number;
}

export type Link =
  | { readonly phase: 'closed' | 'opening' | 'greeting' | 'waiting' | 'renewing' }
  | { readonly phase: 'open'; readonly keepAliveMs: number };

export interface SubscriptionState {
  /** Whoever subscribed knows it by this. */
  readonly key: string;
  /** AppSync knows it by this; another one with every start. */
  readonly id: string;
  readonly phase: 'waiting' | 'renewing' | 'authorizing' | 'starting' | 'started' | 'stopping';
  /** How many fresh tokens there were when it was last started: an older one may be refused with no need for another. */
  readonly renewalsBefore: number;
  /** A fresh token was fetched for it since it was last well. */
  readonly renewed: boolean;
  /** How often its start was refused for too many requests. */
  readonly throttled: number;
}

export type ConnectionEvent =
  | { readonly kind: 'subscribe'; readonly key: string }
  | { readonly kind: 'stop'; readonly key: string }
  | { readonly kind: 'opened' }
  /** The socket is gone and nobody here closed it; the codes tell nothing that AppSync documents. */
  | { readonly kind: 'closed' }
  /** There is nothing to ask with: for good, or just now. */
  | { readonly kind: 'not authorized'; readonly error: unknown; readonly forGood: boolean }
  | { readonly kind: 'start authorized'; readonly id: string }
  | { readonly kind: 'start not authorized'; readonly id: string; readonly error: unknown }
  /** A fresh token is there, or none could be had. */
  | { readonly kind: 'renewed' }
  | { readonly kind: 'message'; readonly message: ServerMessage }
  | { readonly kind: 'timer'; readonly timer: Timer; readonly silentFor: number }
  /** The person, or a network that is back, does not want to wait. */
  | { readonly kind: 'try now' };

export type Timer =
  'greeting' | 'keep-alive' | 'retry' | 'idle' | `start ${string}` | `stop ${string}` | `again ${string}`;

export type Effect =
  /** Authorize, then open a socket. */
  | { readonly kind: 'open' }
  | { readonly kind: 'close' }
  | { readonly kind: 'send init' }
  | { readonly kind: 'authorize start'; readonly key: string; readonly id: string }
  | { readonly kind: 'send start'; readonly id: string }
  | { readonly kind: 'send stop'; readonly id: string }
  | { readonly kind: 'renew' }
  | { readonly kind: 'set timer'; readonly timer: Timer; readonly milliseconds: number }
  | { readonly kind: 'clear timer'; readonly timer: Timer }
  | { readonly kind: 'clear all timers' }
  | { readonly kind: 'tell'; readonly key: string; readonly notice: SubscriptionNotice };

export interface Step {
  readonly state: ConnectionState;
  readonly effects: readonly Effect[];
}

export const times = {
  /** From the first try to open a socket to AppSync's acknowledgement. */
  greeting: 15_000,
  /** From a start to its acknowledgement. */
  start: 15_000,
  /** From a stop to its completion. */
  stop: 5000,
  /** A connection without subscriptions: another may come. */
  idle: 1000,
  /** What the guide gives where the acknowledgement names none. */
  keepAlive: 300_000,
  firstWait: 1000,
  longestWait: 60_000,
} as const;

export const mostThrottledStarts = 5;

/** What the end of the socket means, by where the link was. */
export const whyClosed = {
  closed: 'unreachable',
  opening: 'unreachable',
  greeting: 'closed at once',
  waiting: 'unreachable',
  renewing: 'unreachable',
  open: 'dropped',
} as const satisfies Record<Link['phase'], Interruption>;

export function newConnection(canRenew: boolean): ConnectionState {
  return {
    link: { phase: 'closed' },
    failures: 0,
    renewed: false,
    renewals: 0,
    canRenew,
    subscriptions: [],
    starts: 0,
  };
}

/** Exponential with jitter, as the guide asks: half to all of 1, 2, 4 … 60 seconds. @param random from 0 to 1 */
export function waitFor(failures: number, random: number): number {
  const longest = Math.min(times.longestWait, times.firstWait * 2 ** failures);
  return Math.round(longest * (0.5 + random / 2));
}
