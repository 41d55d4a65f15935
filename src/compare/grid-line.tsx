// One line of the answer table: a path and what each got there, told by word and sign, never by colour alone.
import { ChevronDownIcon } from '../ui/icons.tsx';
import type { CellWords } from './cell-words.ts';
import { lineWords } from './line-words.ts';
import type { MatchedBy } from './match-items.ts';
import { cellId } from './next-place.ts';
import type { Column } from './run-comparison.ts';
import type { Line } from './visible-lines.ts';

export interface GridLineProps {
  line: Line;
  index: number;
  top: number;
  height: number;
  columns: readonly Column[];
  gridId: string;
  /** The column that the keyboard is at; undefined in other lines. */
  activeColumn: number | undefined;
  onChoose: (column: number) => void;
  onTurn: (key: string) => void;
}

export function GridLine({ line, index, top, height, columns, gridId, activeColumn, onChoose, onTurn }: GridLineProps) {
  const open = line.kind === 'row' ? line.open : undefined;
  const differs = line.kind === 'row' ? line.row.differs : line.field.differs;
  const cell = (column: number) => ({
    id: cellId(gridId, { line: index, column }),
    'aria-colindex': column + 1,
    'data-active': activeColumn === column || undefined,
    onClick: () => onChoose(column),
  });
  return (
    // oxlint-disable-next-line jsx-a11y/interactive-supports-focus -- the grid has the focus
    <div
      role="row"
      className="answer-grid-row answer-grid-line"
      aria-rowindex={index + 2}
      aria-level={line.depth + 1}
      aria-expanded={open}
      data-kind={line.kind}
      data-differs={differs || undefined}
      style={{ height, transform: `translateY(${top}px)` }}
    >
      <div role="rowheader" className="answer-grid-path" style={{ paddingLeft: 10 + line.depth * 16 }} {...cell(0)}>
        {open === undefined ? (
          <span className="answer-grid-turn" />
        ) : (
          <button
            type="button"
            className="answer-grid-turn"
            data-open={open}
            tabIndex={-1}
            aria-label={open ? 'Close' : 'Open'}
            onClick={() => onTurn(line.key)}
          >
            <ChevronDownIcon />
          </button>
        )}
        <span className="answer-grid-label" title={line.label}>
          {line.label}
        </span>
        {line.kind === 'row' && line.row.matchedBy ? (
          <span className="answer-grid-matched">{matchedWords(line.row.matchedBy)}</span>
        ) : null}
      </div>
      {columns.map(({ participant }, column) => (
        <Cell key={participant.id} words={lineWords(line, column, index)} {...cell(column + 1)} />
      ))}
    </div>
  );
}

interface CellProps {
  words: CellWords;
  id: string;
  'aria-colindex': number;
  'data-active': true | undefined;
  onClick: () => void;
}

function Cell({ words: { sign, text, tone, sentence }, ...rest }: CellProps) {
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus -- the grid has both
    <div role="gridcell" className="answer-grid-cell" data-tone={tone} title={sentence} {...rest}>
      {sign ? <span aria-hidden="true">{sign}</span> : null}
      <span className={text ? 'answer-grid-text' : 'visually-hidden'}>{text || sentence}</span>
    </div>
  );
}

function matchedWords(matchedBy: MatchedBy): string {
  switch (matchedBy.by) {
    case 'key':
      return `by ${matchedBy.name}`;
    case 'mixed':
      return `by ${matchedBy.name}, else position`;
    case 'value':
      return 'by value';
    case 'place':
      return 'by position';
    default:
      return matchedBy satisfies never;
  }
}
