// Fetches the workbench once, and again only after a failure.

import type * as WorkbenchModule from '../workbench/workbench.tsx';

let loading: Promise<typeof WorkbenchModule> | undefined;

export function loadWorkbench(): Promise<typeof WorkbenchModule> {
  // Side by side: GraphiQL itself would ask for Monaco only once it is drawn.
  loading ??= Promise.all([
    import('../workbench/workbench.tsx'),
    import('../workbench/editor/warm-up.ts').then(({ warmUpEditor }) => warmUpEditor()),
  ])
    .then(([workbench]) => workbench)
    .catch((error: unknown) => {
      loading = undefined;
      throw error;
    });
  return loading;
}
