// Under the response: whose answer this is and how it went, and an explanation where there is one. It belongs to the tab.
import { useGraphiQL } from '@graphiql/react';
import { useEffect, useMemo, type ReactNode } from 'react';
import { sentWords } from '../sessions/identity.ts';
import { Button } from '../ui/button.tsx';
import { Mark } from '../ui/mark.tsx';
import { Notice } from '../ui/notice.tsx';
import { durationText, sizeText, type Stamp } from './stamp.ts';
import './answer-footer.css';

export interface AnswerFooterProps {
  stampOf: (tabId: string) => Stamp | undefined;
  onSignIn: (identityId: string) => void;
  onRenew: (identityId: string) => void;
}

export function AnswerFooter({ stampOf, onSignIn, onRenew }: AnswerFooterProps) {
  const tabId = useGraphiQL((state) => state.tabs[state.activeTabIndex]?.id ?? '');
  const stamp = stampOf(tabId);
  if (stamp === undefined) {
    return (
      <div className="answer-footer answer-footer-empty">
        Run an operation: who asked and how it went will stand here.
      </div>
    );
  }
  const explanation = 'explanation' in stamp ? stamp.explanation : undefined;
  const { identityId } = stamp.asker;
  const actions = {
    'sign-in': <Button onClick={() => onSignIn(identityId)}>Sign in</Button>,
    renew: <Button onClick={() => onRenew(identityId)}>Renew the token</Button>,
  };
  return (
    <div className="answer-footer">
      {explanation ? (
        <Notice
          kind={stamp.state === 'failed' || (stamp.state === 'answered' && stamp.status >= 400) ? 'error' : 'info'}
          role="status"
          what={explanation.what}
          why={explanation.why}
          next={explanation.next}
          action={explanation.action ? actions[explanation.action] : undefined}
        />
      ) : null}
      {stamp.state === 'answered' && stamp.whole ? <WholeAnswer whole={stamp.whole} bytes={stamp.bytes} /> : null}
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

function WholeAnswer({ whole, bytes }: { whole: Blob; bytes: number }) {
  const url = useMemo(() => URL.createObjectURL(whole), [whole]);
  useEffect(() => () => URL.revokeObjectURL(url), [url]);
  return (
    <Notice
      kind="info"
      what={`This answer is ${sizeText(bytes)}; only its start is shown.`}
      action={
        <a
          className="button button-plain"
          href={url}
          download={whole.type === 'application/json' ? 'answer.json' : 'answer.txt'}
        >
          Download all of it
        </a>
      }
    />
  );
}
