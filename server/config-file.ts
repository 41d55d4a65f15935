// `--config FILE`: a file of Amplify's becomes a kept connection, or is found to be one already. Its API key is handed to the page
// and kept nowhere.
import { readFile } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import type { Connection } from '../src/settings/connection.ts';
import { freshId, freshName } from '../src/settings/fresh-id.ts';
import type { FoundApi, FoundClient } from '../src/settings/importers/importer.ts';
import { importedFrom } from '../src/settings/importers/index.ts';
import type { HandedKey } from './api.ts';
import { CliFailure } from './cli-failure.ts';
import type { ConnectionsFile } from './connections-file.ts';
import { exitCodes } from './exit-codes.ts';

export interface Configured {
  readonly connection: Connection;
  readonly apiKeys: readonly HandedKey[];
}

const wrong = (sentence: string) => new CliFailure(sentence, exitCodes.configuration);

/** The text of a file that was named on the command line. Rejects with a CliFailure. */
export async function readConfigFile(path: string, folder: string): Promise<string> {
  return readFile(resolve(folder, path), 'utf8').catch((error: unknown) => {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown error';
    throw wrong(code === 'ENOENT' ? `There is no file ${path}.` : `${path} cannot be read (${code}).`);
  });
}

/** Rejects with a CliFailure. */
export async function connectionOfFile(
  path: string,
  { folder, connections }: { readonly folder: string; readonly connections: ConnectionsFile },
): Promise<Configured> {
  const imported = importedFrom(await readConfigFile(path, folder));
  if (!imported.ok) throw wrong(`${path} cannot be used. ${imported.wrong}`);
  const { clients, apis } = imported.found;
  const [api] = apis;
  if (api === undefined) throw wrong(`${path} names no GraphQL API, so there is nothing to explore.`);
  if (clients.length > 1 || apis.length > 1) {
    const [kind, names] =
      clients.length > 1 ? ['app clients', clients.map(({ name }) => name)] : ['APIs', apis.map(({ name }) => name)];
    throw wrong(
      `${path} tells of several ${kind}: ${names.join(', ')}. Start without --config and drop the file on the page, where one is chosen.`,
    );
  }
  const connection = await keptFor(basename(path), clients[0], api, connections);
  const { apiKey, modes } = api;
  return {
    connection,
    apiKeys: apiKey === undefined ? [] : [{ connectionId: connection.id, apiKey, isDefault: modes[0] === 'API_KEY' }],
  };
}

/** The connection to the same place that is kept already, or a new one. */
async function keptFor(
  file: string,
  client: FoundClient,
  { graphqlEndpoint }: FoundApi,
  connections: ConnectionsFile,
): Promise<Connection> {
  const { connections: kept } = await connections.read();
  const before = kept.find(
    (each) =>
      each.graphqlEndpoint === graphqlEndpoint &&
      each.userPoolId === client.userPoolId &&
      each.appClientId === client.appClientId,
  );
  if (before !== undefined) return before;
  const taken = kept.map(({ id }) => id);
  const name = freshName(
    file,
    kept.map((each) => each.name),
  );
  const { name: _inFile, ...place } = client;
  const connection: Connection = {
    id: freshId(name, [...taken, 'demo', 'demo-team']),
    name,
    ...place,
    graphqlEndpoint,
    authFlow: 'USER_SRP_AUTH',
  };
  const change = await connections.put(connection);
  if (!change.ok) throw wrong(change.why);
  return connection;
}
