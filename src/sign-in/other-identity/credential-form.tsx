// What the small forms have in common: fields of the browser's own, read when they are sent and not held, a name, and a sentence on
// what is wrong.
import { useEffect, useRef, useState, type ReactNode } from 'react';
import type { Credential } from '../../sessions/credential.ts';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { Notice } from '../../ui/notice.tsx';
import type { ReadCredential } from './read-credential.ts';

type Read = ReadCredential<Credential['authMode']>;

export interface CredentialFormProps {
  /** What it is for. */
  intro: ReactNode;
  /** Its fields, by name. */
  children?: ReactNode;
  read: (field: (name: string) => string) => Read;
  /** Whether what is found is told as it is typed. */
  live?: boolean;
  namePlaceholder: string;
  /** What the button says. */
  action: string;
  onAdd: (credential: Credential, name: string) => void;
}

export function CredentialForm({ intro, children, read, live, namePlaceholder, action, onAdd }: CredentialFormProps) {
  const form = useRef<HTMLFormElement>(null);
  const [result, setResult] = useState<Read>();

  useEffect(() => focusFirst(form.current), []);

  function readForm(): Read | undefined {
    if (!form.current) return undefined;
    const data = new FormData(form.current);
    return read((name) => {
      const value = data.get(name);
      return typeof value === 'string' ? value : '';
    });
  }

  /** Without what was read: that is kept by nobody before it is wanted. */
  function tell(now: Read | undefined) {
    setResult(now?.ok ? { ...now, credential: { authMode: 'NONE' } } : now);
  }

  return (
    <form
      ref={form}
      className="sign-in-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        const now = readForm();
        if (now?.ok) {
          const name = new FormData(event.currentTarget).get('identity-name');
          event.currentTarget.reset();
          onAdd(now.credential, typeof name === 'string' ? name : '');
          return;
        }
        tell(now);
        focusFirst(form.current);
      }}
      onInput={() => {
        const now = live ? readForm() : undefined;
        tell(now?.ok ? now : undefined);
      }}
    >
      <p className="other-identity-intro">{intro}</p>
      {children}
      <Field
        label="Name (optional)"
        name="identity-name"
        placeholder={namePlaceholder}
        autoComplete="off"
        spellCheck={false}
      />
      <div role="status">
        {result?.ok === false ? <Notice kind="error" what={result.wrong} /> : null}
        {result?.ok && result.found ? <Notice kind="done" what={result.found} /> : null}
      </div>
      <div className="sign-in-buttons">
        <Button kind="primary" type="submit">
          {action}
        </Button>
      </div>
    </form>
  );
}

function focusFirst(form: HTMLFormElement | null): void {
  form?.querySelector<HTMLElement>('input:not([type="radio"]), textarea')?.focus();
}
