// A button in GraphiQL's manner. `kind` is its weight on the page, never its behaviour.
import type { ButtonHTMLAttributes, Ref } from 'react';
import './button.css';

export interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  /** `primary`: the one thing to do here; `plain`: anything else; `quiet`: looks like text until pointed at. */
  kind?: 'primary' | 'plain' | 'quiet';
  ref?: Ref<HTMLButtonElement>;
}

export function Button({ kind = 'plain', className, type = 'button', ...rest }: ButtonProps) {
  return <button type={type} className={`button button-${kind}${className ? ` ${className}` : ''}`} {...rest} />;
}
