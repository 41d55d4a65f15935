// User name and password, and the client secret where there is one. The inputs are the browser's own (uncontrolled): what was
// typed before the script was alive stays, and no password passes through React's state.
import { useEffect, useRef, type ReactNode, type RefObject } from 'react';
import { Button } from '../ui/button.tsx';
import { Field } from '../ui/field.tsx';
import { PasswordField } from '../ui/password-field.tsx';
import { useAfterDelay } from '../ui/use-after-delay.ts';
import { takeOverForm } from './early-submit.ts';
import type { Missing } from './typed.ts';

export interface PasswordFormProps {
  ref: RefObject<HTMLFormElement | null>;
  /** Shown above the fields: the choice of the connection. */
  before?: ReactNode;
  /** Shown below the password: the client secret. */
  secret?: ReactNode;
  /** Shown above the button: what went wrong, or what was done. */
  notice?: ReactNode;
  /** Half a sentence on what is under way: "Signing in". */
  doing: string | undefined;
  hidden?: boolean;
  /** False while it is not known yet where to sign in: the press is remembered and done when it is. */
  ready: boolean;
  initialUsername?: string | undefined;
  /** The pool's triggers need not ask for one. */
  passwordOptional: boolean;
  missing: Missing | undefined;
  onTyped: () => void;
  onSubmit: () => void;
  onStop: () => void;
}

export function PasswordForm(props: PasswordFormProps) {
  const { ref, doing, hidden, ready, missing, onSubmit } = props;
  const pending = useRef(false);
  const submitButton = useRef<HTMLButtonElement>(null);
  const wasAway = useRef(false);
  const busy = doing !== undefined;
  // A busy state that flashes by is worse than none.
  const busyForLong = useAfterDelay(busy, 150);

  function submit() {
    if (busy) return;
    if (ready) onSubmit();
    else pending.current = true;
  }

  useEffect(() => {
    const form = ref.current;
    if (!form || !ready) return;
    const { pressedEarly } = takeOverForm(form);
    if (pressedEarly || pending.current) {
      pending.current = false;
      submit();
    }
    // oxlint-disable-next-line react/exhaustive-deps -- once, when the form comes to life
  }, [ready]);

  // The Stop or Back that had the focus is gone with its press: the keyboard goes on from the button that stays.
  const away = busy || hidden === true;
  useEffect(() => {
    if (wasAway.current && !away && document.activeElement === document.body) submitButton.current?.focus();
    wasAway.current = away;
  }, [away]);

  const problem = (name: Missing['field']) =>
    missing?.field === name ? { level: 'error' as const, text: missing.text } : undefined;

  return (
    <form
      ref={ref}
      className="sign-in-form"
      hidden={hidden}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
      onInput={props.onTyped}
    >
      {props.before}
      <Field
        label="Username"
        name="username"
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        defaultValue={props.initialUsername}
        problem={problem('username')}
      />
      <PasswordField
        label="Password"
        name="password"
        autoComplete="current-password"
        hint={props.passwordOptional ? 'Left empty, the pool’s own triggers decide what to ask.' : undefined}
        problem={problem('password')}
      />
      {props.secret}
      {props.notice}
      <div className="sign-in-buttons">
        <Button ref={submitButton} kind="primary" type="submit" aria-disabled={busyForLong}>
          {busyForLong ? `${doing}…` : 'Sign in'}
        </Button>
        {busyForLong ? <Button onClick={props.onStop}>Stop</Button> : null}
      </div>
    </form>
  );
}
