// Fetches and starts the editor's code, once, and again only after a failure. When, its callers say: starting it holds the page up,
// a layer at a time, so that nobody should be typing then.
import type * as WorkbenchModule from '../workbench/workbench.tsx';
import { warmUpEditor } from '../workbench/editor/warm-up.ts';

type Loaded = typeof WorkbenchModule;
let loading: Promise<Loaded> | undefined;

export function loadWorkbench(): Promise<Loaded> {
  // Side by side: GraphiQL itself would ask for Monaco only once it is drawn.
  loading ??= Promise.all([import('../workbench/workbench.tsx'), warmUpEditor()])
    .then(([workbench]) => workbench)
    .catch((error: unknown) => {
      loading = undefined;
      throw error;
    });
  return loading;
}

const touches = ['pointerdown', 'focusin', 'input'] as const;
const pause = 250;

/** Runs once, when nobody has touched the page for a moment. */
export function whenQuiet(run: () => void): void {
  const stop = new AbortController();
  let timer: ReturnType<typeof setTimeout>;
  const wait = () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      stop.abort();
      run();
    }, pause);
  };
  for (const touch of [...touches, 'keydown'])
    document.addEventListener(touch, wait, { signal: stop.signal, capture: true });
  wait();
}
