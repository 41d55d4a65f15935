// The words of AppSync's real-time protocol, in both directions. Follows "Building a real-time WebSocket client" of the AppSync
// developer guide. Decides nothing.
import * as v from 'valibot';
import type { Answer } from '../answer.ts';

export type ClientMessage =
  | { readonly type: 'connection_init' }
  | { readonly type: 'start'; readonly id: string; readonly payload?: unknown }
  | { readonly type: 'stop'; readonly id: string }
  /** Not JSON, or of a type that AppSync does not know, `subscribe` of graphql-transport-ws for example. */
  | { readonly type: 'unknown' };

/** What `start` carries. */
export interface StartPayload {
  /** JSON text: `{"query":…,"variables":…}` */
  readonly data: string;
  readonly authorization: Readonly<Record<string, string>>;
}

export interface ErrorEntry {
  readonly errorType?: string;
  readonly message?: string;
  readonly errorCode?: number;
  readonly [member: string]: unknown;
}

/** Members in the order in which AppSync was seen to send them. */
export type ServerMessage =
  | { readonly type: 'connection_ack'; readonly payload: { readonly connectionTimeoutMs: number } }
  | { readonly type: 'connection_error'; readonly payload: { readonly errors: readonly ErrorEntry[] } }
  | { readonly type: 'ka' }
  | { readonly id: string; readonly type: 'start_ack' | 'complete' }
  | { readonly id: string; readonly type: 'data'; readonly payload: Answer }
  | {
      readonly id?: string;
      readonly type: 'error';
      readonly payload: { readonly errors: ErrorEntry | readonly object[] };
    };

const messageSchema = v.variant('type', [
  v.object({ type: v.literal('connection_init') }),
  v.object({ type: v.literal('start'), id: v.string(), payload: v.optional(v.unknown()) }),
  v.object({ type: v.literal('stop'), id: v.string() }),
]);

const startSchema = v.object({
  data: v.string(),
  extensions: v.object({ authorization: v.record(v.string(), v.unknown()) }),
});

export function clientMessageFrom(text: string): ClientMessage {
  const parsed = v.safeParse(messageSchema, jsonFrom(text));
  return parsed.success ? parsed.output : { type: 'unknown' };
}

export function startPayloadFrom(payload: unknown): StartPayload | null {
  const parsed = v.safeParse(startSchema, payload);
  if (!parsed.success) return null;
  return { data: parsed.output.data, authorization: textMembersOf(parsed.output.extensions.authorization) };
}

export function textMembersOf(given: object): Record<string, string> {
  const entries = Object.entries(given);
  return Object.fromEntries(entries.filter((entry): entry is [string, string] => typeof entry[1] === 'string'));
}

function jsonFrom(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
