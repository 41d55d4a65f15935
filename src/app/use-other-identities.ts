// Identities beside the signed-in users: what the demo has of them, and what adding one means for the page.
import { useCallback, useMemo } from 'react';
import type { LaunchData } from '../../server/api.ts';
import type { Credential } from '../sessions/credential.ts';
import type { Connection } from '../settings/connection.ts';
import type { Offer } from '../sign-in/other-identity/offer.ts';
import { offersFor } from './demo-offers.ts';
import type { Services } from './services.ts';

const none: LaunchData['apiKeys'] = [];

/** The key of a connection file, where the API has users first. */
function offersOfFile(chosen: Connection | undefined, keys: LaunchData['apiKeys']): readonly Offer[] {
  return keys
    .filter(({ connectionId, isDefault }) => connectionId === chosen?.id && !isDefault)
    .map(({ apiKey }) => ({
      name: 'API key',
      authMode: 'API_KEY',
      maySee: 'Of the connection file; in this page’s memory only.',
      credential: () => Promise.resolve({ authMode: 'API_KEY', key: apiKey }),
    }));
}

export function useOtherIdentities(
  services: Services | undefined,
  chosen: Connection | undefined,
  onAdded: () => void,
) {
  const guide = services?.launch.demo ?? null;
  const keys = services?.launch.apiKeys ?? none;
  const offers = useMemo(() => [...offersOfFile(chosen, keys), ...offersFor(chosen, guide)], [chosen, keys, guide]);
  const add = useCallback(
    (credential: Credential, name: string) => {
      if (!services || !chosen) return;
      services.remembered.setLastConnection(chosen.id);
      services.identities.add(chosen.id, credential, name);
      onAdded();
    },
    [services, chosen, onAdded],
  );
  const addOffer = useCallback(
    (offer: Offer) => {
      // What the demo does not give is missing from the strip, and nothing else comes of it.
      void offer.credential().then(
        (credential) => add(credential, offer.name),
        () => undefined,
      );
    },
    [add],
  );
  return { offers, add, addOffer };
}
