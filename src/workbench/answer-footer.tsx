// Under the response: whose answer this is and how it went, and an explanation where there is one. It belongs to the tab.
import { useGraphiQL } from '@graphiql/react';
import { useState, useSyncExternalStore, type ReactNode } from 'react';
import { durationText, sizeText } from '../appsync/exchange-words.ts';
import type { Place } from '../appsync/explain/explanation.ts';
import { sentWords } from '../sessions/identity.ts';
import { Button } from '../ui/button.tsx';
import { later } from '../ui/later.tsx';
import { Mark } from '../ui/mark.tsx';
import { Notice } from '../ui/notice.tsx';
import type { ExplanationsProps } from './explanations.tsx';
import type { Stamp } from './stamp.ts';
import type { Stamps } from './stamps.ts';
import './answer-footer.css';

const explanationsView = later(async () => (await import('./explanations.tsx')).Explanations);
const largeAnswerView = later(async () => (await import('./answer-tree/large-answer.tsx')).LargeAnswer);

export interface AnswerFooterProps {
  stamps: Pick<Stamps, 'of' | 'subscribe'>;
  onSignIn: (identityId: string) => void;
  onRenew: (identityId: string) => void;
  onOpenSchema: () => void;
  onShow: (where: 'answer' | 'operation', place: Place) => void;
}

export function AnswerFooter({ stamps, onSignIn, onRenew, onOpenSchema, onShow }: AnswerFooterProps) {
  const [target, setTarget] = useState<Place['path']>();
  const tabId = useGraphiQL((state) => state.tabs[state.activeTabIndex]?.id ?? '');
  // Here and not above: each run makes two, and the whole editor would be drawn anew for either.
  const stamp = useSyncExternalStore(stamps.subscribe, () => stamps.of(tabId));
  if (stamp === undefined) {
    return (
      <div className="answer-footer answer-footer-empty">
        <p>Run an operation: who asked and how it went will stand here.</p>
      </div>
    );
  }
  const { identityId } = stamp.asker;
  const actions = {
    'sign-in': { label: 'Sign in', run: () => onSignIn(identityId) },
    renew: { label: 'Renew the token', run: () => onRenew(identityId) },
    'bring-schema': { label: 'Bring a schema', run: onOpenSchema },
  };
  const large = stamp.state === 'answered' ? stamp.large : undefined;
  return (
    <div className="answer-footer">
      {large && stamp.state === 'answered' ? (
        <largeAnswerView.Part body={large} bytes={stamp.bytes} target={target} />
      ) : null}
      {stamp.state === 'failed' ? <NoAnswer stamp={stamp} actions={actions} /> : null}
      {stamp.state === 'answered' && stamp.explanations.length > 0 ? (
        <explanationsView.Part
          key={stamp.requestId}
          explanations={stamp.explanations}
          isRefusal={stamp.status >= 400}
          actions={actions}
          onShow={(where, place) => {
            // A tree is not GraphiQL's editor; another list each time brings it there again.
            if (where === 'answer' && large) setTarget([...(place.path ?? [])]);
            else onShow(where, place);
          }}
        />
      ) : null}
      <p className="answer-stamp" role="status" aria-label="About this answer">
        {partsOf(stamp).map((part) => (
          <span key={part.name}>{part.content}</span>
        ))}
      </p>
    </div>
  );
}

function partsOf(stamp: Stamp): { name: string; content: ReactNode }[] {
  const { asker } = stamp;
  const who = {
    name: 'who',
    content: stamp.overridden ? (
      <>
        with this tab’s own {stamp.overridden} header, not as {asker.name}
      </>
    ) : (
      <>
        as <Mark {...asker.mark} /> {asker.name} ({[sentWords(asker), ...asker.groups].join(', ')})
      </>
    ),
  };
  if (asker.identityId === '') return [{ name: 'state', content: 'Not sent' }];
  switch (stamp.state) {
    case 'running':
      return [{ name: 'state', content: 'Waiting for the answer' }, who];
    case 'stopped':
      return [{ name: 'state', content: `Stopped after ${durationText(stamp.milliseconds)}` }, who];
    case 'failed':
      return [{ name: 'state', content: `No answer after ${durationText(stamp.milliseconds)}` }, who];
    case 'answered':
      return [
        { name: 'status', content: `HTTP ${stamp.status}` },
        { name: 'time', content: durationText(stamp.milliseconds) },
        { name: 'size', content: sizeText(stamp.bytes) },
        who,
        ...(stamp.askedAgain ? [{ name: 'again', content: 'asked again with a fresh token' }] : []),
        ...(stamp.requestId ? [{ name: 'request', content: <RequestId id={stamp.requestId} /> }] : []),
      ];
    default:
      return stamp satisfies never;
  }
}

function RequestId({ id }: { id: string }) {
  return (
    <>
      request <code title={id}>{id}</code>
    </>
  );
}

type Actions = ExplanationsProps['actions'];

function NoAnswer({ stamp, actions }: { stamp: Extract<Stamp, { state: 'failed' }>; actions: Actions }) {
  const { what, why, next, action } = stamp.explanation;
  const act = action && actions[action];
  return (
    <Notice
      kind="error"
      role="status"
      what={what}
      why={why}
      next={next}
      action={act ? <Button onClick={act.run}>{act.label}</Button> : undefined}
    />
  );
}
