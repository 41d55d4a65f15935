// Everybody operations of this connection can run as, with what is left of what they ask with, and what can be done with each.
import { useState } from 'react';
import type { Identities } from '../sessions/identities.ts';
import type { Identity } from '../sessions/identity.ts';
import type { Session } from '../sessions/session.ts';
import type { Sessions } from '../sessions/sessions.ts';
import { useIdentities } from '../sessions/use-identities.ts';
import { useSessions } from '../sessions/use-sessions.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { PlusIcon } from '../ui/icons.tsx';
import { later } from '../ui/later.tsx';
import { IdentityItem } from './identity-item.tsx';
import './identity-strip.css';

/** More than these stand in one row, each by mark and name only. */
const inWords = 8;

export interface IdentityStripProps {
  sessions: Sessions;
  identities: Identities;
  connectionId: string;
  onAddIdentity: () => void;
  /** A new token is to be pasted, of another issuer than a user pool. */
  onNewToken: () => void;
  /** The person is to sign in again as this user. */
  onSignInAgain: (session: Session) => void;
  onSignOut: (session: Session) => void;
  onRenew: (session: Session) => void;
  /** It is to be looked at in the pane. */
  onInspect: (identity: Identity) => void;
}

const renameDialog = later(async () => (await import('./rename-dialog.tsx')).RenameDialog, {
  frame: (notice, { onClose }) => (
    <Dialog title="Rename" onClose={onClose}>
      {notice}
    </Dialog>
  ),
});

export function IdentityStrip({ sessions, identities, connectionId, ...actions }: IdentityStripProps) {
  const { identities: all, activeIds } = useIdentities(identities);
  const { sessions: signedIn } = useSessions(sessions);
  const [renaming, setRenaming] = useState<Identity>();
  const here = all.filter((identity) => identity.connectionId === connectionId);
  return (
    <>
      <ul className="identity-strip" aria-label="Identities" data-many={here.length > inWords || undefined}>
        {here.map((identity, index) => (
          <li key={identity.id}>
            <IdentityItem
              identity={identity}
              session={signedIn.find(({ id }) => id === identity.sessionId)}
              isSecond={identity.sessionId !== undefined && identity.sessionId !== identity.id}
              hasSecond={here.some(({ id, sessionId }) => sessionId === identity.id && id !== identity.id)}
              active={activeIds[connectionId] === identity.id}
              number={index + 1}
              onRunAs={() => identities.setActive(identity.id)}
              onAddOtherToken={() => identities.addOtherToken(identity.id)}
              onRename={() => setRenaming(identity)}
              onForget={() => identities.remove(identity.id)}
              {...actions}
            />
          </li>
        ))}
        <li className="identity-last">
          <Button kind="quiet" className="identity-add" onClick={actions.onAddIdentity}>
            <PlusIcon /> Add identity
          </Button>
        </li>
      </ul>
      {renaming ? (
        <renameDialog.Part
          identity={renaming}
          onClose={() => setRenaming(undefined)}
          onRename={(name) => {
            identities.rename(renaming.id, name);
            setRenaming(undefined);
          }}
        />
      ) : null}
    </>
  );
}
