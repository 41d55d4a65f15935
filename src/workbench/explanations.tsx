// Why an answer holds less than was asked for, beside it: one line for each cause, its words behind a fold, and a way to each place.
import { useState } from 'react';
import type { Explanation, Place, Words } from '../appsync/explain/explanation.ts';
import { Button } from '../ui/button.tsx';
import { ChevronDownIcon } from '../ui/icons.tsx';
import './explanations.css';

export interface ExplanationsProps {
  explanations: readonly Explanation[];
  /** The request as a whole was refused. */
  isRefusal: boolean;
  onShow: (where: 'answer' | 'operation', place: Place) => void;
  /** What the page can do about it, by the explanation's action. */
  actions: Partial<Record<NonNullable<Words['action']>, { readonly label: string; readonly run: () => void }>>;
}

export function Explanations({ explanations, isRefusal, onShow, actions }: ExplanationsProps) {
  return (
    <div
      className={`explanations ${isRefusal ? 'explanations-refusal' : ''}`}
      role="status"
      aria-label="What went wrong"
    >
      {explanations.map((explanation) => (
        <details key={explanation.what} open={explanations.length === 1}>
          <summary>
            <span className="explanations-sign" aria-hidden="true">
              {isRefusal ? '✕' : 'i'}
            </span>
            <span className="explanations-what">{explanation.what}</span>
            {explanation.count > 1 ? <span className="explanations-count">{explanation.count} times</span> : null}
            <ChevronDownIcon />
          </summary>
          <div className="explanations-words">
            <p>{explanation.why}</p>
            <p>{explanation.next}</p>
            <div className="explanations-acts">
              <Act act={explanation.action && actions[explanation.action]} />
              <Places {...explanation} onShow={onShow} />
            </div>
          </div>
        </details>
      ))}
    </div>
  );
}

function Act({ act }: { act: ExplanationsProps['actions'][keyof ExplanationsProps['actions']] }) {
  return act ? <Button onClick={act.run}>{act.label}</Button> : null;
}

function Places({ places, onShow }: Pick<Explanation, 'places'> & Pick<ExplanationsProps, 'onShow'>) {
  const [index, setIndex] = useState<number>();
  const inAnswer = places.filter(({ path }) => path !== undefined);
  const [inOperation] = places.filter(({ line }) => line !== undefined);
  const count = inAnswer.length;
  const next = index === undefined ? 0 : (index + 1) % count;
  const place = inAnswer[next];
  const shown = inAnswer[index ?? 0];
  return (
    <>
      {place ? (
        <Button
          kind="quiet"
          onClick={() => {
            onShow('answer', place);
            setIndex(next);
          }}
        >
          {index === undefined || count === 1 ? 'Show in the answer' : `Next in the answer, ${next + 1} of ${count}`}
        </Button>
      ) : null}
      {inOperation ? (
        <Button kind="quiet" onClick={() => onShow('operation', inOperation)}>
          Show in the operation
        </Button>
      ) : null}
      {shown ? <code className="explanations-path">{shown.path?.join('.')}</code> : null}
    </>
  );
}
