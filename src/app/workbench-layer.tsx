// The workbench: drawn beneath the front page as soon as that costs nobody a keystroke, shown when somebody is signed in, and
// kept when the last one has signed out. Whatever goes wrong inside it leaves the rest of the page standing.
import type { ReactNode } from 'react';
import type { WorkbenchProps } from '../workbench/workbench.tsx';
import { Boundary } from '../ui/boundary.tsx';
import { Button } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';
import type { Services } from './services.ts';
import { starterOperationsFor } from './starter-operations.ts';
import type { WorkbenchLoad } from './use-workbench.ts';
import './workbench-layer.css';

export interface WorkbenchLayerProps extends Omit<
  WorkbenchProps,
  'sessions' | 'identities' | 'schemas' | 'starterOperations' | 'keepsHistory'
> {
  services: Services;
  load: WorkbenchLoad;
  /** Nobody is signed in: it stays as it is, out of sight and out of reach. */
  covered: boolean;
  /** What has just been done, at the foot. */
  told: ReactNode;
}

export function WorkbenchLayer({ services, load, covered, told, ...workbench }: WorkbenchLayerProps) {
  return (
    <div className="workbench-layer" inert={covered} data-covered={covered || undefined}>
      <Boundary Instead={Stopped}>
        <Loaded
          {...workbench}
          load={load}
          sessions={services.sessions}
          identities={services.identities}
          schemas={services.schemas}
          starterOperations={starterOperationsFor(workbench.connection, services.launch.demo)}
          keepsHistory={services.remembered.keepsHistory}
        />
      </Boundary>
      {told}
    </div>
  );
}

function Loaded({ load, ...workbench }: WorkbenchProps & { load: WorkbenchLoad }) {
  const { code, loadAgain } = load;
  switch (code.state) {
    case 'here':
      return <code.Workbench {...workbench} />;
    case 'coming':
      return (
        <p className="workbench-loading" role="status">
          Loading the editor…
        </p>
      );
    case 'failed':
      return (
        <StartAgain
          what="The editor’s code did not arrive."
          why="The page’s helper did not send it: it may have been stopped, or started again with another version."
          next="See that npm start is running, then start the editor. If it stays, reload the page and sign in again."
          onStart={loadAgain}
        />
      );
    default:
      return code satisfies never;
  }
}

interface StartAgainProps {
  what: string;
  why: string;
  next: string;
  onStart: () => void;
}

function StartAgain({ what, why, next, onStart }: StartAgainProps) {
  return (
    <div className="workbench-failed">
      <Notice
        kind="error"
        role="alert"
        what={what}
        why={why}
        next={next}
        action={<Button onClick={onStart}>Start the editor again</Button>}
      />
    </div>
  );
}

function Stopped({ onTryAgain }: { onTryAgain: () => void }) {
  return (
    <StartAgain
      what="The editor stopped working."
      why="Something in it failed that should not have."
      next="Nothing of your sessions is lost, and your tabs are kept."
      onStart={onTryAgain}
    />
  );
}
