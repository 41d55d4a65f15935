// One challenge's form, drawn from its prompt alone: a new challenge needs no new view.
import { useEffect, useRef, useState } from 'react';
import type { Answers, ChallengePrompt } from '../cognito/challenges/challenge.ts';
import type { Explanation } from '../cognito/explanation.ts';
import { Button } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';
import { ChallengeInput } from './challenge-input.tsx';
import { FailureNotice } from './failure-notice.tsx';
import { ShownParts } from './shown-parts.tsx';
import { textOf } from './text-of.ts';
import './challenge-form.css';

export interface ChallengeFormProps {
  prompt: ChallengePrompt;
  /** Which form this is, user name and password being the first. */
  step: number;
  /** Whom the answer is for: password managers look for it beside a new password. */
  username: string;
  busy: boolean;
  failure?: Explanation | undefined;
  /** Good news, such as a code that was sent again. */
  told?: string | undefined;
  /** Where the demo's codes can be read. */
  outbox?: string | undefined;
  onAnswer: (answers: Answers) => void;
  onResend: () => void;
  onBack: () => void;
}

const inputs = 'input:not([hidden])';

export function ChallengeForm(props: ChallengeFormProps) {
  const { prompt, step, username, busy, failure, told, outbox, onAnswer, onResend, onBack } = props;
  const form = useRef<HTMLFormElement>(null);
  const [empty, setEmpty] = useState<readonly string[]>([]);

  // At first, and again when an answer was refused: what was typed is selected, so that typing replaces it.
  useEffect(() => {
    if (busy) return;
    const first = form.current?.querySelector<HTMLInputElement>(`${inputs}:checked, ${inputs}:not([type="radio"])`);
    first?.focus();
    if (failure) first?.select();
  }, [busy, failure]);

  function submit(sent: HTMLFormElement) {
    if (busy) return;
    const data = new FormData(sent);
    const answers = Object.fromEntries(prompt.fields.map(({ name }) => [name, textOf(data, name)]));
    const missing = prompt.fields.filter(({ name, required }) => required && answers[name]?.trim() === '');
    setEmpty(missing.map(({ name }) => name));
    const first = missing[0];
    if (first) sent.querySelector<HTMLInputElement>(`[name="${CSS.escape(first.name)}"]`)?.focus();
    else onAnswer(answers);
  }

  return (
    <form
      ref={form}
      className="sign-in-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit(event.currentTarget);
      }}
      onInput={() => setEmpty([])}
    >
      <input type="text" autoComplete="username" value={username} readOnly hidden />
      <div>
        <p className="sign-in-step">
          Step {step}, as {username}
        </p>
        <h3>{prompt.title}</h3>
      </div>
      <p>{prompt.help}</p>
      {prompt.shows ? <ShownParts parts={prompt.shows} /> : null}
      {prompt.fields.map((field) => (
        <ChallengeInput key={field.name} field={field} empty={empty.includes(field.name)} outbox={outbox} />
      ))}
      {failure ? <FailureNotice failure={failure} acts={{}} /> : null}
      {told ? <Notice kind="done" role="status" what={told} /> : null}
      <div className="sign-in-buttons">
        <Button kind="primary" type="submit" aria-disabled={busy}>
          {busy ? `${prompt.doing}…` : prompt.submit}
        </Button>
        <Button onClick={onBack}>{busy ? 'Stop' : 'Back'}</Button>
      </div>
      {prompt.resend === undefined ? null : (
        <Button kind="quiet" className="challenge-resend" aria-disabled={busy} onClick={() => busy || onResend()}>
          {prompt.resend}
        </Button>
      )}
    </form>
  );
}
