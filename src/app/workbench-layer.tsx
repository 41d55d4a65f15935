// The workbench: fetched as soon as the page is painted, drawn when somebody is signed in, and kept beneath the front page
// when the last one has signed out. Whatever goes wrong inside it leaves the rest of the page standing.
import { Component, lazy, Suspense, type ReactNode } from 'react';
import { Button } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';
import type { WorkbenchProps } from '../workbench/workbench.tsx';
import type { Services } from './services.ts';
import { loadWorkbench } from './load-workbench.ts';
import './workbench-layer.css';

const Workbench = lazy(async () => ({ default: (await loadWorkbench()).Workbench }));

export interface WorkbenchLayerProps extends Omit<WorkbenchProps, 'sessions' | 'starterOperations' | 'keepsHistory'> {
  services: Services;
  /** Nobody is signed in: it stays as it is, out of sight and out of reach. */
  covered: boolean;
}

export function WorkbenchLayer({ services, covered, ...workbench }: WorkbenchLayerProps) {
  return (
    <div className="workbench-layer" inert={covered} data-covered={covered || undefined}>
      <WorkbenchBoundary>
        <Suspense
          fallback={
            <p className="workbench-loading" role="status">
              Loading the editor…
            </p>
          }
        >
          <Workbench
            {...workbench}
            sessions={services.sessions}
            starterOperations={services.launch.demo?.operations[workbench.connection.id]}
            keepsHistory={services.remembered.keepsHistory}
          />
        </Suspense>
      </WorkbenchBoundary>
    </div>
  );
}

class WorkbenchBoundary extends Component<{ children: ReactNode }, { failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  override render() {
    if (!this.state.failed) return this.props.children;
    return (
      <div className="workbench-failed">
        <Notice
          kind="error"
          role="alert"
          what="The editor stopped working."
          why="Something in it failed that should not have, or a part of the page could not be fetched from its helper."
          next="Nothing of your sessions is lost. Start the editor again; your tabs are kept."
          action={<Button onClick={() => this.setState({ failed: false })}>Start the editor again</Button>}
        />
      </div>
    );
  }
}
