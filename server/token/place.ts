// Where the command line signs in: a file of Amplify's, a kept connection, or flags, which replace what the others say.
import { cognitoEndpointOf, type AuthFlow, type Connection } from '../../src/settings/connection.ts';
import { importedFrom } from '../../src/settings/importers/index.ts';
import type { KeptConnections } from '../api.ts';
import { CliFailure } from '../cli-failure.ts';
import { readConfigFile } from '../config-file.ts';
import { exitCodes } from '../exit-codes.ts';

export interface PlaceOptions {
  /** The path of a file of Amplify’s. */
  readonly config?: string;
  /** The name or the id of a kept connection. */
  readonly connection?: string;
  readonly userPoolId?: string;
  readonly clientId?: string;
  readonly cognitoEndpoint?: string;
  readonly authFlow?: AuthFlow;
}

export interface Place {
  readonly userPoolId: string;
  readonly appClientId: string;
  /** The full URL. */
  readonly cognitoEndpoint: string;
  readonly authFlow: AuthFlow;
  /** It is known that the app client has a secret. */
  readonly hasClientSecret: boolean;
}

type Known = Partial<
  Pick<Connection, 'userPoolId' | 'appClientId' | 'cognitoEndpoint' | 'authFlow' | 'hasClientSecret'>
>;

const wrong = (sentence: string) => new CliFailure(sentence, exitCodes.configuration);

export interface PlaceSources {
  /** Where a relative path begins. */
  readonly folder: string;
  readonly readConnections: () => Promise<KeptConnections>;
}

/** npm runs a script in the project's folder, and says where it was itself called. */
export function callersFolder(environment: Readonly<Record<string, string | undefined>>): string {
  const { npm_lifecycle_event: script, INIT_CWD: calledIn } = environment;
  return (script === 'cli' || script === 'start') && calledIn !== undefined ? calledIn : process.cwd();
}

/** Rejects with a CliFailure. */
export async function readPlace(options: PlaceOptions, sources: PlaceSources): Promise<Place> {
  const known = await knownPlace(options, sources);
  const { userPoolId = known.userPoolId, clientId: appClientId = known.appClientId } = options;
  if (userPoolId === undefined || appClientId === undefined) {
    throw new CliFailure(
      'Say where to sign in: --config amplify_outputs.json, --connection NAME, or --user-pool-id ID --client-id ID.',
      exitCodes.usage,
    );
  }
  const { cognitoEndpoint = known.cognitoEndpoint } = options;
  return {
    userPoolId,
    appClientId,
    cognitoEndpoint: cognitoEndpointOf({ userPoolId, ...(cognitoEndpoint !== undefined && { cognitoEndpoint }) }),
    authFlow: options.authFlow ?? known.authFlow ?? 'USER_SRP_AUTH',
    hasClientSecret: known.hasClientSecret ?? false,
  };
}

async function knownPlace({ config, connection }: PlaceOptions, sources: PlaceSources): Promise<Known> {
  const { folder, readConnections } = sources;
  if (config !== undefined) return fromFile(config, folder);
  return connection === undefined ? {} : connectionNamed(connection, await readConnections());
}

async function fromFile(path: string, folder: string): Promise<Known> {
  const imported = importedFrom(await readConfigFile(path, folder));
  if (!imported.ok) throw wrong(`${path} cannot be used. ${imported.wrong}`);
  const [client, ...others] = imported.found.clients;
  if (others.length === 0) return client;
  const names = imported.found.clients.map(({ name, appClientId }) => `${name} (${appClientId})`).join(', ');
  throw wrong(
    `${path} tells of several app clients: ${names}. Choose with --user-pool-id and --client-id, without --config.`,
  );
}

function connectionNamed(name: string, { connections, notes }: KeptConnections): Known {
  const found =
    connections.find((connection) => connection.id === name) ??
    connections.find((connection) => connection.name.toLowerCase() === name.toLowerCase());
  if (found !== undefined) return found;
  const kept = connections.map((connection) => `“${connection.name}”`).join(', ');
  throw wrong(
    [`No connection is called “${name}”.`, kept === '' ? 'None is kept.' : `There are: ${kept}.`, ...notes].join(' '),
  );
}
