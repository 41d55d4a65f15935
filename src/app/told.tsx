// What the app has to tell after something was done: stays until it is put away, at the foot of the page.
import { Button } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';
import type { Told } from './use-session-acts.ts';
import './told.css';

export function TellAll({ told, onDismiss }: { told: Told | undefined; onDismiss: () => void }) {
  if (!told) return null;
  return (
    <div className="told">
      <Notice
        kind={told.kind}
        role="status"
        what={told.what}
        why={told.why}
        next={told.next}
        verbatim={told.verbatim}
        action={<Button onClick={onDismiss}>Close</Button>}
      />
    </div>
  );
}
