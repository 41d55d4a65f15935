// Records as the schema's types show them. A function here is the resolver of its field: it is given that field's own context,
// and with it the caller.
import * as v from 'valibot';
import { resolverWith } from '../appsync/typed-resolver.ts';
import { pageArguments, pageOf, type PageOrder, type PageRequest } from './blog-page.ts';
import { maySeePost, readerFrom, type Reader } from './blog-reader.ts';
import type { AuthorRecord, CommentRecord, PostRecord } from './blog-records.ts';
import type { BlogStore } from './blog-store.ts';

const byTime = ({ createdAt, id }: PostRecord | CommentRecord) => `${createdAt} ${id}`;
const newestPosts: PageOrder<PostRecord> = { keyOf: byTime, newestFirst: true };
const oldestComments: PageOrder<CommentRecord> = { keyOf: byTime, newestFirst: false };
const pageSchema = v.object(pageArguments);

/** A page of those of the posts that the reader may see. */
export function postPage(store: BlogStore, posts: readonly PostRecord[], reader: Reader, page: PageRequest) {
  const seen = posts.filter((post) => maySeePost(reader, post));
  const { items, nextToken } = pageOf(seen, newestPosts, page);
  return { items: items.map((post) => postView(store, post)), nextToken };
}

export function postView(store: BlogStore, post: PostRecord) {
  const { authorId, ...shown } = post;
  return {
    ...shown,
    status: post.publishedAt === null ? 'DRAFT' : 'PUBLISHED',
    owner: authorId,
    wordCount: `${post.lead} ${post.body}`.split(/\s+/).length,
    summary: post.lead,
    editorNote: post.publishedAt === null ? 'Not before the next desk meeting.' : null,
    author: () => authorView(store, store.author(authorId) ?? newcomer(authorId)),
    comments: resolverWith(pageSchema, (page) => pageOf(store.commentsOn(post.id), oldestComments, page)),
  };
}

export function authorView(store: BlogStore, author: AuthorRecord) {
  return {
    ...author,
    posts: resolverWith(pageSchema, (page, { identity }) => {
      const written = store.posts().filter((post) => post.authorId === author.id);
      return postPage(store, written, readerFrom(identity), page);
    }),
  };
}

/** A user who has written a first post: not on the pay roll, and so without one. */
const newcomer = (id: string): AuthorRecord => ({
  id,
  name: id,
  bio: null,
  email: null,
  website: null,
  salary: null,
  payroll: null,
});
