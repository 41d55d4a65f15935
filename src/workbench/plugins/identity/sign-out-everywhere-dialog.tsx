// Before somebody is signed out everywhere: what that ends, and what it cannot end.
import { clockTime } from '../../../sessions/countdown.ts';
import type { Session } from '../../../sessions/session.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';

export interface SignOutEverywhereDialogProps {
  session: Session;
  onSignOut: () => void;
  onClose: () => void;
}

export function SignOutEverywhereDialog({ session, onSignOut, onClose }: SignOutEverywhereDialogProps) {
  const { username, expiresAt } = session;
  return (
    <Dialog title={`Sign out ${username} everywhere?`} onClose={onClose}>
      <div className="sign-out-everywhere">
        <p>
          Cognito ends every session of {username}: in this page, in your apps, on every device. No token of them can be
          renewed after that.
        </p>
        <p>
          It does not reach tokens that are already out. AppSync asks no one and accepts them until they expire; the
          ones here until {clockTime(expiresAt)}.
        </p>
        <div className="sign-out-everywhere-buttons">
          <Button kind="primary" onClick={onSignOut}>
            Sign out everywhere
          </Button>
          <Button onClick={onClose}>Cancel</Button>
        </div>
      </div>
    </Dialog>
  );
}
