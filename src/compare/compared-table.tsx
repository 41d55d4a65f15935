// A plain table of a comparison: an identity a column, each with its mark. For few rows; long ones are AnswerGrid's.
import type { ReactNode } from 'react';
import { Mark } from '../ui/mark.tsx';
import type { Participant } from './participant.ts';
import './compared-table.css';

export interface ComparedTableProps {
  label: string;
  /** What the first column holds. */
  rowName: string;
  participants: readonly Participant[];
  /** Beneath each name. */
  notes?: readonly ReactNode[];
  /** Rows of the body. */
  children: ReactNode;
}

export function ComparedTable({ label, rowName, participants, notes, children }: ComparedTableProps) {
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls has to be reached by the keyboard
    <div className="compared-table" role="region" aria-label={label} tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">{rowName}</th>
            {participants.map(({ id, mark, name }, index) => (
              <th key={id} scope="col">
                <span className="compared-table-who">
                  <Mark {...mark} /> {name}
                </span>
                {notes?.[index]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </div>
  );
}
