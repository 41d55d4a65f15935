// The raw answers of two identities side by side, as they came, with their differences marked. Only the lines in sight are in the page.
import { useVirtualizer } from '@tanstack/react-virtual';
import { useMemo, useRef, useState } from 'react';
import { durationText, sizeText } from '../appsync/exchange-words.ts';
import { Mark } from '../ui/mark.tsx';
import type { ComparisonSnapshot } from './comparison.ts';
import type { Column } from './run-comparison.ts';
import { pairedLines, type PairedLine } from './side-by-side-lines.ts';
import './side-by-side.css';

const lineHeight = 20;

export function SideBySide({ snapshot: { columns } }: { snapshot: ComparisonSnapshot }) {
  const [leftId, setLeftId] = useState(columns[0]?.participant.id ?? '');
  const [rightId, setRightId] = useState(columns[1]?.participant.id ?? '');
  const left = columns.find(({ participant }) => participant.id === leftId) ?? columns[0];
  const right = columns.find(({ participant }) => participant.id === rightId) ?? columns[1] ?? left;
  const [leftText, rightText] = useMemo(() => [rawText(left), rawText(right)], [left, right]);
  const paired = useMemo(() => pairedLines(leftText, rightText), [leftText, rightText]);
  const lines = useMemo(() => paired ?? unpaired(leftText, rightText), [paired, leftText, rightText]);
  const differing = paired?.filter(({ same }) => !same).length;
  return (
    <>
      <div className="side-by-side-head">
        <Side label="On the left" columns={columns} chosen={left} onChoose={setLeftId} />
        <Side label="On the right" columns={columns} chosen={right} onChoose={setRightId} />
      </div>
      <p className="side-by-side-told" role="status">
        {differing === undefined
          ? 'They differ in too much for single lines to be marked: the table tells it better.'
          : differing === 0
            ? 'No line differs.'
            : `${differing} ${differing === 1 ? 'line differs' : 'lines differ'}.`}
      </p>
      <Lines lines={lines} />
    </>
  );
}

interface SideProps {
  label: string;
  columns: readonly Column[];
  chosen: Column | undefined;
  onChoose: (id: string) => void;
}

function Side({ label, columns, chosen, onChoose }: SideProps) {
  const exchange = chosen?.exchange;
  return (
    <div className="side-by-side-who">
      {chosen ? <Mark {...chosen.participant.mark} /> : null}
      <select aria-label={label} value={chosen?.participant.id} onChange={(event) => onChoose(event.target.value)}>
        {columns.map(({ participant }) => (
          <option key={participant.id} value={participant.id}>
            {participant.name}
          </option>
        ))}
      </select>
      <span>
        {exchange
          ? [`HTTP ${exchange.status}`, durationText(exchange.milliseconds), sizeText(exchange.bytes)].join(' · ')
          : 'no answer'}
      </span>
    </div>
  );
}

function Lines({ lines }: { lines: readonly PairedLine[] }) {
  const scroller = useRef<HTMLDivElement>(null);
  // oxlint-disable-next-line react/incompatible-library -- it is drawn anew with each scroll, which is the point
  const virtual = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => lineHeight,
    overscan: 30,
  });
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls has to be reached by the keyboard
    <div ref={scroller} className="side-by-side" role="region" aria-label="Raw answers side by side" tabIndex={0}>
      <div style={{ position: 'relative', height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(({ index, start, key }) => {
          const line = lines[index];
          return line === undefined ? null : (
            <div
              key={key}
              className="side-by-side-line"
              data-differs={!line.same || undefined}
              style={{ transform: `translateY(${start}px)` }}
            >
              <Half number={line.leftNumber} text={line.left} sign="−" marked={!line.same} />
              <Half number={line.rightNumber} text={line.right} sign="+" marked={!line.same} />
            </div>
          );
        })}
      </div>
    </div>
  );
}

interface HalfProps {
  number: number | undefined;
  text: string | undefined;
  sign: string;
  marked: boolean;
}

function Half({ number, text, sign, marked }: HalfProps) {
  return (
    <div className="side-by-side-half" data-empty={text === undefined || undefined}>
      <span className="side-by-side-number">{number}</span>
      <span className="side-by-side-sign">{marked && text !== undefined ? sign : ''}</span>
      <code title={text}>{text?.slice(0, longestLine)}</code>
    </div>
  );
}

const longestLine = 2000;

function rawText(column: Column | undefined): string {
  if (column?.raw?.kind === 'json') return JSON.stringify(column.raw.value, null, 2);
  if (column?.raw?.kind === 'text') return column.raw.text;
  return column?.answer.kind === 'none' ? column.answer.sentence : '';
}

function unpaired(left: string, right: string): PairedLine[] {
  const [one, other] = [left.split('\n'), right.split('\n')];
  return Array.from({ length: Math.max(one.length, other.length) }, (_each, index) => ({
    left: one[index],
    right: other[index],
    leftNumber: index < one.length ? index + 1 : undefined,
    rightNumber: index < other.length ? index + 1 : undefined,
    same: true,
  }));
}
