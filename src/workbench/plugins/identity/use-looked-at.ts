// Whose identity the pane shows, where a person chose one: until operations run as somebody else.
import { useState } from 'react';
import type { Identities } from '../../../sessions/identities.ts';
import { useIdentities } from '../../../sessions/use-identities.ts';

export function useLookedAt(identities: Identities, connectionId: string) {
  const activeId = useIdentities(identities).activeIds[connectionId];
  const [chosen, setChosen] = useState<{ readonly id: string; readonly whileRunningAs: string | undefined }>();
  if (chosen !== undefined && chosen.whileRunningAs !== activeId) setChosen(undefined);
  return { lookedAt: chosen?.id, lookAt: (id: string) => setChosen({ id, whileRunningAs: activeId }) };
}
