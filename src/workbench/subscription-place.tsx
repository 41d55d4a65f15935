// Where a tab's answer stands: its subscription's events once it has one, else what is given. And the button that stops it, in
// the place of GraphiQL's own, which knows only of the run at hand.
import { StopIcon, Tooltip, useGraphiQL } from '@graphiql/react';
import { useCallback, useEffect, useLayoutEffect, useRef, useState, type ReactNode } from 'react';
import { createPortal } from 'react-dom';
import { Boundary } from '../ui/boundary.tsx';
import { later } from '../ui/later.tsx';
import { PaneStopped } from './plugins/pane-stopped.tsx';
import { useLiveSubscriptions } from './subscriptions/use-subscriptions.ts';
import type { TabSubscriptionViewProps } from './subscriptions/tab-subscription-view.tsx';
import './subscription-place.css';

const view = later<TabSubscriptionViewProps>(
  async () => (await import('./subscriptions/tab-subscription-view.tsx')).TabSubscriptionView,
);

export interface SubscriptionPlaceProps {
  onSignIn: (identityId: string) => void;
  /** For a tab that listens to nothing. */
  children: ReactNode;
}

const useActiveTab = () => useGraphiQL((state) => state.tabs[state.activeTabIndex]?.id ?? '');

export function SubscriptionPlace({ onSignIn, children }: SubscriptionPlaceProps) {
  const tabId = useActiveTab();
  const tabIds = useGraphiQL((state) => state.tabs.map(({ id }) => id));
  const { live, version } = useLiveSubscriptions();
  const responseEditor = useGraphiQL((state) => state.responseEditor);
  // Past GraphiQL's store: what comes and goes four times a second is not to be remembered, and would draw all of GraphiQL anew.
  const showText = useCallback((text: string) => responseEditor?.setValue(text), [responseEditor]);
  useEffect(() => live?.keepTabs(tabIds), [live, tabIds]);
  const subscription = live?.of(tabId);
  if (live === undefined || subscription === undefined) return children;
  return (
    <AboveTheAnswer>
      <Boundary Instead={PaneStopped}>
        <view.Part
          key={tabId}
          live={live}
          subscription={subscription}
          version={version}
          showText={showText}
          onSignIn={onSignIn}
        />
      </Boundary>
    </AboveTheAnswer>
  );
}

/** Before the answer's editor in the document too, where GraphiQL has room only after it: the keyboard goes the way the eye does. */
function AboveTheAnswer({ children }: { children: ReactNode }) {
  const [place] = useState(() => Object.assign(document.createElement('div'), { className: 'subscription-above' }));
  useLayoutEffect(() => {
    document.querySelector('.workbench-editor .graphiql-response')?.prepend(place);
    return () => place.remove();
  }, [place]);
  return createPortal(children, place);
}

export function StopSubscription() {
  const tabId = useActiveTab();
  const { live } = useLiveSubscriptions();
  if (!live?.isRunning(tabId)) return null;
  return <StopButton onStop={() => live.stop(tabId)} />;
}

function StopButton({ onStop }: { onStop: () => void }) {
  const button = useRef<HTMLButtonElement>(null);
  // The button that was pressed is not seen any more: whoever went by keyboard stays where they were.
  useEffect(() => {
    const stop = button.current;
    if (document.activeElement === document.body) stop?.focus();
    return () => {
      if (document.activeElement !== stop) return;
      requestAnimationFrame(() => document.querySelector<HTMLElement>('.graphiql-execute-button')?.focus());
    };
  }, []);
  const label = 'Stop subscription (Ctrl-Enter)';
  return (
    <Tooltip label={label}>
      <button
        ref={button}
        type="button"
        className="graphiql-execute-button stop-subscription"
        aria-label={label}
        onClick={onStop}
      >
        <StopIcon />
      </button>
    </Tooltip>
  );
}
