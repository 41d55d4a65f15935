// Calls the tests' API over Hono's in-process request, as bob (readers) unless told otherwise.
import type { Hono } from 'hono';
import type { Api } from '../api.ts';
import { createAppSync } from '../appsync.ts';
import { testDeps } from './deps.ts';
import { todoApi } from './todo-api.ts';
import type { TokenDesk } from './tokens.ts';

export function testApp(desk: TokenDesk, changes: Partial<Api> = {}): Hono {
  return createAppSync(todoApi(changes), testDeps(desk)).http;
}

export interface Call {
  /** The body as it is sent. */
  readonly body?: string;
  /** A body made of these, in place of `body`. */
  readonly query?: string;
  readonly variables?: Readonly<Record<string, unknown>>;
  readonly groups?: readonly string[];
  readonly apiKey?: string;
  readonly contentType?: string;
  readonly api?: Partial<Api>;
}

export interface Heard {
  readonly status: number;
  readonly body: unknown;
}

export async function ask(desk: TokenDesk, call: Call): Promise<Heard> {
  const { query, variables, groups = ['readers'], apiKey, contentType = 'application/json' } = call;
  const body = query === undefined ? (call.body ?? '') : JSON.stringify({ query, variables });
  const credentials =
    apiKey === undefined ? { authorization: await desk.tokenFor('bob', groups) } : { 'x-api-key': apiKey };
  const headers = { ...credentials, 'content-type': contentType };
  const response = await testApp(desk, call.api).request('/graphql', { method: 'POST', headers, body });
  return { status: response.status, body: await response.json() };
}

/** The place of a node in a query of one line. */
export const at = (column: number) => [{ line: 1, column, sourceName: null }];
