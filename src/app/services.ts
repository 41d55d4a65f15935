// What the parts need of the world, put together once: made by main.tsx, absent while index.html is rendered.
import type { KnownSchemas } from '../appsync/known-schema.ts';
import type { SignIn } from '../cognito/sign-in.ts';
import type { Identities } from '../sessions/identities.ts';
import type { Sessions } from '../sessions/sessions.ts';
import type { SignInPool } from '../cognito/sign-in-flow.ts';
import { cognitoEndpointOf, type Connection } from '../settings/connection.ts';
import type { ConnectionsClient } from '../settings/connections-client.ts';
import type { readLaunchData } from '../settings/launch-data.ts';
import type { Remembered } from '../settings/remembered.ts';

export interface Services {
  readonly launch: ReturnType<typeof readLaunchData>;
  readonly connections: ConnectionsClient;
  readonly remembered: Remembered;
  readonly sessions: Sessions;
  readonly identities: Identities;
  readonly schemas: KnownSchemas;
  readonly createSignIn: (connection: Connection) => SignIn;
  /** Prepares what signing in needs, ahead of the click. */
  readonly warmUp: () => void;
}

/** What Cognito must be told of a connection. */
export function poolOf(connection: Connection): SignInPool {
  const { userPoolId, appClientId } = connection;
  return { userPoolId, appClientId, cognitoEndpoint: cognitoEndpointOf(connection) };
}
