// "Code" in GraphiQL's rail: the operation of the tab, for other tools.
import { lazyPlugin } from '../lazy-plugin.tsx';

export const codePlugin = lazyPlugin({
  title: 'Code',
  icon: <path d="M6.8 5.2 2.4 10l4.4 4.8M13.2 5.2l4.4 4.8-4.4 4.8M11.3 3.6 8.7 16.4" strokeLinecap="round" />,
  load: async () => (await import('./code-pane.tsx')).CodePane,
});
