// What the chosen cell says in full, under the table: long values, AWS's own messages, and where it stands.
import { Button } from '../ui/button.tsx';
import { CopyButton } from '../ui/copy-button.tsx';
import { CrossIcon } from '../ui/icons.tsx';
import { Mark } from '../ui/mark.tsx';
import { lineWords } from './line-words.ts';
import { joined, pathText, shortened } from './row-path.ts';
import type { Column } from './run-comparison.ts';
import type { Line } from './visible-lines.ts';

export interface CellDetailProps {
  line: Line;
  columns: readonly Column[];
  /** 0: the path itself. */
  column: number;
  onClose: () => void;
}

/** Beyond this a text is no longer pleasant to scroll; copying takes all of it. */
const longestDetail = 20_000;

export function CellDetail({ line, columns, column, onClose }: CellDetailProps) {
  const path = line.kind === 'row' ? pathText(line.row) : joined(`${pathText(line.list)}[]`, line.label);
  const chosen = column === 0 ? columns.map((each, index) => ({ each, index })) : [];
  const one = columns[column - 1];
  if (one !== undefined) chosen.push({ each: one, index: column - 1 });
  return (
    <div className="cell-detail" role="region" aria-label="The chosen cell">
      <p className="cell-detail-path">
        <code>{path}</code>
        <CopyButton text={path} label="Copy the path" />
        <Button kind="quiet" aria-label="Close" onClick={onClose}>
          <CrossIcon />
        </Button>
      </p>
      <ul>
        {chosen.map(({ each: { participant }, index }) => {
          const { sentence, sign, tone } = lineWords(line, index, 0);
          return (
            <li key={participant.id} data-tone={tone}>
              <Mark {...participant.mark} />
              <span className="cell-detail-name">{participant.name}</span>
              <span className="cell-detail-words">
                {tone !== 'value' && tone !== 'null' && sign ? <span aria-hidden="true">{sign} </span> : null}
                {shortened(sentence, longestDetail)}
              </span>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
