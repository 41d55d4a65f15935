// In the place of a pane in which something went wrong.
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';

export function PaneStopped({ onTryAgain }: { onTryAgain: () => void }) {
  return (
    <Notice
      kind="error"
      role="alert"
      what="This pane stopped working."
      why="Something in it failed that should not have."
      next="The editor goes on, and nobody is signed out."
      action={<Button onClick={onTryAgain}>Draw it again</Button>}
    />
  );
}
