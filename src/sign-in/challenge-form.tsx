// One challenge's form, drawn from its prompt alone: a new challenge needs no new view.
import { useEffect, useRef, type ReactNode } from 'react';
import type { Answers, ChallengePrompt } from '../cognito/challenges/challenge.ts';
import { Button } from '../ui/button.tsx';
import { Field } from '../ui/field.tsx';
import { textOf } from './text-of.ts';

export interface ChallengeFormProps {
  prompt: ChallengePrompt;
  /** Which form this is, user name and password being the first. */
  step: number;
  /** Whom the answer is for: password managers look for it beside a new password. */
  username: string;
  busy: boolean;
  failure?: ReactNode;
  onAnswer: (answers: Answers) => void;
  onBack: () => void;
}

export function ChallengeForm({ prompt, step, username, busy, failure, onAnswer, onBack }: ChallengeFormProps) {
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    form.current?.querySelector<HTMLInputElement>('input:not([hidden])')?.focus();
  }, []);
  return (
    <form
      ref={form}
      className="sign-in-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (busy) return;
        const data = new FormData(event.currentTarget);
        onAnswer(Object.fromEntries(prompt.fields.map(({ name }) => [name, textOf(data, name)])));
      }}
    >
      <input type="text" autoComplete="username" value={username} readOnly hidden />
      <p className="sign-in-step">Step {step}</p>
      <h3>{prompt.title}</h3>
      <p>{prompt.help}</p>
      {prompt.fields.map((field) =>
        field.type === 'choice' ? (
          <fieldset key={field.name}>
            <legend className="field-label">{field.label}</legend>
            {field.options.map(({ value, label }) => (
              <label key={value}>
                <input type="radio" name={field.name} value={value} required /> {label}
              </label>
            ))}
          </fieldset>
        ) : (
          <Field
            key={field.name}
            label={field.required ? field.label : `${field.label} (optional)`}
            name={field.name}
            type={field.type === 'code' ? 'text' : field.type}
            autoComplete={field.autocomplete}
            required={field.required}
            hint={field.help}
            spellCheck={false}
          />
        ),
      )}
      {failure}
      <div className="sign-in-buttons">
        <Button kind="primary" type="submit" aria-disabled={busy}>
          {busy ? `${prompt.doing}…` : prompt.submit}
        </Button>
        <Button onClick={onBack}>{busy ? 'Stop' : 'Back'}</Button>
      </div>
    </form>
  );
}
