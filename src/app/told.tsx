// What the app has to tell after something was done: stays until it is put away or somebody signs in. It has a place of its own in
// the page and covers nothing.
import { Button } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';
import type { Told } from './use-session-acts.ts';
import './told.css';

export function TellAll({ told, onDismiss }: { told: Told; onDismiss: () => void }) {
  const { kind, what, why, next, verbatim } = told;
  return (
    <div className="told">
      <Notice kind={kind} role="status" what={what} why={why} next={next} verbatim={verbatim} />
      <Button kind="quiet" onClick={onDismiss}>
        Close
      </Button>
    </div>
  );
}
