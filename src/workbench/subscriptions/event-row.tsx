// One entry of a log: when, who received it, what it says in a line, how large it is; unfolded, its JSON.
import { useMemo } from 'react';
import { CopyButton } from '../../ui/copy-button.tsx';
import { Mark } from '../../ui/mark.tsx';
import { sizeText } from '../../appsync/exchange-words.ts';
import { clockText, lineText, millisecondsText, prettyText } from './entries-text.ts';
import type { LogEntry } from './event-log.ts';
import { NullNote } from './null-note.tsx';

export interface EventRowProps {
  entry: LogEntry;
  isOpen: boolean;
  withOperation: boolean;
  onToggle: () => void;
}

export function EventRow({ entry, isOpen, withOperation, onToggle }: EventRowProps) {
  const { asker, operation } = entry.source;
  if (entry.kind === 'gap') {
    return (
      <p className="event-gap">
        {clockText(entry.since)} to {clockText(entry.at)}: not connected. Events of this time may be missing here;
        AppSync does not send them again.
      </p>
    );
  }
  return (
    <>
      <button type="button" className="event-line" aria-expanded={isOpen} onClick={onToggle}>
        <time dateTime={new Date(entry.at).toISOString()}>
          {clockText(entry.at)}
          <span className="event-milliseconds">{millisecondsText(entry.at)}</span>
        </time>
        <span className="event-who">
          <Mark {...asker.mark} />
          <span className="event-name">{asker.name}</span>
        </span>
        {withOperation ? <span className="event-operation">{operation}</span> : null}
        <code className="event-text">{lineText(entry.text)}</code>
        <span className="event-size">{sizeText(entry.bytes)}</span>
      </button>
      {isOpen ? <OpenEvent text={entry.text} /> : null}
    </>
  );
}

function OpenEvent({ text }: { text: string }) {
  const pretty = useMemo(() => prettyText(text), [text]);
  return (
    <div className="event-open">
      <div className="event-open-tools">
        <CopyButton label="Copy this event" text={pretty} />
      </div>
      <pre>{pretty}</pre>
      <NullNote text={text} />
    </div>
  );
}
