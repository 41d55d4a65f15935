// User name and password. The inputs are the browser's own (uncontrolled): what was typed before the script was alive stays,
// and no password passes through React's state.
import { useEffect, useRef, useState, type FormEvent, type ReactNode, type RefObject } from 'react';
import { Button } from '../ui/button.tsx';
import { Field } from '../ui/field.tsx';
import { EyeIcon, EyeOffIcon } from '../ui/icons.tsx';
import { useAfterDelay } from '../ui/use-after-delay.ts';
import { textOf } from './text-of.ts';
import { takeOverForm } from './early-submit.ts';

export interface Credentials {
  readonly username: string;
  readonly password: string;
}

export interface PasswordFormProps {
  ref: RefObject<HTMLFormElement | null>;
  /** Shown above the fields: the choice of the connection. */
  before?: ReactNode;
  /** Shown above the button: what went wrong. */
  failure?: ReactNode;
  busy: boolean;
  hidden?: boolean;
  /** False while it is not known yet where to sign in: the press is remembered and done when it is. */
  ready: boolean;
  initialUsername?: string | undefined;
  onSubmit: (credentials: Credentials) => void;
  onStop: () => void;
}

export function credentialsOf(form: HTMLFormElement): Credentials {
  const data = new FormData(form);
  return { username: textOf(data, 'username').trim(), password: textOf(data, 'password') };
}

export function PasswordForm(props: PasswordFormProps) {
  const { ref, before, failure, busy, hidden, ready, initialUsername, onSubmit, onStop } = props;
  const [passwordShown, setPasswordShown] = useState(false);
  const [missing, setMissing] = useState<'username' | 'password'>();
  const pending = useRef(false);
  const submitButton = useRef<HTMLButtonElement>(null);
  const wasAway = useRef(false);
  // A busy state that flashes by is worse than none.
  const busyForLong = useAfterDelay(busy, 150);

  function submit(form: HTMLFormElement) {
    if (busy) return;
    if (!ready) {
      pending.current = true;
      return;
    }
    const credentials = credentialsOf(form);
    const empty = credentials.username === '' ? 'username' : credentials.password === '' ? 'password' : undefined;
    setMissing(empty);
    if (empty) form.querySelector<HTMLInputElement>(`[name="${empty}"]`)?.focus();
    else onSubmit(credentials);
  }

  useEffect(() => {
    const form = ref.current;
    if (!form || !ready) return;
    const { pressedEarly } = takeOverForm(form);
    if (pressedEarly || pending.current) {
      pending.current = false;
      submit(form);
    }
    // oxlint-disable-next-line react/exhaustive-deps -- once, when the form comes to life
  }, [ready]);

  // The Stop or Back that had the focus is gone with its press: the keyboard goes on from the button that stays.
  const away = busy || hidden === true;
  useEffect(() => {
    if (wasAway.current && !away && document.activeElement === document.body) submitButton.current?.focus();
    wasAway.current = away;
  }, [away]);

  const needed = (name: 'username' | 'password', text: string) =>
    missing === name ? { level: 'error' as const, text } : undefined;

  return (
    <form
      ref={ref}
      className="sign-in-form"
      hidden={hidden}
      noValidate
      onSubmit={(event: FormEvent<HTMLFormElement>) => {
        event.preventDefault();
        submit(event.currentTarget);
      }}
      onInput={() => setMissing(undefined)}
    >
      {before}
      <Field
        label="Username"
        name="username"
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        defaultValue={initialUsername}
        problem={needed('username', 'Needed: the user name, or an alias of it that the pool accepts.')}
      />
      <Field
        label="Password"
        name="password"
        type={passwordShown ? 'text' : 'password'}
        autoComplete="current-password"
        spellCheck={false}
        problem={needed('password', 'Needed.')}
        trailing={
          <Button
            kind="quiet"
            aria-label={passwordShown ? 'Hide what was typed' : 'Show what was typed'}
            aria-pressed={passwordShown}
            onClick={() => setPasswordShown(!passwordShown)}
          >
            {passwordShown ? <EyeOffIcon /> : <EyeIcon />}
          </Button>
        }
      />
      {failure}
      <div className="sign-in-buttons">
        <Button ref={submitButton} kind="primary" type="submit" aria-disabled={busyForLong}>
          {busyForLong ? 'Signing in…' : 'Sign in'}
        </Button>
        {busyForLong ? <Button onClick={onStop}>Stop</Button> : null}
      </div>
    </form>
  );
}
