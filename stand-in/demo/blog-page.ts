// Pages of a list, with the opaque tokens that AppSync APIs call nextToken.
import * as v from 'valibot';
import { ResolverError } from '../appsync/resolver-error.ts';

export interface Page<T> {
  readonly items: readonly T[];
  readonly nextToken: string | null;
}

/** What a field with pages takes. */
export const pageArguments = { limit: v.nullish(v.number(), 10), nextToken: v.nullish(v.string()) };
const pageSchema = v.object(pageArguments);
export type PageRequest = v.InferOutput<typeof pageSchema>;

export interface PageOrder<T> {
  /** Never changes for an item, so that a page follows where the last one ended, even if that item is gone. */
  readonly keyOf: (item: T) => string;
  readonly newestFirst: boolean;
}

/** @throws ResolverError for a limit out of 1 … 100, or a token that is none of ours. */
export function pageOf<T>(
  all: readonly T[],
  { keyOf, newestFirst }: PageOrder<T>,
  { limit, nextToken }: PageRequest,
): Page<T> {
  if (limit < 1 || limit > 100) throw new ResolverError(`limit must be from 1 to 100, not ${limit}.`, 'BadRequest');
  const isBefore = (one: string, other: string) => (newestFirst ? one > other : one < other);
  const sorted = all.toSorted((one, other) => (isBefore(keyOf(one), keyOf(other)) ? -1 : 1));
  const after = nextToken ? keyFrom(nextToken) : null;
  const rest = after === null ? sorted : sorted.filter((item) => isBefore(after, keyOf(item)));
  const items = rest.slice(0, limit);
  const last = items.at(-1);
  return { items, nextToken: last !== undefined && rest.length > limit ? tokenFrom(keyOf(last)) : null };
}

const tokenSchema = v.object({ after: v.string() });

const tokenFrom = (after: string) => Buffer.from(JSON.stringify({ after })).toString('base64url');

function keyFrom(token: string): string {
  try {
    return v.parse(tokenSchema, JSON.parse(Buffer.from(token, 'base64url').toString())).after;
  } catch {
    throw new ResolverError('nextToken is not one that this API has given out.', 'BadRequest');
  }
}
