// What the comparison comes to, in sentences over the table: the first few, and the others when they are asked for.
import { useMemo, useState } from 'react';
import { Button } from '../ui/button.tsx';
import type { ComparisonSnapshot } from './comparison.ts';
import { findingsIn, namesTold, type Finding } from './findings.ts';
import type { Column } from './run-comparison.ts';

const shownAtFirst = 3;
const signs: Record<Finding['kind'], string> = { refused: '⊘', missing: '—', failed: '!', differs: '≠' };

export interface FindingsListProps {
  snapshot: ComparisonSnapshot;
  /** Somebody's session or token is over. */
  onMend: (participantId: string) => void;
}

export function FindingsList({ snapshot, onMend }: FindingsListProps) {
  const { table, columns, stage, participants } = snapshot;
  const [all, setAll] = useState(false);
  const names = useMemo(() => columns.map(({ participant }) => nameWithGroups(participant)), [columns]);
  const findings = useMemo(() => findingsIn(table, names), [table, names]);
  const troubles = useMemo(() => troublesOf(columns), [columns]);
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
        {troubles.map(({ told, columns: them }) => (
          <li key={told} data-kind="whole">
            <span aria-hidden="true">✕</span>
            <span>
              {namesTold(them.map(({ participant }) => participant.name))}: {told}{' '}
              {them.map(({ participant: { id } }) => (
                <Mend key={id} participant={participants.find((each) => each.id === id)} onMend={onMend} />
              ))}
            </span>
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

/** By how it is now: who has signed in again since is asked again, with the others or alone. */
function Mend({
  participant,
  onMend,
}: { participant: Column['participant'] | undefined } & Pick<FindingsListProps, 'onMend'>) {
  if (participant?.over === undefined) return null;
  const { id, name, over } = participant;
  return (
    <Button kind="quiet" className="findings-mend" onClick={() => onMend(id)}>
      {over === 'sign-in' ? `Sign in again as ${name}` : 'Paste a new token'}
    </Button>
  );
}

/** What is refused is most often a matter of groups: they stand beside the name. */
function nameWithGroups({ name, groups, authMode }: Column['participant']): string {
  if (authMode !== 'AMAZON_COGNITO_USER_POOLS') return name;
  return `${name} (${groups.join(', ') || 'no group'})`;
}

interface Trouble {
  readonly told: string;
  /** Whom it befell. */
  readonly columns: readonly Column[];
}

function troublesOf(columns: readonly Column[]): readonly Trouble[] {
  const byWords = new Map<string, Column[]>();
  for (const column of columns) {
    const told = troubleOf(column);
    if (told !== undefined) byWords.set(told, [...(byWords.get(told) ?? []), column]);
  }
  return Array.from(byWords, ([told, them]) => ({ told, columns: them }));
}

function troubleOf({ answer }: Column): string | undefined {
  if (answer.kind === 'refused') {
    return `the whole request was refused, ${answer.errorType}. ${answer.message}`;
  }
  return answer.kind === 'none' ? answer.sentence : undefined;
}
