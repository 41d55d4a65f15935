// A box to tick, with a line on what it means.
import { useId, type ReactNode } from 'react';
import './check.css';

export interface CheckProps {
  label: string;
  name: string;
  help?: ReactNode;
  checked: boolean;
  onChange: (checked: boolean) => void;
}

export function Check({ label, name, help, checked, onChange }: CheckProps) {
  const id = useId();
  return (
    <div className="check">
      <input
        type="checkbox"
        id={id}
        name={name}
        checked={checked}
        aria-describedby={help ? `${id}-help` : undefined}
        onChange={(event) => onChange(event.target.checked)}
      />
      <label htmlFor={id}>{label}</label>
      {help ? (
        <p className="field-hint" id={`${id}-help`}>
          {help}
        </p>
      ) : null}
    </div>
  );
}
