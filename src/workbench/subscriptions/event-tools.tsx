// A log with its tools: filter, pause, clear, copy, download, and what it keeps. A pause holds the list still, not the events.
import { useMemo, useState, type ReactNode } from 'react';
import { Button } from '../../ui/button.tsx';
import { CopyButton } from '../../ui/copy-button.tsx';
import { saveAsFile } from '../../ui/save-as-file.ts';
import { sizeText } from '../../appsync/exchange-words.ts';
import { exportText } from './entries-text.ts';
import { logBound, type EventLog, type LogEntry } from './event-log.ts';
import { EventList } from './event-list.tsx';
import { matchingEntries } from './matching-entries.ts';

export interface EventToolsProps {
  log: EventLog;
  /** Changes with the log. */
  version: number;
  withOperation: boolean;
  /** Of the list, for those who do not see it. */
  label: string;
  fileName: string;
  /** Stands where events will. */
  empty: ReactNode;
  onClear: () => void;
}

export function EventTools({ log, withOperation, label, fileName, empty, onClear }: EventToolsProps) {
  const [filter, setFilter] = useState('');
  const [pausedAt, setPausedAt] = useState<number>();
  const matching = useMemo(() => matchingEntries(log, filter), [log, filter]);
  const end = pausedAt === undefined ? log.end : Math.max(pausedAt, log.first);
  const numbers = matching.upTo(end);
  const shown = () => numbers.map((number) => log.at(number)).filter((entry): entry is LogEntry => entry !== undefined);
  const waiting = log.end - end;

  if (log.end === log.first) {
    return (
      <div className="event-tools">
        <div className="event-empty">{empty}</div>
      </div>
    );
  }
  return (
    <div className="event-tools">
      <div className="event-bar" role="toolbar" aria-label="Events">
        <input
          type="search"
          className="event-filter"
          aria-label="Filter events"
          placeholder="Filter by text"
          value={filter}
          onChange={({ target }) => setFilter(target.value)}
        />
        <Button
          kind="quiet"
          aria-pressed={pausedAt !== undefined}
          title="Holds the list still; events are kept all the same."
          onClick={() => setPausedAt(pausedAt === undefined ? log.end : undefined)}
        >
          {pausedAt === undefined ? 'Pause' : 'Go on'}
        </Button>
        <Button
          kind="quiet"
          onClick={() => {
            if (pausedAt !== undefined) setPausedAt(log.end);
            onClear();
          }}
        >
          Clear
        </Button>
        <CopyButton label="Copy the events shown" text={() => exportText(shown())} />
        <Button kind="quiet" onClick={() => download(fileName, exportText(shown()))}>
          Download
        </Button>
      </div>
      <EventList
        key={filter}
        log={log}
        numbers={numbers}
        count={numbers.length}
        withOperation={withOperation}
        label={label}
      />
      <p className="event-count">
        <span>{countWords(log.events)}</span>
        <span>{sizeText(log.bytes)}</span>
        {filter ? <span>{numbers.length} shown</span> : null}
        {pausedAt === undefined ? null : <span>paused, {waiting} more since</span>}
        {log.letGo > 0 ? (
          <span>
            the oldest {log.letGo.toLocaleString('en')} were let go: this list keeps{' '}
            {logBound.entries.toLocaleString('en')} events or {sizeText(logBound.bytes)}
          </span>
        ) : null}
      </p>
    </div>
  );
}

const countWords = (events: number) => `${events.toLocaleString('en')} ${events === 1 ? 'event' : 'events'}`;

function download(name: string, text: string): void {
  saveAsFile(name, new Blob([text], { type: 'application/json' }));
}
