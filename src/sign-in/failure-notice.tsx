// A failure in words, with the one thing to do about it as a button, and what there is to copy.
import type { Explanation, ExplanationAction } from '../cognito/explanation.ts';
import { Button } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';
import { Snippet } from '../ui/snippet.tsx';

/** What can be done here; a button is drawn only for what is there. */
export type FailureActs = Readonly<Partial<Record<ExplanationAction, (() => void) | undefined>>>;

export interface FailureNoticeProps {
  failure: Explanation;
  acts: FailureActs;
}

const words: Record<ExplanationAction, string> = {
  'client-secret': 'Type the client secret',
  'forgot-password': 'Forgot the password?',
  'confirm-sign-up': 'Confirm with the code',
  'reset-password': 'Set a new password',
  'edit-connection': 'Edit the connection',
  wait: 'Try again',
};

export function FailureNotice({ failure, acts }: FailureNoticeProps) {
  const action = failure.action ?? (failure.retry === 'fix-connection' ? 'edit-connection' : undefined);
  const act = action && acts[action];
  return (
    <Notice
      kind="error"
      role="alert"
      what={failure.what}
      why={failure.why}
      next={failure.next}
      verbatim={failure.awsMessage}
      action={action && act ? <Button onClick={act}>{words[action]}</Button> : undefined}
    >
      {failure.command ? <Snippet title="Command" text={failure.command} /> : null}
      {failure.policy ? <Snippet title="IAM policy" text={failure.policy} /> : null}
    </Notice>
  );
}
