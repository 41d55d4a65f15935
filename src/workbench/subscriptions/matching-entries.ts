// Which entries of a log hold a text: found once for each, since a log grows by a thousand a second and is looked at ten times.
import type { EventLog, LogEntry } from './event-log.ts';

export interface MatchingEntries {
  /** Numbers of the entries that match now, oldest first: up to `end`, where given. */
  upTo(end?: number): readonly number[];
}

/** An empty text matches all; capitals do not count. Gaps match always: what is missing may have matched. */
export function matchingEntries(log: EventLog, text: string): MatchingEntries {
  const sought = new RegExp(text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`), 'i');
  let looked = 0;
  let found: number[] = [];
  return {
    upTo(end = log.end) {
      if (end < looked) {
        looked = log.first;
        found = [];
      }
      const [oldest = log.first] = found;
      if (oldest < log.first) found = found.slice(firstAtLeast(found, log.first));
      looked = Math.max(looked, log.first);
      for (; looked < end; looked += 1) {
        const entry = log.at(looked);
        if (entry !== undefined && matches(entry, sought)) found.push(looked);
      }
      return found;
    },
  };
}

function matches(entry: LogEntry, sought: RegExp): boolean {
  return entry.kind === 'gap' || sought.test(entry.text);
}

/** @param sorted ascending */
function firstAtLeast(sorted: readonly number[], least: number): number {
  let [from, to] = [0, sorted.length];
  while (from < to) {
    const middle = (from + to) >>> 1;
    if ((sorted[middle] ?? least) < least) from = middle + 1;
    else to = middle;
  }
  return from;
}
