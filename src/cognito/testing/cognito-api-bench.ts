// A Cognito that says one thing, at the edge of fetch.

import { vi } from 'vitest';
import { createCognitoApi } from '../cognito-api.ts';
import type { Fetch } from '../cognito-request.ts';

export const endpoint = 'https://cognito-idp.eu-west-1.amazonaws.com/';

export type Answer = Response | (() => Promise<Response>);

export function apiThatGets(answer: Answer, options: { maxBytes?: number; timeoutMs?: number } = {}) {
  const fetch = vi.fn<Fetch>(async () => (answer instanceof Response ? answer : answer()));
  return { api: createCognitoApi({ endpoint, fetch, ...options }), fetch };
}

export const json = (body: unknown, status = 200, headers: Record<string, string> = {}) =>
  new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/x-amz-json-1.1', ...headers } });
