// What panes about the API and the tab's operation work with. GraphiQL draws a pane without props, so the workbench hands this over by
// context.
import { createContext, useContext, useSyncExternalStore } from 'react';
import type { KnownSchema, KnownSchemas } from '../../appsync/known-schema.ts';
import type { Identities } from '../../sessions/identities.ts';
import type { Identity } from '../../sessions/identity.ts';
import type { Connection } from '../../settings/connection.ts';

export interface PaneTools {
  readonly connection: Connection;
  readonly identities: Identities;
  readonly schemas: KnownSchemas;
}

export const PaneToolsContext = createContext<PaneTools | undefined>(undefined);

export function usePaneTools(): PaneTools {
  const tools = useContext(PaneToolsContext);
  if (tools === undefined) throw new Error('This pane stands outside of a workbench.');
  return tools;
}

/** Whom the tab at hand runs as. */
export function useActiveIdentity({ identities, connection }: PaneTools): Identity | undefined {
  useSyncExternalStore(identities.subscribe, identities.getSnapshot);
  return identities.active(connection.id);
}

export function useKnownSchema(schemas: KnownSchemas, endpoint: string): KnownSchema {
  return useSyncExternalStore(schemas.subscribe, () => schemas.of(endpoint));
}
