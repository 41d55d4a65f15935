// What is seldom needed, folded under one quiet line: the browser's own <details>, which opens before any script is there.
import { useEffect, useRef, type ReactNode } from 'react';
import { ChevronDownIcon } from './icons.tsx';
import './disclosure.css';

export interface DisclosureProps {
  summary: ReactNode;
  children?: ReactNode;
  /** Open at first. */
  open?: boolean;
  /** Told too where it was opened before the script was alive. */
  onToggle?: (open: boolean) => void;
}

export function Disclosure({ summary, children, open, onToggle }: DisclosureProps) {
  const details = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    if (details.current?.open) onToggle?.(true);
    // oxlint-disable-next-line react/exhaustive-deps -- once, when it comes to life
  }, []);
  return (
    <details
      ref={details}
      className="disclosure"
      open={open}
      // Opened before React has taken it over: that stays.
      suppressHydrationWarning
      onToggle={(event) => onToggle?.(event.currentTarget.open)}
    >
      <summary>
        <ChevronDownIcon />
        <span>{summary}</span>
      </summary>
      {children}
    </details>
  );
}
