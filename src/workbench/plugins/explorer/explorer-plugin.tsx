// "Explorer" in GraphiQL's rail: an operation by clicking on fields. GraphiQL's own plugin, with its sheet, fetched when it is opened.
import { lazyPlugin } from '../lazy-plugin.tsx';

export const explorerPlugin = lazyPlugin({
  title: 'Explorer',
  icon: (
    <>
      <path d="M9 5.4h8.4M11 10h6.4M11 14.6h6.4" strokeLinecap="round" />
      <path d="m2.6 5.2 1.6 1.6 2.8-3" strokeLinecap="round" strokeLinejoin="round" />
      <rect x="5.2" y="8.6" width="2.8" height="2.8" rx="0.6" />
      <rect x="5.2" y="13.2" width="2.8" height="2.8" rx="0.6" />
    </>
  ),
  load: async () => (await import('./explorer-pane.tsx')).ExplorerPane,
});
