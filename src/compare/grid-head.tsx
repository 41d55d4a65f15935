// The head of the answer table: whose column it is, and how the answer came.
import { durationText, sizeText } from '../appsync/exchange-words.ts';
import { Mark } from '../ui/mark.tsx';
import { participantKind } from './participant.ts';
import type { Column, Exchange } from './run-comparison.ts';

export interface GridHeadProps {
  pathName: string;
  columns: readonly Column[];
  /** Absent where the order is fixed. */
  onReference?: ((participantId: string) => void) | undefined;
}

export function GridHead({ pathName, columns, onReference }: GridHeadProps) {
  return (
    <div role="rowgroup" className="answer-grid-head">
      <div role="row" className="answer-grid-row" aria-rowindex={1}>
        <div role="columnheader" className="answer-grid-path" aria-colindex={1}>
          {pathName}
        </div>
        {columns.map(({ participant, exchange, answer }, index) => (
          <div key={participant.id} role="columnheader" className="answer-grid-who" aria-colindex={index + 2}>
            <span className="answer-grid-name">
              <Mark {...participant.mark} />
              <span>{participant.name}</span>
              {index === 0 ? (
                <span className="answer-grid-reference">reference</span>
              ) : onReference ? (
                <button
                  type="button"
                  className="answer-grid-make"
                  tabIndex={-1}
                  title={`Compare the others with ${participant.name}`}
                  onClick={() => onReference(participant.id)}
                >
                  make reference
                </button>
              ) : null}
            </span>
            <span className="answer-grid-how" title={participantKind(participant)}>
              {participant.authMode === 'AMAZON_COGNITO_USER_POOLS' && participant.tokenKind !== 'access'
                ? participant.groups.join(', ') || 'no group'
                : participantKind(participant)}
            </span>
            <span className="answer-grid-how" title={exchange?.askedAgain ? askedAgainWords : undefined}>
              {answer.kind === 'waiting'
                ? 'waiting…'
                : exchange
                  ? howText(exchange)
                  : answer.kind === 'none'
                    ? answer.short
                    : 'received'}
            </span>
          </div>
        ))}
      </div>
    </div>
  );
}

const askedAgainWords = 'Its token had expired: this is the answer to a fresh one.';

/** There is room for three words. */
function howText({ status, milliseconds, bytes, askedAgain }: Exchange): string {
  return [status, durationText(milliseconds), askedAgain ? 'fresh token' : sizeText(bytes)].join(' · ');
}
