// Something that happened, in words: what, why probably, what to do next, and AWS's own message verbatim.
import type { ReactNode } from 'react';
import './notice.css';

export interface NoticeProps {
  kind: 'error' | 'caution' | 'info' | 'done';
  what: ReactNode;
  why?: ReactNode;
  next?: ReactNode;
  /** The service's own message, shown as it came. */
  verbatim?: string | undefined;
  /** What goes with the words: a text to copy, say. */
  children?: ReactNode;
  /** One action, a button or a link. */
  action?: ReactNode;
  /** `alert` interrupts a screen reader, `status` waits; without it the notice is part of the page. */
  role?: 'alert' | 'status';
}

const signs = { error: '✕', caution: '!', info: 'i', done: '✓' } as const;

export function Notice({ kind, what, why, next, verbatim, children, action, role }: NoticeProps) {
  return (
    <div className={`notice notice-${kind}`} role={role}>
      <span className="notice-sign" aria-hidden="true">
        {signs[kind]}
      </span>
      <div className="notice-text">
        <p className="notice-what">{what}</p>
        {why ? <p>{why}</p> : null}
        {next ? <p>{next}</p> : null}
        {verbatim ? (
          <p className="notice-verbatim">
            <span>AWS says:</span> <q>{verbatim}</q>
          </p>
        ) : null}
        {children}
        {action}
      </div>
    </div>
  );
}
