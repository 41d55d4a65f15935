// A labelled text field with its hint and its problem, tied together for assistive technology.
import { useId, type InputHTMLAttributes, type ReactNode, type Ref } from 'react';
import './field.css';

export interface FieldProblem {
  /** An `error` keeps the form from being sent; a `warning` does not. */
  readonly level: 'error' | 'warning';
  readonly text: string;
}

export interface FieldProps extends Omit<InputHTMLAttributes<HTMLInputElement>, 'id'> {
  label: string;
  hint?: ReactNode;
  problem?: FieldProblem | undefined;
  /** Something at the right end inside the field, such as a button that shows the password. */
  trailing?: ReactNode;
  ref?: Ref<HTMLInputElement>;
}

export function Field({ label, hint, problem, trailing, className, ...input }: FieldProps) {
  const id = useId();
  const described = [hint ? `${id}-hint` : '', problem ? `${id}-problem` : ''].filter(Boolean).join(' ');
  return (
    <div className={`field${className ? ` ${className}` : ''}`}>
      <label htmlFor={id}>{label}</label>
      <div className="field-box">
        <input
          id={id}
          aria-describedby={described || undefined}
          aria-invalid={problem?.level === 'error' || undefined}
          {...input}
        />
        {trailing}
      </div>
      {hint ? (
        <p className="field-hint" id={`${id}-hint`}>
          {hint}
        </p>
      ) : null}
      {problem ? (
        <p className={`field-problem field-${problem.level}`} id={`${id}-problem`}>
          <span aria-hidden="true">{problem.level === 'error' ? '✕' : '!'}</span> {problem.text}
        </p>
      ) : null}
    </div>
  );
}
