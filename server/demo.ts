// The stand-in's guide as the page wants it: its APIs become connections like any other.
import type { Guide } from '../stand-in/world.ts';
import type { Demo } from './api.ts';

/** `origin` and `cognitoEndpoint` are where the stand-in listens. */
export function demoFrom(guide: Guide, { origin, cognitoEndpoint }: { origin: string; cognitoEndpoint: string }): Demo {
  return {
    connections: guide.connections.map(({ id, name, userPoolId, appClientId, apiPath, authFlow, clientSecret }) => ({
      id,
      name,
      userPoolId,
      appClientId,
      graphqlEndpoint: new URL(apiPath, origin).href,
      cognitoEndpoint,
      authFlow: authFlow ?? 'USER_SRP_AUTH',
      ...(clientSecret !== undefined && { hasClientSecret: true as const }),
    })),
    people: guide.people.map(({ groups, connectionIds, ...person }) => ({
      ...person,
      groups: [...groups],
      connectionIds: [...connectionIds],
    })),
    identities: guide.identities.map(({ name, maySee, apiPath, credential }) => ({
      name,
      maySee,
      graphqlEndpoint: new URL(apiPath, origin).href,
      credential:
        credential.authMode === 'OPENID_CONNECT'
          ? { authMode: credential.authMode, tokenUrl: new URL(credential.tokenPath, origin).href }
          : credential,
    })),
    hints: Object.fromEntries(
      guide.connections.flatMap(({ id, shows, clientSecret }) =>
        shows === undefined ? [] : [[id, { shows, ...(clientSecret !== undefined && { clientSecret }) }]],
      ),
    ),
    operations: Object.fromEntries(Object.entries(guide.operations).map(([id, operations]) => [id, [...operations]])),
  };
}
