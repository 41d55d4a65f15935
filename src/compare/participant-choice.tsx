// Who takes part: each identity a button to press in or out, and which one the others are compared with.
import { Button } from '../ui/button.tsx';
import { PlusIcon } from '../ui/icons.tsx';
import { Mark } from '../ui/mark.tsx';
import type { Comparison, ComparisonSnapshot } from './comparison.ts';
import { participantKind } from './participant.ts';

/** Of more it is quicker to begin with all or none. */
const chosenOneByOne = 8;

export interface ParticipantChoiceProps {
  comparison: Comparison;
  snapshot: ComparisonSnapshot;
  onAddIdentity: () => void;
}

export function ParticipantChoice({ comparison, snapshot, onAddIdentity }: ParticipantChoiceProps) {
  const { participants, excluded } = snapshot;
  const isMany = participants.length > chosenOneByOne;
  return (
    <div className="comparison-who" data-many={isMany || undefined} role="group" aria-label="Compare as">
      <span className="comparison-who-label" aria-hidden="true">
        as
      </span>
      {isMany ? (
        <>
          <Button kind="quiet" className="comparison-add" onClick={() => comparison.setAllTakePart(true)}>
            All {participants.length}
          </Button>
          <Button kind="quiet" className="comparison-add" onClick={() => comparison.setAllTakePart(false)}>
            None
          </Button>
        </>
      ) : null}
      {participants.map((participant) => {
        const takesPart = !excluded.has(participant.id);
        return (
          <button
            key={participant.id}
            type="button"
            className="comparison-chip"
            aria-pressed={takesPart}
            title={participantKind(participant)}
            onClick={() => comparison.setTakesPart(participant.id, !takesPart)}
          >
            <Mark {...participant.mark} />
            <span>{participant.name}</span>
            <span className="comparison-chip-tick" aria-hidden="true">
              {takesPart ? '✓' : ''}
            </span>
          </button>
        );
      })}
      <Button kind="quiet" className="comparison-add" onClick={onAddIdentity}>
        <PlusIcon /> {participants.length < 2 ? 'Add somebody to compare with' : 'Add'}
      </Button>
    </div>
  );
}
