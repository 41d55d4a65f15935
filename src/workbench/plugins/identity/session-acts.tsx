// What can be done with a session: renew it, sign it out here or everywhere. Each tells how it went.
import { useState } from 'react';
import { clockTime } from '../../../sessions/countdown.ts';
import type { Session } from '../../../sessions/session.ts';
import { Button } from '../../../ui/button.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { useAfterDelay } from '../../../ui/use-after-delay.ts';
import { groupsChangeWords, whyNotRenewable } from './session-words.ts';
import { SignOutEverywhereDialog } from './sign-out-everywhere-dialog.tsx';
import { ToneSign } from './tone-sign.tsx';
import { useIdentityTools } from './use-identity-tools.ts';

export function SessionActs({ session }: { session: Session }) {
  const { sessions, onSignInAgain, onSignOut, onSignOutEverywhere } = useIdentityTools();
  const [renewed, setRenewed] = useState<string>();
  const [asking, setAsking] = useState(false);
  const renewing = session.status === 'renewing';
  const busy = useAfterDelay(renewing, 150);
  const { id, problem } = session;
  const whyNot = whyNotRenewable(session);

  async function renew() {
    setRenewed(undefined);
    const { ok } = await sessions.renewNow(id);
    const after = sessions.getSnapshot().sessions.find((each) => each.id === id);
    if (ok && after)
      setRenewed(`Renewed at ${clockTime(Date.now())}. ${groupsChangeWords(session.groups, after.groups)}`);
  }

  return (
    <div className="session-acts">
      {problem && !renewing ? (
        <Notice
          kind="error"
          role="status"
          what={problem.what}
          why={problem.why}
          next={problem.next}
          verbatim={problem.awsMessage}
        />
      ) : null}
      {whyNot ? <p className="identity-pane-quiet">{whyNot}</p> : null}
      <div className="session-acts-buttons">
        {!session.renewable ? (
          <Button kind="primary" onClick={() => onSignInAgain(session)}>
            {session.origin === 'pasted' ? 'Paste a new token' : 'Sign in again'}
          </Button>
        ) : (
          <Button aria-disabled={renewing} onClick={() => void (renewing || renew())}>
            {busy ? 'Renewing…' : 'Renew now'}
          </Button>
        )}
        <Button onClick={() => onSignOut(session)}>Sign out here</Button>
        {session.holds.includes('access') ? (
          <Button onClick={() => setAsking(true)}>Sign out everywhere…</Button>
        ) : null}
      </div>
      {session.holds.includes('access') ? null : (
        <p className="identity-pane-quiet">Signing out everywhere needs an access token, and none was pasted.</p>
      )}
      <p className="outcome" role="status">
        {renewed ? (
          <>
            <ToneSign tone="good" /> <span>{renewed}</span>
          </>
        ) : null}
      </p>
      {asking ? (
        <SignOutEverywhereDialog
          session={session}
          onClose={() => setAsking(false)}
          onSignOut={() => {
            setAsking(false);
            onSignOutEverywhere(session);
          }}
        />
      ) : null}
    </div>
  );
}
