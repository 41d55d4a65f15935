// Copies a text and says that it did. The text may be asked for only at the press, where it should not lie about before.
import { useEffect, useState } from 'react';
import { Button } from './button.tsx';

export interface CopyButtonProps {
  text: string | (() => string | undefined);
  /** What is copied, for those who do not see what stands beside the button: "Copy the policy". */
  label: string;
}

type Outcome = 'copied' | 'refused';
const words: Record<Outcome, string> = { copied: 'Copied', refused: 'Not copied' };
const forMilliseconds = 2000;

export function CopyButton({ text, label }: CopyButtonProps) {
  // Another object each time, so that a second press counts anew.
  const [told, setTold] = useState<{ readonly outcome: Outcome }>();
  useEffect(() => {
    if (!told) return undefined;
    const timer = setTimeout(() => setTold(undefined), forMilliseconds);
    return () => clearTimeout(timer);
  }, [told]);

  async function copy() {
    const copied = typeof text === 'string' ? text : text();
    try {
      if (copied !== undefined) await navigator.clipboard.writeText(copied);
      setTold({ outcome: copied === undefined ? 'refused' : 'copied' });
    } catch {
      // The browser's settings forbid it, or the page is not in front.
      setTold({ outcome: 'refused' });
    }
  }

  return (
    <>
      <Button kind="quiet" className="copy-button" aria-label={told ? undefined : label} onClick={() => void copy()}>
        {told ? words[told.outcome] : 'Copy'}
      </Button>
      <span className="visually-hidden" role="status">
        {told ? words[told.outcome] : ''}
      </span>
    </>
  );
}
