// The connections file as text: reading what may be in it, writing what belongs in it. Pure; knows no paths.
import * as v from 'valibot';
import { connectionSchema, type Connection } from '../src/settings/connection.ts';

/** Raised when an older helper could no longer read the file. */
const formatVersion = 1;

/** Bounds the Content-Security-Policy header, which names every connection's hosts. */
export const maxConnections = 100;

export type FileContent =
  | { readonly kind: 'good'; readonly connections: readonly Connection[] }
  /** Some entries are not connections, or repeat an id: how many. */
  | { readonly kind: 'partly'; readonly connections: readonly Connection[]; readonly refused: number }
  | { readonly kind: 'damaged'; readonly why: string }
  | { readonly kind: 'later'; readonly version: number };

const fileSchema = v.object({
  version: v.pipe(v.number(), v.integer(), v.minValue(1)),
  connections: v.array(v.unknown()),
});

function parseJson(text: string): { value: unknown } | undefined {
  try {
    return { value: JSON.parse(text.replace(/^\uFEFF/, '')) };
  } catch {
    // The parser's own message quotes the text, which is the person's.
    return undefined;
  }
}

/** What a connections file's text holds. Unknown properties are dropped: nothing but connections comes out of it. */
export function parseConnectionsFile(text: string): FileContent {
  const json = parseJson(text);
  if (json === undefined) return { kind: 'damaged', why: 'it is not JSON' };
  const version = v.safeParse(v.object({ version: v.pipe(v.number(), v.gtValue(formatVersion)) }), json.value);
  if (version.success) return { kind: 'later', version: version.output.version };
  const file = v.safeParse(fileSchema, json.value);
  if (!file.success)
    return { kind: 'damaged', why: `it lacks "version": ${formatVersion} and a list of "connections"` };

  const connections = new Map<string, Connection>();
  for (const entry of file.output.connections) {
    const parsed = v.safeParse(connectionSchema, entry);
    if (parsed.success && !connections.has(parsed.output.id)) connections.set(parsed.output.id, parsed.output);
  }
  const refused = file.output.connections.length - connections.size;
  const kept = [...connections.values()];
  return refused === 0 ? { kind: 'good', connections: kept } : { kind: 'partly', connections: kept, refused };
}

export function formatConnectionsFile(connections: readonly Connection[]): string {
  return `${JSON.stringify({ version: formatVersion, connections }, null, 2)}\n`;
}

/** The list with this connection in the place of its id or, when it is new, at the end; or a sentence why not. */
export function nextConnections(kept: readonly Connection[], connection: Connection): readonly Connection[] | string {
  const sameName = (other: Connection) => other.name.toLowerCase() === connection.name.toLowerCase();
  if (kept.some((other) => other.id !== connection.id && sameName(other))) {
    return `Another connection is called “${connection.name}”. Give this one a name of its own.`;
  }
  if (kept.some(({ id }) => id === connection.id))
    return kept.map((old) => (old.id === connection.id ? connection : old));
  if (kept.length >= maxConnections) return `${maxConnections} connections are kept already. Remove one first.`;
  return [...kept, connection];
}
