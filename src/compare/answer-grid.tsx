// The answer table as a treegrid: only the lines in sight are in the page. The grid keeps the keyboard's focus and says which cell is
// meant (aria-activedescendant), since a cell that is scrolled out of sight is gone.
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react';
import { CellDetail } from './cell-detail.tsx';
import { GridHead } from './grid-head.tsx';
import { GridLine } from './grid-line.tsx';
import { cellId, nextPlace, type GridPlace } from './next-place.ts';
import type { Column } from './run-comparison.ts';
import { scrollToColumn } from './scroll-to-column.ts';
import type { Line } from './visible-lines.ts';
import './answer-grid.css';

export interface AnswerGridProps {
  label: string;
  /** What the first column holds. */
  pathName: string;
  columns: readonly Column[];
  lines: readonly Line[];
  /** In the place of lines. */
  emptyWords: string;
  onTurn: (key: string) => void;
  onReference?: (participantId: string) => void;
}

const lineHeight = 30;
/** With counts and an errorType, which has to be read without a mouse. */
const tallHeight = 46;
const headHeight = 70;

function isTall(line: Line | undefined): boolean {
  return line?.kind === 'fold' && line.field.cells.some(({ errors }) => errors.size > 0);
}

export function AnswerGrid({ label, pathName, columns, lines, emptyWords, onTurn, onReference }: AnswerGridProps) {
  const id = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const [place, setPlace] = useState<GridPlace>({ line: 0, column: 0 });
  // What a cell says in full takes room from the table: not before somebody has gone to one.
  const [looking, setLooking] = useState(false);
  const line = Math.min(place.line, Math.max(lines.length - 1, 0));
  // oxlint-disable-next-line react/incompatible-library -- it is drawn anew with each scroll, which is the point
  const virtual = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => (isTall(lines[index]) ? tallHeight : lineHeight),
    overscan: 12,
    scrollPaddingStart: headHeight,
    getItemKey: (index) => lines[index]?.key ?? index,
  });

  useEffect(
    () => setPlace((before) => ({ ...before, line: Math.min(before.line, Math.max(lines.length - 1, 0)) })),
    [lines],
  );

  function go(next: GridPlace): void {
    setPlace(next);
    setLooking(true);
    virtual.scrollToIndex(next.line);
    if (scroller.current !== null) scrollToColumn(scroller.current, next.column);
  }

  function onKeyDown(event: KeyboardEvent<HTMLDivElement>): void {
    if (event.altKey || event.metaKey) return;
    const page = Math.max(Math.floor((scroller.current?.clientHeight ?? 0) / lineHeight) - 2, 1);
    const moved = nextPlace(event, { line, column: place.column }, { lines, columns: columns.length, page });
    if (moved === undefined) return;
    event.preventDefault();
    if ('turn' in moved) onTurn(moved.turn);
    else go(moved);
  }

  const active = lines[line];
  return (
    <div className="answer-grid-frame">
      <div ref={scroller} className="answer-grid-scroller" style={{ ['--columns' as string]: columns.length }}>
        <div
          className="answer-grid"
          role="treegrid"
          aria-label={label}
          aria-rowcount={lines.length + 1}
          aria-colcount={columns.length + 1}
          aria-activedescendant={active ? cellId(id, { line, column: place.column }) : undefined}
          tabIndex={0}
          onKeyDown={onKeyDown}
        >
          <GridHead pathName={pathName} columns={columns} onReference={onReference} />
          <div role="rowgroup" className="answer-grid-lines" style={{ height: virtual.getTotalSize() }}>
            {virtual.getVirtualItems().map(({ index, start, size, key }) => {
              const shown = lines[index];
              return shown === undefined ? null : (
                <GridLine
                  key={key}
                  line={shown}
                  index={index}
                  top={start}
                  height={size}
                  columns={columns}
                  gridId={id}
                  activeColumn={index === line ? place.column : undefined}
                  onChoose={(column) => {
                    setPlace({ line: index, column });
                    setLooking(true);
                  }}
                  onTurn={onTurn}
                />
              );
            })}
          </div>
        </div>
        {lines.length === 0 ? <p className="answer-grid-empty">{emptyWords}</p> : null}
      </div>
      {active && looking ? (
        <CellDetail line={active} columns={columns} column={place.column} onClose={() => setLooking(false)} />
      ) : null}
    </div>
  );
}
