// Asks the helper to keep or forget a connection. Failures are sentences for the form.
import * as v from 'valibot';
import {
  connectionPath,
  handedKeysPath,
  keptConnectionsSchema,
  launchSecretHeader,
  refusalSchema,
  type HandedKey,
  type KeptConnections,
} from '../../server/api.ts';
import type { Connection } from './connection.ts';

class HelperError extends Error {
  override readonly name = 'HelperError';
}

export interface ConnectionsClient {
  /** Creates the connection, or replaces the one of the same id. Throws HelperError. */
  readonly keep: (connection: Connection) => Promise<KeptConnections>;
  readonly forget: (id: string) => Promise<KeptConnections>;
  /** To the next page, by the helper's memory. Throws HelperError. */
  readonly handKey: (key: HandedKey) => Promise<void>;
}

export function createConnectionsClient(fetch: typeof globalThis.fetch, launchSecret: string): ConnectionsClient {
  async function send<Schema extends v.GenericSchema>(
    schema: Schema,
    path: string,
    request: RequestInit,
  ): Promise<v.InferOutput<Schema>> {
    const response = await fetch(path, { ...request, credentials: 'omit', cache: 'no-store' }).catch(
      (cause: unknown) => {
        throw new HelperError(
          'The helper does not answer. Is it still running in your terminal? Start it again with npm start; what you typed stays here.',
          { cause },
        );
      },
    );
    const reply: unknown = await response.json().catch(() => null);
    if (response.ok) {
      const kept = v.safeParse(schema, reply);
      if (kept.success) return kept.output;
    }
    const refusal = v.safeParse(refusalSchema, reply);
    throw new HelperError(
      refusal.success
        ? refusal.output.error.message
        : `The helper answered with status ${response.status} and no reason.`,
    );
  }
  return {
    keep: (connection) =>
      send(keptConnectionsSchema, connectionPath(connection.id), {
        method: 'PUT',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(connection),
      }),
    forget: (id) =>
      send(keptConnectionsSchema, connectionPath(id), {
        method: 'DELETE',
        headers: { 'content-type': 'application/json' },
      }),
    handKey: async (key) => {
      await send(v.object({}), handedKeysPath, {
        method: 'POST',
        headers: { 'content-type': 'application/json', [launchSecretHeader]: launchSecret },
        body: JSON.stringify(key),
      });
    },
  };
}
