// A log's entries as a list that stays at its newest until somebody scrolls away: only those in view are drawn. One at a time is
// unfolded to its JSON.
import { useVirtualizer } from '@tanstack/react-virtual';
import { useLayoutEffect, useRef, useState } from 'react';
import { Button } from '../../ui/button.tsx';
import type { EventLog } from './event-log.ts';
import { EventRow } from './event-row.tsx';

export interface EventListProps {
  log: EventLog;
  /** Numbers of the entries to show, oldest first. */
  numbers: readonly number[];
  /** How many of them: the list itself is the same one, grown. */
  count: number;
  /** The operation beside each, where there are several. */
  withOperation: boolean;
  label: string;
}

const closeToEnd = 24;
const rowHeight = 30;

export function EventList({ log, numbers, count, withOperation, label }: EventListProps) {
  const scrolled = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState<number>();
  const [isFollowing, setFollowing] = useState(true);
  // oxlint-disable-next-line react/incompatible-library -- nothing here is compiled, and none of its functions is handed on
  const virtualizer = useVirtualizer({
    count,
    getScrollElement: () => scrolled.current,
    estimateSize: () => rowHeight,
    getItemKey: (index) => numbers[index] ?? index,
    overscan: 8,
  });
  const last = numbers[count - 1];

  useLayoutEffect(() => {
    if (isFollowing && count > 0) virtualizer.scrollToIndex(count - 1, { align: 'end' });
  }, [virtualizer, isFollowing, count, last]);

  const rows = virtualizer.getVirtualItems();
  return (
    <div className="event-list">
      <div
        ref={scrolled}
        className="event-list-scrolled"
        onScroll={({ currentTarget: { scrollHeight, scrollTop, clientHeight } }) =>
          setFollowing(scrollHeight - scrollTop - clientHeight < closeToEnd)
        }
      >
        <ol className="event-rows" aria-label={label} style={{ height: virtualizer.getTotalSize() }}>
          {rows.map(({ index, start, key }) => {
            const number = numbers[index] ?? -1;
            const entry = log.at(number);
            if (entry === undefined) return null;
            return (
              <li
                key={key}
                ref={virtualizer.measureElement}
                data-index={index}
                className="event-row"
                aria-posinset={index + 1}
                aria-setsize={count}
                style={{ transform: `translateY(${start}px)` }}
              >
                <EventRow
                  entry={entry}
                  isOpen={open === number}
                  withOperation={withOperation}
                  onToggle={() => {
                    setFollowing(false);
                    setOpen(open === number ? undefined : number);
                  }}
                />
              </li>
            );
          })}
        </ol>
      </div>
      {isFollowing || count === 0 ? null : (
        <Button className="event-list-to-end" onClick={() => setFollowing(true)}>
          To the newest
        </Button>
      )}
    </div>
  );
}
