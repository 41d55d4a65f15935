// The workbench's component, once its code has arrived, and when to draw it: at the latest when a sign-in starts, else when
// nobody has touched the page for a moment, so that four editors are not made between two of somebody's keystrokes.
import { useCallback, useEffect, useState, type ComponentType } from 'react';
import type { WorkbenchProps } from '../workbench/workbench.tsx';
import { whenFirstTouched } from './first-touch.ts';
import { loadWorkbench, whenQuiet } from './load-workbench.ts';

export type WorkbenchCode =
  | { readonly state: 'coming' }
  | { readonly state: 'failed' }
  | { readonly state: 'here'; readonly Workbench: ComponentType<WorkbenchProps> };

export interface WorkbenchLoad {
  readonly code: WorkbenchCode;
  /** Whether it may be drawn though nobody is signed in yet. */
  readonly early: boolean;
  readonly drawNow: () => void;
  readonly loadAgain: () => void;
}

export function useWorkbench(alive: boolean): WorkbenchLoad {
  const [code, setCode] = useState<WorkbenchCode>({ state: 'coming' });
  const [early, setEarly] = useState(false);

  const load = useCallback(() => {
    async function fetchCode() {
      try {
        const { Workbench } = await loadWorkbench();
        setCode({ state: 'here', Workbench });
        whenQuiet(() => setEarly(true));
      } catch {
        setCode({ state: 'failed' });
      }
    }
    void fetchCode();
  }, []);

  useEffect(() => {
    if (!alive) return;
    whenFirstTouched(() => whenQuiet(load));
  }, [alive, load]);

  const drawNow = useCallback(() => {
    setEarly(true);
    load();
  }, [load]);
  const loadAgain = useCallback(() => {
    setCode({ state: 'coming' });
    load();
  }, [load]);
  return { code, early, drawNow, loadAgain };
}
