// What a test can make go wrong between a client and the real-time endpoint. Data only.
import type { ErrorEntry } from './messages.ts';

/** Strikes a connection, from its first moment. */
export type ConnectionFault =
  /** Answers the upgrade with this status in place of 101. */
  | { readonly kind: 'no upgrade'; readonly status: number }
  /** Leaves the upgrade without an answer. */
  | { readonly kind: 'hang' }
  /** Upgrades, and never says a word: no acknowledgement, no keep-alive. */
  | { readonly kind: 'silent' }
  /** Upgrades, and closes at once. */
  | { readonly kind: 'close' }
  /** Sends what is not JSON in place of the acknowledgement. */
  | { readonly kind: 'garbage' }
  /** Sends a message of a type that no documentation knows, then goes on as usual. */
  | { readonly kind: 'unknown message' }
  /** Sends a connection_error, whatever the credentials are. */
  | { readonly kind: 'refuse'; readonly error: ErrorEntry };

/** Strikes a `start`. */
export type StartFault =
  | { readonly kind: 'no start_ack' }
  | {
      readonly kind: 'refuse start';
      readonly error: ErrorEntry;
      /** Throttling was seen to be told so. */
      readonly isWithoutId?: boolean;
      /** `errors` is the object itself, not a list: clients take both. */
      readonly isSingle?: boolean;
    };

export type RealtimeFault = ConnectionFault | StartFault;

export interface SetRealtimeFault {
  remove(): void;
}
