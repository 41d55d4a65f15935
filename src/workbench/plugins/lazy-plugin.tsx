// A pane in GraphiQL's rail whose icon is there at once and whose content is fetched when it is opened.
import type { GraphiQLPlugin } from '@graphiql/react';
import type { ComponentType, ReactNode } from 'react';
import { Boundary } from '../../ui/boundary.tsx';
import { later } from '../../ui/later.tsx';
import { useAfterDelay } from '../../ui/use-after-delay.ts';
import { PaneStopped } from './pane-stopped.tsx';

export interface LazyPlugin {
  readonly title: string;
  /** Within a box of 20 by 20. */
  readonly icon: ReactNode;
  readonly load: () => Promise<ComponentType<object>>;
}

export function lazyPlugin({ title, icon, load }: LazyPlugin): GraphiQLPlugin {
  const pane = later(load, { waiting: <Loading /> });
  return {
    title,
    icon: function PaneIcon() {
      return (
        <svg viewBox="0 0 20 20" fill="none" stroke="currentColor" strokeWidth="1.5" aria-hidden="true">
          {icon}
        </svg>
      );
    },
    content: function PaneFrame() {
      return (
        <Boundary Instead={PaneStopped}>
          <pane.Part />
        </Boundary>
      );
    },
  };
}

function Loading() {
  const slow = useAfterDelay(true, 150);
  return slow ? <p role="status">Loading…</p> : null;
}
