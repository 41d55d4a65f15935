// The identities of a connection as participants of a comparison: the one place where the two meet.

import type { Identities } from '../sessions/identities.ts';
import type { Identity } from '../sessions/identity.ts';
import type { Sessions } from '../sessions/sessions.ts';
import type { Participant } from './participant.ts';

export function participantsOf(
  there: readonly Identity[],
  { authorizeFor }: Pick<Identities, 'authorizeFor'>,
  sessions: Pick<Sessions, 'claimsOf' | 'getSnapshot' | 'renewNow'>,
): readonly Participant[] {
  return there.map((identity) => ({
    id: identity.id,
    name: identity.name,
    mark: identity.mark,
    groups: identity.groups,
    authMode: identity.authMode,
    ...(identity.tokenKind !== undefined && { tokenKind: identity.tokenKind }),
    authorize: authorizeFor(identity.id),
    ...renewalOf(identity, sessions),
    ...endOf(identity, sessions),
    claims: () => claimsOf(identity, sessions),
  }));
}

function claimsOf({ sessionId, tokenKind = 'id' }: Identity, sessions: Pick<Sessions, 'claimsOf'>) {
  return sessionId === undefined ? undefined : sessions.claimsOf(sessionId)?.[tokenKind];
}

/** Only Cognito gives out a new one: a key is what it is, and IAM signs each time anew. */
function renewalOf({ sessionId }: Identity, sessions: Pick<Sessions, 'renewNow'>): Pick<Participant, 'renew'> {
  return sessionId === undefined ? {} : { renew: () => sessions.renewNow(sessionId) };
}

/** As the strip offers it; an API key is good or not, whatever a file said of it. */
function endOf(
  { status, authMode, sessionId }: Identity,
  sessions: Pick<Sessions, 'getSnapshot'>,
): Pick<Participant, 'over'> {
  if (status !== 'expired' && status !== 'renewal-failed') return {};
  if (authMode === 'OPENID_CONNECT') return { over: 'new-token' };
  const session = sessions.getSnapshot().sessions.find(({ id }) => id === sessionId);
  return session === undefined ? {} : { over: session.origin === 'pasted' ? 'new-token' : 'sign-in' };
}
