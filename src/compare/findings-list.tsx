// What the comparison comes to, in sentences over the table: the first few, and the others when they are asked for.
import { useMemo, useState } from 'react';
import { Button } from '../ui/button.tsx';
import type { ComparisonSnapshot } from './comparison.ts';
import { findingsIn, type Finding } from './findings.ts';
import type { Column } from './run-comparison.ts';

const shownAtFirst = 3;
const signs: Record<Finding['kind'], string> = { refused: '⊘', missing: '—', failed: '!', differs: '≠' };

export function FindingsList({ snapshot }: { snapshot: ComparisonSnapshot }) {
  const { table, columns, stage } = snapshot;
  const [all, setAll] = useState(false);
  const names = useMemo(() => columns.map(({ participant }) => nameWithGroups(participant)), [columns]);
  const findings = useMemo(() => findingsIn(table, names), [table, names]);
  const troubles = columns.filter(({ answer }) => answer.kind === 'refused' || answer.kind === 'none');
  const answered = columns.filter(({ answer }) => answer.kind === 'answered').length;
  if (findings.length === 0 && troubles.length === 0) {
    if (stage.at === 'running' || answered === 0) return null;
    return (
      <p className="findings-none" role="status">
        {answered === 1
          ? 'One answer only: there is nobody to compare it with.'
          : `No difference: all ${answered} got the same.`}
      </p>
    );
  }
  return (
    <div className="findings" role="region" aria-label="What differs">
      <ul>
        {troubles.map((column) => (
          <li key={column.participant.id} data-kind="whole">
            <span aria-hidden="true">✕</span>
            <span>{troubleSentence(column)}</span>
          </li>
        ))}
        {(all ? findings : findings.slice(0, shownAtFirst)).map(({ kind, path, sentence, why }) => (
          <li key={`${kind} ${path}`} data-kind={kind}>
            <span aria-hidden="true">{signs[kind]}</span>
            <span>
              {sentence} {why ? <q>{why}</q> : null}
            </span>
          </li>
        ))}
      </ul>
      {findings.length > shownAtFirst ? (
        <Button kind="quiet" className="findings-more" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? 'Fewer' : `${findings.length - shownAtFirst} more`}
        </Button>
      ) : null}
    </div>
  );
}

/** What is refused is most often a matter of groups: they stand beside the name. */
function nameWithGroups({ name, groups, authMode }: Column['participant']): string {
  if (authMode !== 'AMAZON_COGNITO_USER_POOLS') return name;
  return `${name} (${groups.join(', ') || 'no group'})`;
}

function troubleSentence({ participant, answer }: Column): string {
  if (answer.kind === 'refused') {
    return `${participant.name}: the whole request was refused, ${answer.errorType}. ${answer.message}`;
  }
  return answer.kind === 'none' ? `${participant.name}: ${answer.sentence}` : '';
}
