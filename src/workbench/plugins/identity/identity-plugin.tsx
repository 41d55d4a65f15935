// "Identity" in GraphiQL's rail: who operations run as, and what their tokens say.
import { lazyPlugin } from '../lazy-plugin.tsx';

export const identityPlugin = lazyPlugin({
  title: 'Identity',
  icon: (
    <>
      <circle cx="10" cy="6.4" r="3.4" />
      <path d="M3.2 17.2c.5-3.6 3.2-5.4 6.8-5.4s6.3 1.8 6.8 5.4" strokeLinecap="round" />
    </>
  ),
  load: async () => (await import('./identity-pane.tsx')).IdentityPane,
});
