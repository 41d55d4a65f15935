// A mutation changes something each time it runs: before that the person is told who will run it, and says yes.
import { Button } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';
import type { Comparison, ComparisonSnapshot } from './comparison.ts';

export interface ConfirmMutationProps {
  comparison: Comparison;
  snapshot: ComparisonSnapshot;
  onCancel: () => void;
}

const list = new Intl.ListFormat('en-GB');

export function ConfirmMutation({ comparison, snapshot, onCancel }: ConfirmMutationProps) {
  const { participants, excluded, operation } = snapshot;
  const names = participants.filter(({ id }) => !excluded.has(id)).map(({ name }) => name);
  return (
    <Notice
      kind="caution"
      role="alert"
      what={`${operation?.title ?? 'It'} is a mutation: it would run ${names.length === 1 ? 'once' : `${names.length} times`}.`}
      why={
        names.length === 0
          ? 'Nobody takes part: choose at least one identity above.'
          : `As ${list.format(names)}, one after the other; each may change data.`
      }
      action={
        <span className="comparison-confirm">
          <Button kind="primary" disabled={names.length === 0} onClick={comparison.confirm}>
            Run it as {names.length === 1 ? names[0] : `${names.length} identities`}
          </Button>
          <Button onClick={onCancel}>Do not run it</Button>
        </span>
      }
    />
  );
}
