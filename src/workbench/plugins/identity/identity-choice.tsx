// Whose identity the pane shows, and the choice of another one.
import type { Session } from '../../../sessions/session.ts';
import { Button } from '../../../ui/button.tsx';
import { ChevronDownIcon } from '../../../ui/icons.tsx';
import { Mark } from '../../../ui/mark.tsx';
import { Menu, MenuChoice } from '../../../ui/menu.tsx';
import { Who } from '../../who.tsx';
import { useIdentityTools } from './use-identity-tools.ts';

export interface IdentityChoiceProps {
  /** Everybody signed in to this connection. */
  here: readonly Session[];
  session: Session;
  /** Whom operations run as. */
  active: Session | undefined;
}

export function IdentityChoice({ here, session, active }: IdentityChoiceProps) {
  const { identities, onLookAt } = useIdentityTools();
  const name = (
    <>
      <Mark {...session.mark} />
      <span className="identity-pane-name">{session.username}</span>
    </>
  );
  return (
    <div className="identity-pane-who">
      {here.length > 1 ? (
        <Menu
          trigger={
            <Button className="identity-pane-choose" aria-label={`Identity shown: ${session.username}`}>
              {name}
              <ChevronDownIcon />
            </Button>
          }
        >
          <MenuChoice
            label="Look at"
            value={session.id}
            options={here.map((each) => ({ value: each.id, content: <Who session={each} /> }))}
            onChange={onLookAt}
          />
        </Menu>
      ) : (
        <p className="identity-pane-only">{name}</p>
      )}
      {active?.id === session.id ? (
        <p className="identity-pane-quiet">Operations run as this user.</p>
      ) : (
        <Button onClick={() => identities.setActive(session.id)}>Run as {session.username}</Button>
      )}
      {active && active.id !== session.id ? (
        <p className="identity-pane-quiet">Operations run as {active.username}.</p>
      ) : null}
    </div>
  );
}
