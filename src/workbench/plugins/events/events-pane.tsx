// The Events pane: every tab's subscription, where it is, and the events of all of them in one list, in the order they came.
import { useGraphiQL, useGraphiQLActions } from '@graphiql/react';
import { Button } from '../../../ui/button.tsx';
import { Mark } from '../../../ui/mark.tsx';
import { EventTools } from '../../subscriptions/event-tools.tsx';
import type { LiveSubscriptions, TabSubscription } from '../../subscriptions/live-subscriptions.ts';
import { isRunning } from '../../subscriptions/phase.ts';
import { PhaseLine } from '../../subscriptions/phase-line.tsx';
import { useLiveSubscriptions } from '../../subscriptions/use-subscriptions.ts';
import '../../subscriptions/subscriptions.css';
import './events-pane.css';

export function EventsPane() {
  const { live, version } = useLiveSubscriptions();
  return (
    <section className="events-pane" aria-label="Events">
      <h2>Events</h2>
      {live === undefined ? (
        <p className="events-pane-quiet">
          Nothing listens yet. Write a subscription in a tab and run it: it stays connected while you work in other
          tabs, and the events of all of them stand here.
        </p>
      ) : (
        <Here live={live} version={version} />
      )}
    </section>
  );
}

function Here({ live, version }: { live: LiveSubscriptions; version: number }) {
  const all = live.all();
  const running = all.filter(({ phase }) => isRunning(phase)).length;
  return (
    <>
      <p className="events-pane-quiet">
        {running === 1 ? 'One tab listens.' : `${running === 0 ? 'No' : running} tabs listen.`} Their events come
        together here; each tab shows its own.
      </p>
      <ul className="events-pane-tabs" aria-label="Subscriptions">
        {all.map((subscription) => (
          <Card key={subscription.tabId} live={live} subscription={subscription} />
        ))}
      </ul>
      <EventTools
        log={live.everything}
        version={version}
        withOperation
        label="Events of all tabs, oldest first"
        fileName="events.json"
        empty={<p>No event yet.</p>}
        onClear={() => live.clear(live.everything)}
      />
    </>
  );
}

function Card({ live, subscription }: { live: LiveSubscriptions; subscription: TabSubscription }) {
  const { tabId, source, phase, log } = subscription;
  const place = useGraphiQL((state) => state.tabs.findIndex(({ id }) => id === tabId));
  const isHere = useGraphiQL((state) => state.tabs[state.activeTabIndex]?.id === tabId);
  const actions = useGraphiQLActions();
  return (
    <li className="events-pane-tab">
      <div className="events-pane-tab-name">
        <Mark {...source.asker.mark} />
        <code>{source.operation}</code>
        <span className="events-pane-quiet">
          {log.events.toLocaleString('en')} {log.events === 1 ? 'event' : 'events'}
        </span>
      </div>
      <PhaseLine phase={phase} name={source.asker.name} onTryNow={live.tryNow} />
      <div className="events-pane-tab-acts">
        {isHere || place === -1 ? null : (
          <Button kind="quiet" onClick={() => actions.changeTab(place)}>
            Go to its tab
          </Button>
        )}
        {isRunning(phase) ? (
          <Button kind="quiet" aria-label={`Stop ${source.operation}`} onClick={() => live.stop(tabId)}>
            Stop
          </Button>
        ) : null}
      </div>
    </li>
  );
}
