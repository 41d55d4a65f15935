// Fetches the workbench once, and again only after a failure.

type WorkbenchModule = typeof import('../workbench/workbench.tsx');
let loading: Promise<WorkbenchModule> | undefined;

export function loadWorkbench(): Promise<WorkbenchModule> {
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
