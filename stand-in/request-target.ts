// Which part of the stand-in a request is for, and which operation it names.
import type { Target } from './request-log.ts';
import { isQueryRequest } from './sts/query-request.ts';

export function targetFrom(path: string, apiPaths: readonly string[], contentType: string | undefined): Target {
  if (apiPaths.includes(path)) return 'appsync';
  if (path === '/' && isQueryRequest(contentType)) return 'sts';
  return path === '/' || /^\/[^/]+\/\.well-known\//.test(path) ? 'cognito' : 'other';
}

/** The name of the GraphQL operation that a request's body or query string asks for, or null. */
export function graphqlOperationFrom(request: unknown): string | null {
  if (typeof request !== 'object' || request === null) return null;
  if ('operationName' in request && typeof request.operationName === 'string') return request.operationName;
  if (!('query' in request) || typeof request.query !== 'string') return null;
  return /\b(?:query|mutation|subscription)\s+(\w+)/.exec(request.query)?.[1] ?? null;
}
