// "Events" in GraphiQL's rail: every tab's subscription, and the events of all of them.
import { lazyPlugin } from '../lazy-plugin.tsx';

export const eventsPlugin = lazyPlugin({
  title: 'Events',
  icon: <path d="M11.2 2.2 4.4 11.4h5l-.8 6.4 7-9.6h-5.2z" strokeLinejoin="round" />,
  load: async () => (await import('./events-pane.tsx')).EventsPane,
});
