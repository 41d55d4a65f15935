// Whose identity the pane shows, where a person chose one: until operations run as somebody else.
import { useState } from 'react';
import type { Sessions } from '../../../sessions/sessions.ts';
import { useSessions } from '../../../sessions/use-sessions.ts';

export function useLookedAt(sessions: Sessions, connectionId: string) {
  const activeId = useSessions(sessions).activeIds[connectionId];
  const [chosen, setChosen] = useState<{ readonly id: string; readonly whileRunningAs: string | undefined }>();
  if (chosen !== undefined && chosen.whileRunningAs !== activeId) setChosen(undefined);
  return { lookedAt: chosen?.id, lookAt: (id: string) => setChosen({ id, whileRunningAs: activeId }) };
}
