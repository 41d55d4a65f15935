// What the page and the helper say to each other: paths, and the shapes of what travels. The page imports this file,
// so there is nothing of Node in it.
import * as v from 'valibot';
import { connectionSchema } from '../src/settings/connection.ts';

/** The id of the `<script type="application/json">` into which the helper writes LaunchData. */
export const launchDataId = 'launch-data';

/** GET: KeptConnections. */
export const connectionsPath = '/api/connections';

/** PUT with a Connection of that id creates or replaces it, DELETE removes it; both answer KeptConnections. */
export function connectionPath(id: string): string {
  return `${connectionsPath}/${encodeURIComponent(id)}`;
}

/** The kept connections in the person's order, and sentences for the person about the file they are kept in. */
export const keptConnectionsSchema = v.object({
  connections: v.array(connectionSchema),
  notes: v.array(v.string()),
});
export type KeptConnections = v.InferOutput<typeof keptConnectionsSchema>;

/** Whom a newcomer may sign in as, and what to try first. Null where the helper was started without the demo. */
export const demoSchema = v.object({
  connections: v.array(connectionSchema),
  people: v.array(
    v.object({ username: v.string(), password: v.string(), groups: v.array(v.string()), maySee: v.string() }),
  ),
  /** By connection id: starter tabs, one operation each. */
  operations: v.record(
    v.string(),
    v.array(v.object({ name: v.string(), query: v.string(), variables: v.exactOptional(v.string()) })),
  ),
});
export type Demo = v.InferOutput<typeof demoSchema>;

/** What the page knows before it asks anything. */
export const launchDataSchema = v.object({ ...keptConnectionsSchema.entries, demo: v.nullable(demoSchema) });
export type LaunchData = v.InferOutput<typeof launchDataSchema>;

/** Every answer of the helper that is not a success: a sentence for the person. */
export const refusalSchema = v.object({ error: v.object({ message: v.string() }) });
export type Refusal = v.InferOutput<typeof refusalSchema>;
