// "Identity" in GraphiQL's rail: icon and frame at once, what is in the pane when it is opened.
import type { GraphiQLPlugin } from '@graphiql/react';
import { Boundary } from '../../../ui/boundary.tsx';
import { later } from '../../../ui/later.tsx';
import { useAfterDelay } from '../../../ui/use-after-delay.ts';
import { PaneStopped } from '../pane-stopped.tsx';

const pane = later(async () => (await import('./identity-pane.tsx')).IdentityPane, { waiting: <Loading /> });

function Loading() {
  const slow = useAfterDelay(true, 150);
  return slow ? <p role="status">Loading…</p> : null;
}

export const identityPlugin: GraphiQLPlugin = {
  title: 'Identity',
  icon: function IdentityIcon() {
    return (
      <svg viewBox="0 0 20 20" fill="none" stroke="currentColor" strokeWidth="1.5" aria-hidden="true">
        <circle cx="10" cy="6.4" r="3.4" />
        <path d="M3.2 17.2c.5-3.6 3.2-5.4 6.8-5.4s6.3 1.8 6.8 5.4" strokeLinecap="round" />
      </svg>
    );
  },
  content: function IdentityFrame() {
    return (
      <Boundary Instead={PaneStopped}>
        <pane.Part />
      </Boundary>
    );
  },
};
