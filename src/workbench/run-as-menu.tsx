// "Run as": who asks when an operation of this tab runs, and of a user, with which of the two tokens. It stands where GraphiQL puts
// its logo.
import type { Identities } from '../sessions/identities.ts';
import type { Sessions } from '../sessions/sessions.ts';
import { useIdentities } from '../sessions/use-identities.ts';
import { useSessions } from '../sessions/use-sessions.ts';
import { Button } from '../ui/button.tsx';
import { ChevronDownIcon } from '../ui/icons.tsx';
import { Mark } from '../ui/mark.tsx';
import { Menu, MenuChoice, MenuItem, MenuSeparator } from '../ui/menu.tsx';
import { KeyHint } from './key-hint.tsx';
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
  const { identities: all, activeIds } = useIdentities(identities);
  const { sessions: signedIn } = useSessions(sessions);
  const here = all.filter((identity) => identity.connectionId === connectionId);
  const active = here.find(({ id }) => id === activeIds[connectionId]);
  if (!active) return null;
  const sessionOf = (id: string | undefined) => signedIn.find((session) => session.id === id);
  // With both tokens side by side each is chosen as an identity.
  const isAlone = here.filter(({ sessionId }) => sessionId === active.sessionId).length === 1;
  const session = isAlone ? sessionOf(active.sessionId) : undefined;
  return (
    <Menu
      align="end"
      trigger={
        <Button className="run-as" aria-label={`Run as ${active.name}`}>
          <span className="run-as-words">Run as</span>
          <Mark {...active.mark} />
          <span className="run-as-name">{active.name}</span>
          <ChevronDownIcon />
        </Button>
      }
    >
      <MenuChoice
        label="Run as"
        value={active.id}
        options={here.map((identity, index) => ({
          value: identity.id,
          content: (
            <>
              <Who identity={identity} pasted={sessionOf(identity.sessionId)?.origin === 'pasted'} />
              <KeyHint number={index + 1} />
            </>
          ),
        }))}
        onChange={identities.setActive}
      />
      {session ? (
        <>
          <MenuSeparator />
          <MenuChoice
            label={`What AppSync gets from ${active.name}`}
            value={session.sends}
            options={tokenChoices.filter(({ value }) => session.holds.includes(value))}
            onChange={(kind) => sessions.setSends(session.id, kind)}
          />
        </>
      ) : null}
      <MenuSeparator />
      <MenuItem onSelect={onAddIdentity}>Add identity…</MenuItem>
    </Menu>
  );
}
