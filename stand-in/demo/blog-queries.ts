// The resolvers of the blog API's Query type.
import { setTimeout } from 'node:timers/promises';
import * as v from 'valibot';
import type { Resolver } from '../appsync/api.ts';
import { isCognitoIdentity } from '../appsync/identity.ts';
import { ResolverError, unauthorizedField } from '../appsync/resolver-error.ts';
import { resolverWith } from '../appsync/typed-resolver.ts';
import { pageArguments } from './blog-page.ts';
import { maySeePost, ownsPost, readerFrom } from './blog-reader.ts';
import type { BlogStore } from './blog-store.ts';
import { authorView, postPage, postView } from './blog-views.ts';

/** Waits, and stops waiting when the signal says so. */
export type Pause = (milliseconds: number, signal: AbortSignal) => Promise<unknown>;
export const pauseFor: Pause = (milliseconds, signal) => setTimeout(milliseconds, undefined, { signal });

const idSchema = v.object({ id: v.string() });
const postsSchema = v.object({ ...pageArguments, section: v.nullish(v.string()), status: v.nullish(v.string()) });

export function blogQueries(store: BlogStore, pause: Pause): Record<string, Resolver> {
  return {
    about: () => ({
      name: 'Low Water',
      motto: 'Twice a day, without fail.',
      place: 'Tern Quay',
      sections: ['HARBOUR', 'KITCHEN', 'WORKSHOP', 'WALKS'],
      postCount: store.posts().filter((post) => post.publishedAt !== null).length,
      website: 'https://lowwater.example/',
    }),

    posts: resolverWith(postsSchema, ({ section, status, ...page }, { identity }) => {
      const wanted = store
        .posts()
        .filter((post) => !section || post.section === section)
        .filter((post) => !status || (post.publishedAt === null ? 'DRAFT' : 'PUBLISHED') === status);
      return postPage(store, wanted, readerFrom(identity), page);
    }),

    post: resolverWith(idSchema, ({ id }, { identity, info }) => {
      const post = store.post(id);
      if (!post) return null;
      if (!maySeePost(readerFrom(identity), post)) throw unauthorizedField(info);
      return postView(store, post);
    }),

    myPosts: resolverWith(v.object(pageArguments), (page, { identity }) => {
      const reader = readerFrom(identity);
      return postPage(
        store,
        store.posts().filter((post) => ownsPost(reader, post)),
        reader,
        page,
      );
    }),

    authors: () => store.authors().map((author) => authorView(store, author)),
    author: resolverWith(idSchema, ({ id }) => {
      const author = store.author(id);
      return author ? authorView(store, author) : null;
    }),

    identity: ({ identity }) => identity,
    whoAmI: ({ identity }) =>
      isCognitoIdentity(identity)
        ? { ...identity, groups: identity.groups ?? [], tokenUse: identity.claims['token_use'] }
        : null,

    deskNotes: () => [
      'Ask the clerk about the minutes again, in writing this time.',
      'Two pages on the regatta; Alice has the photographs.',
      'Henrik wants a correction set in the same size as the mistake.',
    ],

    ledger: () => ({
      balance: 1_284.36,
      entries: [
        { on: '2026-10-01', text: 'Subscriptions, October', amount: 6_930 },
        { on: '2026-10-12', text: 'Printing, number 214', amount: -2_415.64 },
        { on: '2026-10-28', text: 'Wages', amount: -3_230 },
      ],
    }),

    subscriberCount: () => 1_155,

    archive: resolverWith(v.object({ year: v.number() }), ({ year }) => {
      throw new ResolverError(`The bound volume of ${year} is at the binder's.`, 'ArchiveUnavailable', null, {
        year,
        retryAfterDays: 12,
      });
    }),

    readership: async ({ signal, now }) => {
      await pause(3_000, signal);
      return { readers: 2_731, countedAt: new Date(now()).toISOString() };
    },

    misprint: () => ({ pressTime: '2026-10-12 05:30', copies: 'two thousand', headline: null }),
  };
}
