// A tab's subscription in the answer's place: where it is, its events, and below, in GraphiQL's own editor, the latest of them.
// The editor is written to a few times a second at most, whatever comes. Fetched with the first subscription.
import { useEffect, useState } from 'react';
import { explainEnd, wordsOf } from '../../appsync/realtime/explain-end.ts';
import { overridingHeader } from '../../appsync/http.ts';
import { Button } from '../../ui/button.tsx';
import { Mark } from '../../ui/mark.tsx';
import { Notice } from '../../ui/notice.tsx';
import { prettyText } from './entries-text.ts';
import { EventTools } from './event-tools.tsx';
import type { LiveSubscriptions, TabSubscription } from './live-subscriptions.ts';
import { Note } from './note.tsx';
import { NullNote } from './null-note.tsx';
import { isRunning } from './phase.ts';
import { createSlowWriter } from './slow-writer.ts';
import { PhaseLine } from './phase-line.tsx';
import './subscriptions.css';

export interface TabSubscriptionViewProps {
  live: LiveSubscriptions;
  subscription: TabSubscription;
  /** Changes with it. */
  version: number;
  showText: (text: string) => void;
  onSignIn: (identityId: string) => void;
}

/** Each writing replaces the editor's whole text. */
const writtenEvery = 250;

export function TabSubscriptionView({ live, subscription, version, showText, onSignIn }: TabSubscriptionViewProps) {
  const { source, phase, log } = subscription;
  const { asker, operation } = source;
  const latest = latestText(subscription);
  useSlowly(latest.text, phase.kind, showText);
  return (
    <section className="subscription-view" aria-label={`Events of ${operation}`}>
      <header className="subscription-head">
        <Mark {...asker.mark} />
        <PhaseLine phase={phase} name={asker.name} onTryNow={live.tryNow} />
        <code className="subscription-name">{operation}</code>
      </header>
      {isRunning(phase) ? <StartNotes subscription={subscription} /> : null}
      {phase.kind === 'ended' ? (
        <End why={phase.why} subscription={subscription} onSignIn={() => onSignIn(asker.identityId)} />
      ) : null}
      {log.end === log.first && !isRunning(phase) ? null : (
        <EventTools
          log={log}
          version={version}
          withOperation={false}
          label={`Events of ${operation}, oldest first`}
          fileName={`${operation}-events.json`}
          empty={
            <p>
              No event yet. One comes when a mutation runs that this field listens to: run one in another tab, this one
              goes on listening meanwhile.
            </p>
          }
          onClear={() => live.clear(log)}
        />
      )}
      {latest.event === undefined ? null : (
        <footer className="subscription-latest">
          <h3>Latest event</h3>
          <NullNote text={latest.event} />
        </footer>
      )}
    </section>
  );
}

function latestText({ phase, log }: TabSubscription): { event: string | undefined; text: string } {
  const entry = log.at(log.end - 1);
  if (entry?.kind === 'event') return { event: entry.text, text: entry.text };
  if (phase.kind === 'ended' && phase.why.kind === 'refused') {
    return { event: undefined, text: JSON.stringify({ errors: phase.why.errors }) };
  }
  return { event: undefined, text: '' };
}

/** @param occasion a run that only stops the subscription has emptied the editor */
function useSlowly(text: string, occasion: string, show: (text: string) => void): void {
  const [writer] = useState(() =>
    createSlowWriter({
      show: (next) => show(next === '' ? '' : prettyText(next)),
      everyMs: writtenEvery,
      now: () => performance.now(),
      setTimer: (run, afterMs) => {
        const timer = setTimeout(run, afterMs);
        return () => clearTimeout(timer);
      },
    }),
  );
  useEffect(() => writer.write(text, occasion), [writer, text, occasion]);
  useEffect(() => () => writer.stop(), [writer]);
}

/** What was sent with the start that a person may not have meant. */
function StartNotes({ subscription: { operation, headers, source } }: { subscription: TabSubscription }) {
  const nulls = Object.entries(operation.variables ?? {}).flatMap(([name, value]) => (value === null ? [name] : []));
  const own = overridingHeader(headers);
  return (
    <>
      {own === undefined ? null : (
        <Note>
          It was started with this tab’s own <code>{own}</code> header, not as {source.asker.name}.
        </Note>
      )}
      {nulls.length === 0 ? null : (
        <Note>
          <code>{nulls.join(', ')}</code> {nulls.length === 1 ? 'is' : 'are'} null in the variables. AppSync takes that
          as “must be null”: leave a variable out to hear of everything.
        </Note>
      )}
    </>
  );
}

interface EndProps {
  why: Parameters<typeof explainEnd>[0];
  subscription: TabSubscription;
  onSignIn: () => void;
}

function End({ why, subscription, onSignIn }: EndProps) {
  const { name, groups } = subscription.source.asker;
  const isOverridden = overridingHeader(subscription.headers) !== undefined;
  const { what, why: because, next, action } = explainEnd(why, { name, groups, isOverridden });
  return (
    <Notice
      kind={why.kind === 'completed' ? 'info' : 'error'}
      role="status"
      what={what}
      why={because}
      next={next}
      verbatim={why.kind === 'refused' ? why.errors.map((error) => wordsOf(error)).join('; ') : undefined}
      action={action === 'sign-in' ? <Button onClick={onSignIn}>Sign in</Button> : undefined}
    />
  );
}
