// The events of a subscription as they came, up to a bound: what is older is let go, and counted. Events are kept as text, which
// takes a fraction of the room that objects do.
import type { Asker } from '../stamp.ts';

/** Whose entry it is: one log may hold those of several subscriptions. */
export interface EntrySource {
  /** The operation's name, or its field's. */
  readonly operation: string;
  readonly asker: Asker;
}

interface EntryBase {
  readonly source: EntrySource;
  /** ms since the epoch */
  readonly at: number;
}

export type LogEntry =
  | (EntryBase & {
      readonly kind: 'event';
      /** The payload, as JSON. */
      readonly text: string;
      /** UTF-8 */
      readonly bytes: number;
    })
  /** Events of this time may be missing; AppSync sends none of them again. */
  | (EntryBase & { readonly kind: 'gap'; readonly since: number });

export interface LogBound {
  readonly entries: number;
  readonly bytes: number;
}

/** What the page says it keeps. */
export const logBound: LogBound = { entries: 20_000, bytes: 32_000_000 };

export interface EventLog {
  /** Entries are numbered from 0 on; `first` is the oldest that is kept, `end` the number of the next. */
  readonly first: number;
  readonly end: number;
  /** How many events there were, those let go included. */
  readonly events: number;
  readonly bytes: number;
  /** Events that had to go for newer ones. */
  readonly letGo: number;
  /** Undefined for one that is not kept. */
  at(number: number): LogEntry | undefined;
  add(entry: LogEntry): void;
  clear(): void;
}

export function createEventLog(bound: LogBound = logBound): EventLog {
  let entries: LogEntry[] = [];
  /** How many at the start of `entries` are let go already: taking each away by itself would move all the others. */
  let gone = 0;
  let first = 0;
  let events = 0;
  let bytes = 0;
  let letGo = 0;
  const sizeOf = (entry: LogEntry) => (entry.kind === 'event' ? entry.bytes : 0);

  function dropOldest(): void {
    const oldest = entries[gone];
    if (oldest === undefined) return;
    bytes -= sizeOf(oldest);
    if (oldest.kind === 'event') letGo += 1;
    gone += 1;
    first += 1;
    if (gone < 1024 || gone < entries.length / 4) return;
    entries = entries.slice(gone);
    gone = 0;
  }

  return {
    get first() {
      return first;
    },
    get end() {
      return first + entries.length - gone;
    },
    get events() {
      return events;
    },
    get bytes() {
      return bytes;
    },
    get letGo() {
      return letGo;
    },
    at: (number) => (number < first ? undefined : entries[number - first + gone]),
    add(entry) {
      entries.push(entry);
      bytes += sizeOf(entry);
      if (entry.kind === 'event') events += 1;
      while (entries.length - gone > bound.entries || (bytes > bound.bytes && entries.length - gone > 1)) dropOldest();
    },
    clear() {
      first += entries.length - gone;
      entries = [];
      gone = 0;
      events = 0;
      bytes = 0;
      letGo = 0;
    },
  };
}
