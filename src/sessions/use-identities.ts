// The identities for React components.

import { useSyncExternalStore } from 'react';
import type { Identities, IdentitiesSnapshot } from './identities.ts';

export function useIdentities(identities: Identities): IdentitiesSnapshot {
  return useSyncExternalStore(identities.subscribe, identities.getSnapshot);
}
