// An answer too large for the editor, as a tree: only the rows in sight are drawn. One stop for Tab; arrow keys move, open and close.
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useId, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { ChevronDownIcon } from '../../ui/icons.tsx';
import { rootId, treeRows, wayTo, type TreeRow } from './tree-rows.ts';
import './answer-tree.css';

export interface AnswerTreeProps {
  value: object;
  /** A path in its data, to be brought into sight; another object each time. */
  target: readonly (string | number)[] | undefined;
}

const rowHeight = 22;

export function AnswerTree({ value, target }: AnswerTreeProps) {
  const id = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState<ReadonlySet<string>>(() => new Set([rootId, '/data', ...onlyMembers(value)]));
  const [active, setActive] = useState(rootId);
  const rows = useMemo(() => treeRows(value, open), [value, open]);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 12,
  });
  const activeIndex = Math.max(
    0,
    rows.findIndex((row) => row.id === active),
  );

  useEffect(() => {
    if (target === undefined) return;
    const way = wayTo(value, ['data', ...target]);
    setOpen((before) => new Set([...before, ...way.open]));
    setActive(way.id);
    scroller.current?.focus();
  }, [target, value]);

  // Where the target's row came to lie is known once the rows are drawn.
  useEffect(() => {
    virtual.scrollToIndex(activeIndex, { align: 'auto' });
    // oxlint-disable-next-line react/exhaustive-deps -- only where the person went, not when rows come and go
  }, [active]);

  function toggle(row: TreeRow, to = !row.isOpen) {
    if (row.isOpen === undefined || row.isOpen === to) return;
    const next = new Set(open);
    if (to) next.add(row.id);
    else next.delete(row.id);
    setOpen(next);
  }

  function onKeyDown(event: KeyboardEvent) {
    const row = rows[activeIndex];
    const step = row && stepFor(event.key, row, rows, activeIndex);
    if (row === undefined || step === undefined) return;
    event.preventDefault();
    if (typeof step === 'number') setActive(rows[Math.min(Math.max(step, 0), rows.length - 1)]?.id ?? rootId);
    else toggle(row, step === 'toggle' ? !row.isOpen : step === 'open');
  }

  return (
    <div
      className="answer-tree"
      ref={scroller}
      role="tree"
      aria-label="The answer as a tree"
      tabIndex={0}
      aria-activedescendant={`${id}${active}`}
      onKeyDown={onKeyDown}
    >
      <div style={{ height: virtual.getTotalSize(), position: 'relative' }} role="presentation">
        {virtual.getVirtualItems().map(({ index, start }) => {
          const row = rows[index];
          return row ? (
            <div
              key={row.id}
              id={`${id}${row.id}`}
              className="answer-tree-row"
              role="treeitem"
              aria-level={row.depth + 1}
              aria-expanded={row.isOpen}
              aria-selected={index === activeIndex}
              tabIndex={-1}
              style={{ top: start, height: rowHeight, paddingLeft: 8 + row.depth * 16 }}
              onClick={() => {
                setActive(row.id);
                toggle(row);
              }}
              onKeyDown={undefined}
            >
              <span className="answer-tree-fold">{row.isOpen === undefined ? null : <ChevronDownIcon />}</span>
              {row.name === undefined ? null : (
                <span className="answer-tree-name">{row.kind === 'stretch' ? row.name : `${row.name}: `}</span>
              )}
              <span className={`answer-tree-${row.kind}`}>{row.text}</span>
            </div>
          ) : null;
        })}
      </div>
    </div>
  );
}

/** What there is one of is opened at once: nobody wants to be asked. */
function onlyMembers(value: object): string[] {
  const data: unknown = 'data' in value ? value.data : undefined;
  if (typeof data !== 'object' || data === null) return [];
  const [only, ...others] = Object.keys(data);
  return only === undefined || others.length > 0 ? [] : [...wayTo(value, ['data', only, '']).open];
}

function stepFor(key: string, row: TreeRow, rows: readonly TreeRow[], index: number) {
  switch (key) {
    case 'ArrowDown':
      return index + 1;
    case 'ArrowUp':
      return index - 1;
    case 'PageDown':
      return index + 20;
    case 'PageUp':
      return index - 20;
    case 'Home':
      return 0;
    case 'End':
      return rows.length - 1;
    case 'ArrowRight':
      return row.isOpen === false ? 'open' : index + 1;
    case 'ArrowLeft':
      return row.isOpen ? 'close' : rows.findLastIndex(({ depth }, each) => each < index && depth < row.depth);
    case 'Enter':
    case ' ':
      return 'toggle';
    default:
      return undefined;
  }
}
