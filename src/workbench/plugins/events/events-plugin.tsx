// "Events" in GraphiQL's rail: icon and frame at once, what is in the pane when it is opened.
import type { GraphiQLPlugin } from '@graphiql/react';
import { Boundary } from '../../../ui/boundary.tsx';
import { later } from '../../../ui/later.tsx';
import { PaneStopped } from '../pane-stopped.tsx';

const pane = later(async () => (await import('./events-pane.tsx')).EventsPane);

export const eventsPlugin: GraphiQLPlugin = {
  title: 'Events',
  icon: function EventsIcon() {
    return (
      <svg viewBox="0 0 20 20" fill="none" stroke="currentColor" strokeWidth="1.5" aria-hidden="true">
        <path d="M11.2 2.2 4.4 11.4h5l-.8 6.4 7-9.6h-5.2z" strokeLinejoin="round" />
      </svg>
    );
  },
  content: function EventsFrame() {
    return (
      <Boundary Instead={PaneStopped}>
        <pane.Part />
      </Boundary>
    );
  },
};
