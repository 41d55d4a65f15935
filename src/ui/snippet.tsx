// A text to take away: what it is, the text itself, and a button that copies it.
import { useId, type ReactNode } from 'react';
import { CopyButton } from './copy-button.tsx';
import './snippet.css';

export interface SnippetProps {
  /** What it is: "IAM policy". */
  title: string;
  text: string;
  children?: ReactNode;
}

export function Snippet({ title, text, children }: SnippetProps) {
  const id = useId();
  return (
    <figure className="snippet" aria-labelledby={id}>
      <figcaption>
        <span id={id}>{title}</span>
        <CopyButton text={text} label={`Copy: ${title}`} />
      </figcaption>
      <pre>
        <code>{text}</code>
      </pre>
      {children}
    </figure>
  );
}
