// "Schema" in GraphiQL's rail.
import { lazyPlugin } from '../lazy-plugin.tsx';

export const schemaPlugin = lazyPlugin({
  title: 'Schema',
  icon: (
    <>
      <rect x="2.6" y="3" width="6" height="4.6" rx="1" />
      <rect x="11.4" y="12.4" width="6" height="4.6" rx="1" />
      <path d="M5.6 7.6v7.1h5.8M5.6 10h5.8" strokeLinecap="round" />
      <rect x="11.4" y="7.4" width="6" height="3" rx="1" />
    </>
  ),
  load: async () => (await import('./schema-pane.tsx')).SchemaPane,
});
