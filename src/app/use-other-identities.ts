// Identities beside the signed-in users: what the demo has of them, and what adding one means for the page.
import { useCallback, useMemo } from 'react';
import type { LaunchData } from '../../server/api.ts';
import type { Credential } from '../sessions/credential.ts';
import type { Connection } from '../settings/connection.ts';
import type { Offer } from '../sign-in/other-identity/offer.ts';
import { offersFor } from './demo-offers.ts';
import type { Services } from './services.ts';
import type { Told } from './use-session-acts.ts';

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
  tell: (told: Told) => void,
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
      void offer.credential().then(
        (credential) => add(credential, offer.name),
        () =>
          tell({
            kind: 'error',
            what: `${offer.name} could not be had.`,
            why: 'The demo’s issuer did not answer: it ends when npm start does.',
            next: 'See that npm start is running, then try again.',
          }),
      );
    },
    [add, tell],
  );
  return { offers, add, addOffer };
}
