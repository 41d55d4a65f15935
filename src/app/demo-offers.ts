// What the demo has to run operations as beside its people, as the forms want it.
import type { Demo } from '../../server/api.ts';
import type { Credential } from '../sessions/credential.ts';
import type { Connection } from '../settings/connection.ts';
import type { Offer } from '../sign-in/other-identity/offer.ts';

export function offersFor(chosen: Connection | undefined, demo: Demo | null): readonly Offer[] {
  const toTheSame = demo?.connections.some(({ graphqlEndpoint }) => graphqlEndpoint === chosen?.graphqlEndpoint);
  if (!demo || !chosen || !toTheSame) return [];
  return demo.identities
    .filter(({ graphqlEndpoint }) => graphqlEndpoint === chosen.graphqlEndpoint)
    .map(({ name, maySee, credential }) => ({
      name,
      maySee,
      authMode: credential.authMode,
      credential: () => credentialOf(credential),
    }));
}

async function credentialOf(given: Demo['identities'][number]['credential']): Promise<Credential> {
  if (given.authMode !== 'OPENID_CONNECT') return given;
  const answer = await fetch(given.tokenUrl, { credentials: 'omit', cache: 'no-store' });
  return { authMode: 'OPENID_CONNECT', token: (await answer.text()).trim() };
}
