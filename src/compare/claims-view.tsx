// What the identities' tokens say, side by side: which group, which claim tells them apart. It is an answer table like any other,
// made of the tokens' claims, which nobody has verified here.
import { useMemo, useState } from 'react';
import { AnswerGrid } from './answer-grid.tsx';
import { answerTable, defaultOptions } from './answer-table.ts';
import type { ComparedAnswer } from './compared-answer.ts';
import type { Comparison, ComparisonSnapshot } from './comparison.ts';
import type { Column } from './run-comparison.ts';
import { useTurned } from './use-turned.ts';
import { visibleLines, type Show } from './visible-lines.ts';

export interface ClaimsViewProps {
  comparison: Comparison;
  snapshot: ComparisonSnapshot;
}

export function ClaimsView({ comparison, snapshot: { columns } }: ClaimsViewProps) {
  const [show, setShow] = useState<Show>('everything');
  const { turned, turn } = useTurned();
  const table = useMemo(
    () => answerTable(columns.map(claimsOf), { ...defaultOptions, ignoreVolatile: false }),
    [columns],
  );
  const lines = useMemo(() => visibleLines(table.root, { show, turned }), [table, show, turned]);
  return (
    <>
      <div className="answer-table-tools">
        <label className="answer-table-ignore">
          <input
            type="checkbox"
            checked={show === 'differences'}
            onChange={(event) => setShow(event.target.checked ? 'differences' : 'everything')}
          />
          <span>only claims that differ</span>
        </label>
        <span className="answer-table-note">As the tokens say by now; AppSync has decided by what it was sent.</span>
      </div>
      <AnswerGrid
        label="Claims, one by one"
        pathName="claim"
        columns={columns}
        lines={lines}
        emptyWords="None of these identities has a token that can be read."
        onTurn={turn}
        onReference={comparison.setReference}
      />
    </>
  );
}

function claimsOf({ participant }: Column): ComparedAnswer {
  const claims = participant.claims?.();
  if (claims !== undefined) return { kind: 'answered', data: sorted(claims), errors: [] };
  return { kind: 'none', short: 'no claims', sentence: `${participant.name} asks with nothing that says claims.` };
}

/** Rights first: they are what is looked for. */
const first = ['cognito:groups', 'cognito:username', 'username', 'scope', 'token_use'];

function sorted(claims: Readonly<Record<string, unknown>>): object {
  const place = (name: string) => (first.includes(name) ? first.indexOf(name) : first.length);
  return Object.fromEntries(
    Object.entries(claims).toSorted(([one], [other]) => place(one) - place(other) || one.localeCompare(other)),
  );
}
