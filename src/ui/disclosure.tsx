// What is seldom needed, folded under one quiet line: the browser's own <details>, which opens before any script is there.
import type { ReactNode } from 'react';
import { ChevronDownIcon } from './icons.tsx';
import './disclosure.css';

export interface DisclosureProps {
  summary: ReactNode;
  children?: ReactNode;
  /** Open at first. */
  open?: boolean;
  onToggle?: (open: boolean) => void;
}

export function Disclosure({ summary, children, open, onToggle }: DisclosureProps) {
  return (
    <details
      className="disclosure"
      open={open}
      {...(onToggle && { onToggle: (event) => onToggle(event.currentTarget.open) })}
    >
      <summary>
        <ChevronDownIcon />
        <span>{summary}</span>
      </summary>
      {children}
    </details>
  );
}
