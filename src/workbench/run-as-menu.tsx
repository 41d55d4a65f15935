// "Run as": who asks when an operation runs, and with which of the two tokens. It stands where GraphiQL puts its logo.
import type { Identities } from '../sessions/identities.ts';
import type { Sessions } from '../sessions/sessions.ts';
import { useIdentities } from '../sessions/use-identities.ts';
import { useSessions } from '../sessions/use-sessions.ts';
import { Button } from '../ui/button.tsx';
import { ChevronDownIcon } from '../ui/icons.tsx';
import { Mark } from '../ui/mark.tsx';
import { Menu, MenuChoice, MenuItem, MenuSeparator } from '../ui/menu.tsx';
import { Who } from './who.tsx';
import './run-as-menu.css';

export interface RunAsMenuProps {
  sessions: Sessions;
  identities: Identities;
  connectionId: string;
  onAddIdentity: () => void;
}

const tokenChoices = [
  { value: 'id', content: 'ID token (who the user is: e-mail, custom attributes)' },
  { value: 'access', content: 'Access token (what the user may do: scopes)' },
] as const;

export function RunAsMenu({ sessions, identities, connectionId, onAddIdentity }: RunAsMenuProps) {
  const here = useSessions(sessions).sessions.filter((session) => session.connectionId === connectionId);
  const { activeIds } = useIdentities(identities);
  const active = here.find(({ id }) => id === activeIds[connectionId]);
  if (!active) return null;
  return (
    <Menu
      align="end"
      trigger={
        <Button className="run-as" aria-label={`Run as ${active.username}`}>
          <span className="run-as-words">Run as</span>
          <Mark {...active.mark} />
          <span className="run-as-name">{active.username}</span>
          <ChevronDownIcon />
        </Button>
      }
    >
      <MenuChoice
        label="Run as"
        value={active.id}
        options={here.map((session) => ({ value: session.id, content: <Who session={session} /> }))}
        onChange={identities.setActive}
      />
      <MenuSeparator />
      <MenuChoice
        label={`What AppSync gets from ${active.username}`}
        value={active.sends}
        options={tokenChoices.filter(({ value }) => active.holds.includes(value))}
        onChange={(kind) => sessions.setSends(active.id, kind)}
      />
      <MenuSeparator />
      <MenuItem onSelect={onAddIdentity}>Add identity…</MenuItem>
    </Menu>
  );
}
