// What the Identity pane works with. GraphiQL draws a plugin's pane without props, so the workbench hands this over by context.
import { createContext, useContext } from 'react';
import type { Identities } from '../../../sessions/identities.ts';
import type { Session } from '../../../sessions/session.ts';
import type { Sessions } from '../../../sessions/sessions.ts';
import type { Connection } from '../../../settings/connection.ts';

export interface IdentityTools {
  readonly sessions: Sessions;
  readonly identities: Identities;
  readonly connection: Connection;
  /** Whose identity is looked at; undefined: that of the user operations run as. */
  readonly lookedAt: string | undefined;
  readonly onLookAt: (sessionId: string) => void;
  readonly onAddIdentity: () => void;
  readonly onSignInAgain: (session: Session) => void;
  readonly onSignOut: (session: Session) => void;
  readonly onSignOutEverywhere: (session: Session) => void;
  readonly onSignOutAll: () => void;
}

export const IdentityToolsContext = createContext<IdentityTools | undefined>(undefined);

export function useIdentityTools(): IdentityTools {
  const tools = useContext(IdentityToolsContext);
  if (tools === undefined) throw new Error('The Identity pane stands outside of a workbench.');
  return tools;
}
