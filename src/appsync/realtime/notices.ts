// What whoever subscribed hears of the subscription: one union, in the order of its life. Types only.
import type { RealtimeError } from './messages.ts';

export type SubscriptionNotice =
  /** The connection is being opened. */
  | { readonly kind: 'connecting' }
  /** The connection stands; AppSync was asked, or is about to be. */
  | { readonly kind: 'starting' }
  /** Acknowledged: events come from here on. A second one means that events in between were missed. */
  | { readonly kind: 'started' }
  | { readonly kind: 'event'; readonly payload: object }
  /** A token was refused; a fresh one is being fetched. */
  | { readonly kind: 'renewing' }
  | { readonly kind: 'waiting'; readonly milliseconds: number; readonly why: Interruption }
  /** Nothing follows. */
  | { readonly kind: 'ended'; readonly why: End };

/** Why there is no connection just now; it is tried again. */
export type Interruption =
  /** It stood, and is gone. AppSync itself ends each after a day. */
  | 'dropped'
  /** It never stood. */
  | 'unreachable'
  /** It was closed before AppSync had let us in. */
  | 'closed at once'
  /** Upgraded, and not a word. */
  | 'no answer'
  /** No keep-alive in the time that AppSync had promised. */
  | 'no keep-alive'
  | 'not the protocol'
  | 'throttled';

export type End =
  /** AppSync ended it; an invalidation does. */
  | { readonly kind: 'completed' }
  | {
      readonly kind: 'refused';
      /** The connection, or this subscription alone. */
      readonly what: 'connection' | 'subscription';
      readonly errors: readonly RealtimeError[];
      /** A fresh token was tried, and refused like the one before. */
      readonly renewed: boolean;
    }
  | { readonly kind: 'not acknowledged' }
  /** There is nothing left to ask with. */
  | { readonly kind: 'not authorized'; readonly error: unknown };
