// A subscription's timeline: an event a line, an identity a column, who received which. The chosen event stands below, field by field.
import { useMemo, useState } from 'react';
import { Notice } from '../ui/notice.tsx';
import { AnswerGrid } from './answer-grid.tsx';
import { answerTable } from './answer-table.ts';
import type { ComparedAnswer } from './compared-answer.ts';
import { ComparedTable } from './compared-table.tsx';
import type { Timeline } from './listening.ts';
import { eventAnswerFrom } from './read-answer.ts';
import { emptyColumn } from './run-comparison.ts';
import { clockTime } from './clock-time.ts';
import type { TimelineEvent } from './timeline.ts';
import { useTurned } from './use-turned.ts';
import { visibleLines } from './visible-lines.ts';
import './timeline-view.css';

/** More than anybody scrolls through. */
const mostShown = 200;

export function TimelineView({ timeline: { listeners, events } }: { timeline: Timeline }) {
  const [chosen, setChosen] = useState<number>();
  const shown = events.slice(-mostShown);
  const event = events.find(({ number }) => number === chosen) ?? events.at(-1);
  return (
    <div className="timeline">
      <ComparedTable
        label="Timeline"
        rowName="event"
        participants={listeners.map(({ participant }) => participant)}
        notes={listeners.map(({ participant, state, words }) => (
          <small key={participant.id} data-state={state}>
            {words}
          </small>
        ))}
      >
        {shown.map((each) => (
          <tr key={each.number} data-chosen={each === event || undefined}>
            <th scope="row">
              <button type="button" aria-pressed={each === event} onClick={() => setChosen(each.number)}>
                {clockTime(each.at)} <code>{each.title}</code>
              </button>
            </th>
            {listeners.map(({ participant }) => (
              <td key={participant.id}>
                <Got event={each} participantId={participant.id} />
              </td>
            ))}
          </tr>
        ))}
      </ComparedTable>
      {event === undefined ? (
        <Notice
          kind="info"
          role="status"
          what="No event yet."
          why="Events come of mutations that others make, here or elsewhere."
          next="Run one in another tab; what its selection leaves out is null here."
        />
      ) : (
        <EventGrid event={event} listeners={listeners} />
      )}
    </div>
  );
}

function Got({ event, participantId }: { event: TimelineEvent; participantId: string }) {
  const received = event.received.get(participantId);
  if (received !== undefined) {
    const later = Math.round(received.at - event.firstAt);
    const errors =
      'errors' in received.payload && Array.isArray(received.payload.errors) ? received.payload.errors.length : 0;
    return (
      <span data-got="yes">
        ✓ received{errors > 0 ? `, ${errors} ${errors === 1 ? 'error' : 'errors'}` : ''}
        {later > 0 ? <small> +{later} ms</small> : null}
      </span>
    );
  }
  return event.listening.has(participantId) ? (
    <span data-got="no">— not received</span>
  ) : (
    <span data-got="away">· was not listening</span>
  );
}

function EventGrid({ event, listeners }: { event: TimelineEvent; listeners: Timeline['listeners'] }) {
  const columns = useMemo(
    () =>
      listeners.map(({ participant }) => {
        const received = event.received.get(participant.id);
        const answer: ComparedAnswer =
          received === undefined
            ? { kind: 'none', short: 'not received', sentence: `${participant.name} did not receive this event.` }
            : eventAnswerFrom(received.payload);
        return { ...emptyColumn(participant), answer };
      }),
    [event, listeners],
  );
  const { turned, turn } = useTurned();
  const lines = useMemo(() => {
    const { root } = answerTable(columns.map(({ answer }) => answer));
    return visibleLines(root, { show: 'everything', turned });
  }, [columns, turned]);
  return (
    <AnswerGrid
      label="The event, field by field"
      pathName={event.title}
      columns={columns}
      lines={lines}
      emptyWords="The event holds nothing."
      onTurn={turn}
    />
  );
}
