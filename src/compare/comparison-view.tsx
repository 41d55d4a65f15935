// The comparison in the place of a tab's answer: who takes part, what it comes to in sentences, and the answers field by field.
import { useMemo, useState, useSyncExternalStore } from 'react';
import type { KnownSchemas } from '../appsync/known-schema.ts';
import type { AccessRules } from '../appsync/schema-access.ts';
import { Button } from '../ui/button.tsx';
import { CrossIcon } from '../ui/icons.tsx';
import { Notice } from '../ui/notice.tsx';
import { Tabs } from '../ui/tabs.tsx';
import { AnswerTableView } from './answer-table-view.tsx';
import { ClaimsView } from './claims-view.tsx';
import type { Comparison, ComparisonSnapshot } from './comparison.ts';
import { ConfirmMutation } from './confirm-mutation.tsx';
import { ExportDialog } from './export-dialog.tsx';
import { FindingsList } from './findings-list.tsx';
import { ParticipantChoice } from './participant-choice.tsx';
import { SchemaView } from './schema-view.tsx';
import { SideBySide } from './side-by-side.tsx';
import { TimelineView } from './timeline-view.tsx';
import { useComparison, type ComparisonPlace } from './use-comparison.ts';
import { clockTime } from './clock-time.ts';
import type { Show } from './visible-lines.ts';
import './comparison.css';

export interface ComparisonViewProps extends ComparisonPlace {
  /** What the tab's editor holds by now. */
  query: string;
  schemas: KnownSchemas;
  onAddIdentity: () => void;
  /** Somebody is to sign in again, or a new token to be pasted. */
  onMend: (identityId: string) => void;
  onClose: () => void;
}

const views = [
  { id: 'table', name: 'Table' },
  { id: 'raw', name: 'Side by side' },
  { id: 'claims', name: 'Claims' },
  { id: 'schema', name: 'Schema' },
] as const;
type View = (typeof views)[number]['id'];

export function ComparisonView({ query, schemas, onAddIdentity, onMend, onClose, ...place }: ComparisonViewProps) {
  const { comparison, snapshot } = useComparison(place);
  const { stage, columns, timeline } = snapshot;
  const { endpoint } = place;
  const known = useSyncExternalStore(schemas.subscribe, () => schemas.of(endpoint));
  // oxlint-disable-next-line react/exhaustive-deps -- what is known decides what the rules are
  const rules = useMemo(() => schemas.rulesOf(endpoint), [schemas, endpoint, known]);
  return (
    <section className="comparison" aria-label="Comparison">
      <Head comparison={comparison} snapshot={snapshot} query={query} onClose={onClose} />
      <ParticipantChoice comparison={comparison} snapshot={snapshot} onAddIdentity={onAddIdentity} />
      {stage.at === 'problem' ? (
        <Notice kind="info" role="status" what={stage.sentence} />
      ) : stage.at === 'confirm' ? (
        <ConfirmMutation comparison={comparison} snapshot={snapshot} onCancel={onClose} />
      ) : null}
      {timeline ? <TimelineView timeline={timeline} /> : null}
      {columns.length > 0 ? <Result comparison={comparison} snapshot={snapshot} rules={rules} onMend={onMend} /> : null}
    </section>
  );
}

interface ResultProps {
  comparison: Comparison;
  snapshot: ComparisonSnapshot;
  rules: AccessRules | undefined;
  onMend: (identityId: string) => void;
}

function Result({ comparison, snapshot, rules, onMend }: ResultProps) {
  const [view, setView] = useState<View>('table');
  const [show, setShow] = useState<Show>('everything');
  const [exporting, setExporting] = useState(false);
  return (
    <>
      <FindingsList snapshot={snapshot} onMend={onMend} />
      <div className="comparison-result">
        <Button className="comparison-export" onClick={() => setExporting(true)}>
          Export…
        </Button>
        <Tabs label="Ways to look at it" tabs={views} chosen={view} onChoose={setView}>
          {view === 'table' ? (
            <AnswerTableView comparison={comparison} snapshot={snapshot} show={show} onShow={setShow} />
          ) : view === 'raw' ? (
            <SideBySide snapshot={snapshot} />
          ) : view === 'claims' ? (
            <ClaimsView comparison={comparison} snapshot={snapshot} />
          ) : (
            <SchemaView snapshot={snapshot} rules={rules} />
          )}
        </Tabs>
      </div>
      {exporting ? <ExportDialog snapshot={snapshot} show={show} onClose={() => setExporting(false)} /> : null}
    </>
  );
}

interface HeadProps {
  comparison: Comparison;
  snapshot: ComparisonSnapshot;
  query: string;
  onClose: () => void;
}

function Head({ comparison, snapshot, query, onClose }: HeadProps) {
  const { operation, stage, columns, startedAt, asked, leftOut, timeline } = snapshot;
  const hasBegun = columns.length > 0 || timeline !== undefined;
  const come = columns.filter(({ answer }) => answer.kind !== 'waiting').length;
  const progress = stage.at === 'running' ? `${come} of ${columns.length} have answered` : '';
  const edited = asked !== undefined && asked.query !== query;
  return (
    <header className="comparison-head">
      <h2>
        {operation ? (
          <>
            {operation.kind} <code>{operation.title}</code>
          </>
        ) : (
          'Comparison'
        )}
      </h2>
      <p role="status" aria-label="About this comparison" className="comparison-about">
        {[
          operation && operation.of > 1 ? `the one under the cursor, of ${operation.of}` : '',
          hasBegun ? `asked at ${clockTime(startedAt)}` : '',
          progress,
          stage.at === 'stopped' ? 'stopped' : '',
          edited ? 'edited since' : '',
          leftOut.length > 0 ? `without this tab’s own ${leftOut.join(', ')}` : '',
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      <div className="comparison-acts">
        {stage.at === 'running' || stage.at === 'listening' ? (
          <Button onClick={comparison.stop}>Stop</Button>
        ) : hasBegun ? (
          <Button onClick={comparison.askAgain}>Ask again</Button>
        ) : null}
        <Button kind="quiet" aria-label="Back to the answer" title="Back to the answer" onClick={onClose}>
          <CrossIcon />
        </Button>
      </div>
    </header>
  );
}
