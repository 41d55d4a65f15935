// A quiet remark beside events.
import type { ReactNode } from 'react';

export function Note({ children }: { children: ReactNode }) {
  return (
    <p className="event-note">
      <span className="event-note-sign" aria-hidden="true">
        i
      </span>
      <span>{children}</span>
    </p>
  );
}
