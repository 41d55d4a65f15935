// One question to the page's helper, which answers a page of its own only. Judges nothing that comes back.

import { launchSecretHeader } from '../../server/api.ts';

/** What is asked of fetch. */
export type FetchFromHelper = (
  path: string,
  init: {
    method: 'POST';
    headers: Record<string, string>;
    body: string;
    credentials: 'omit';
    redirect: 'error';
    cache: 'no-store';
    signal: AbortSignal;
  },
) => Promise<Response>;

export interface HelperAccess {
  readonly fetch: FetchFromHelper;
  /** Shows the helper that this is a page of its own. */
  readonly launchSecret: string;
}

export interface HelperReply {
  readonly status: number;
  readonly json: unknown;
}

/** Rejects where no JSON came back. */
export async function askHelper(
  { fetch, launchSecret }: HelperAccess,
  path: string,
  question: object,
  signal: AbortSignal,
): Promise<HelperReply> {
  const response = await fetch(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', [launchSecretHeader]: launchSecret },
    body: JSON.stringify(question),
    credentials: 'omit',
    redirect: 'error',
    cache: 'no-store',
    signal,
  });
  return { status: response.status, json: await response.json() };
}
