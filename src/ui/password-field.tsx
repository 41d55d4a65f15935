// A field for what nobody should read over the shoulder, with an eye to see it after all.
import { useState } from 'react';
import { Button } from './button.tsx';
import { Field, type FieldProps } from './field.tsx';
import { EyeIcon, EyeOffIcon } from './icons.tsx';

export interface PasswordFieldProps extends Omit<FieldProps, 'type' | 'trailing'> {
  /** What the eye shows, where a form has more than one of these. */
  eyeLabel?: string;
}

export function PasswordField({ eyeLabel = 'what was typed', ...field }: PasswordFieldProps) {
  const [shown, setShown] = useState(false);
  return (
    <Field
      {...field}
      type={shown ? 'text' : 'password'}
      spellCheck={false}
      autoCapitalize="none"
      trailing={
        <Button
          kind="quiet"
          aria-label={shown ? `Hide ${eyeLabel}` : `Show ${eyeLabel}`}
          aria-pressed={shown}
          onClick={() => setShown(!shown)}
        >
          {shown ? <EyeOffIcon /> : <EyeIcon />}
        </Button>
      }
    />
  );
}
