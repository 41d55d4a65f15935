// The answer table with what can be chosen for it: which lines, how lists are matched, what is ignored.
import { useMemo } from 'react';
import type { Row } from './answer-table.ts';
import type { Comparison, ComparisonSnapshot } from './comparison.ts';
import { AnswerGrid } from './answer-grid.tsx';
import { keysIn } from './keys-in.ts';
import type { MatchBy } from './match-items.ts';
import { useTurned } from './use-turned.ts';
import { visibleLines, type Show } from './visible-lines.ts';

export interface AnswerTableViewProps {
  comparison: Comparison;
  snapshot: ComparisonSnapshot;
  show: Show;
  onShow: (show: Show) => void;
}

export function AnswerTableView({ comparison, snapshot, show, onShow }: AnswerTableViewProps) {
  const { table, columns, options } = snapshot;
  const { turned, turn } = useTurned();
  const lines = useMemo(() => visibleLines(table.root, { show, turned }), [table, show, turned]);
  const counts = useMemo(() => countsIn(table.root), [table]);
  const keys = useMemo(() => keysIn(table), [table]);
  return (
    <>
      <div className="answer-table-tools">
        <fieldset className="segments">
          <legend>Show</legend>
          {shows.map(({ value, label }) => (
            <label key={value}>
              <input type="radio" name="show" checked={show === value} onChange={() => onShow(value)} />
              <span>
                {label}
                {value === 'everything' ? '' : ` ${counts[value]}`}
              </span>
            </label>
          ))}
        </fieldset>
        <label className="answer-table-match">
          <span>match lists by</span>
          <select
            value={matchText(options.matchBy)}
            onChange={(event) => comparison.setOptions({ matchBy: matchFrom(event.target.value) })}
          >
            <option value="auto">id, or what tells items apart</option>
            <option value="place">position</option>
            {keys.map((key) => (
              <option key={key} value={`key ${key}`}>
                {key}
              </option>
            ))}
          </select>
        </label>
        <label className="answer-table-ignore">
          <input
            type="checkbox"
            checked={options.ignoreVolatile}
            onChange={(event) => comparison.setOptions({ ignoreVolatile: event.target.checked })}
          />
          <span>ignore times and page tokens</span>
        </label>
      </div>
      <AnswerGrid
        label="Answers, field by field"
        pathName="path"
        columns={columns}
        lines={lines}
        emptyWords={show === 'everything' ? 'Nothing came that could be compared.' : 'Nothing of this kind differs.'}
        onTurn={turn}
        onReference={comparison.setReference}
      />
    </>
  );
}

const shows: readonly { readonly value: Show; readonly label: string }[] = [
  { value: 'everything', label: 'Everything' },
  { value: 'differences', label: 'Differences' },
  { value: 'permissions', label: 'Permissions' },
];

function countsIn(root: Row): { differences: number; permissions: number } {
  const counts = { differences: 0, permissions: 0 };
  const waiting = [root];
  for (let row = waiting.pop(); row !== undefined; row = waiting.pop()) {
    if (row.differs) counts.differences += 1;
    if (row.refuses) counts.permissions += 1;
    for (const child of row.children) if (child.differsWithin) waiting.push(child);
  }
  return counts;
}

const matchText = (matchBy: MatchBy) => (matchBy.by === 'key' ? `key ${matchBy.name}` : matchBy.by);

function matchFrom(text: string): MatchBy {
  if (text === 'auto' || text === 'place') return { by: text };
  return { by: 'key', name: text.replace(/^key /, '') };
}
