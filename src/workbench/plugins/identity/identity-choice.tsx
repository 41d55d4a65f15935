// Whose identity the pane shows, and the choice of another one.
import type { Identity } from '../../../sessions/identity.ts';
import { Button } from '../../../ui/button.tsx';
import { ChevronDownIcon } from '../../../ui/icons.tsx';
import { Mark } from '../../../ui/mark.tsx';
import { Menu, MenuChoice } from '../../../ui/menu.tsx';
import { Who } from '../../who.tsx';
import { useIdentityTools } from './use-identity-tools.ts';

export interface IdentityChoiceProps {
  /** All of this connection. */
  here: readonly Identity[];
  shown: Identity;
  /** Whom operations run as. */
  active: Identity | undefined;
}

export function IdentityChoice({ here, shown, active }: IdentityChoiceProps) {
  const { identities, onLookAt } = useIdentityTools();
  const name = (
    <>
      <Mark {...shown.mark} />
      <span className="identity-pane-name">{shown.name}</span>
    </>
  );
  return (
    <div className="identity-pane-who">
      {here.length > 1 ? (
        <Menu
          trigger={
            <Button className="identity-pane-choose" aria-label={`Identity shown: ${shown.name}`}>
              {name}
              <ChevronDownIcon />
            </Button>
          }
        >
          <MenuChoice
            label="Look at"
            value={shown.id}
            options={here.map((each) => ({ value: each.id, content: <Who identity={each} /> }))}
            onChange={onLookAt}
          />
        </Menu>
      ) : (
        <p className="identity-pane-only">{name}</p>
      )}
      {active?.id === shown.id ? (
        <p className="identity-pane-quiet">
          Operations run as {shown.sessionId === undefined ? 'this identity' : 'this user'}.
        </p>
      ) : (
        <Button onClick={() => identities.setActive(shown.id)}>Run as {shown.name}</Button>
      )}
      {active && active.id !== shown.id ? (
        <p className="identity-pane-quiet">Operations run as {active.name}.</p>
      ) : null}
    </div>
  );
}
