// The resolvers of the blog API's Mutation type, with the owner rule: only who wrote a post, or an admin, changes it.
import * as v from 'valibot';
import type { Resolver, ResolverContext } from '../appsync/api.ts';
import { isCognitoIdentity } from '../appsync/identity.ts';
import { ResolverError, unauthorizedField } from '../appsync/resolver-error.ts';
import { resolverWith } from '../appsync/typed-resolver.ts';
import { mayChangePost, mayDeleteComment, maySeePost, readerFrom } from './blog-reader.ts';
import type { PostRecord } from './blog-records.ts';
import type { BlogStore, PostChange } from './blog-store.ts';
import { postView } from './blog-views.ts';

const section = v.picklist(['HARBOUR', 'KITCHEN', 'WORKSHOP', 'WALKS']);
const idSchema = v.object({ id: v.string() });

const createSchema = v.object({
  input: v.object({
    title: v.string(),
    section,
    lead: v.string(),
    body: v.nullish(v.string(), ''),
    tags: v.nullish(v.array(v.string()), []),
  }),
});

const updateSchema = v.object({
  input: v.object({
    id: v.string(),
    expectedVersion: v.nullish(v.number()),
    title: v.nullish(v.string()),
    section: v.nullish(section),
    lead: v.nullish(v.string()),
    body: v.nullish(v.string()),
    tags: v.nullish(v.array(v.string())),
  }),
});

const commentSchema = v.object({ input: v.object({ postId: v.string(), text: v.string() }) });

export function blogMutations(store: BlogStore): Record<string, Resolver> {
  /** The post, if the caller may change it; null if there is none. */
  const changeable = (id: string, { identity, info }: ResolverContext): PostRecord | null => {
    const post = store.post(id);
    if (!post) return null;
    if (!mayChangePost(readerFrom(identity), post)) throw unauthorizedField(info);
    return post;
  };

  return {
    createPost: resolverWith(createSchema, ({ input }, { identity, info, now }) => {
      if (!isCognitoIdentity(identity)) throw unauthorizedField(info);
      return postView(store, store.addPost({ ...input, authorId: identity.username, createdAt: timeFrom(now) }));
    }),

    updatePost: resolverWith(updateSchema, ({ input: { id, expectedVersion, ...given } }, context) => {
      const post = changeable(id, context);
      if (!post) return null;
      // AppSync's DynamoDB resolvers hand the item as it is to the caller whose condition failed.
      if ((expectedVersion ?? post.version) !== post.version) {
        const data = { id: post.id, title: post.title, version: post.version };
        throw new ResolverError('The conditional request failed', 'DynamoDB:ConditionalCheckFailedException', data);
      }
      return postView(store, store.changePost(post, changeFrom(given)));
    }),

    publishPost: resolverWith(idSchema, ({ id }, context) => {
      const post = changeable(id, context);
      if (!post) return null;
      const isOut = post.publishedAt !== null;
      return postView(store, isOut ? post : store.changePost(post, { publishedAt: timeFrom(context.now) }));
    }),

    deletePost: resolverWith(idSchema, ({ id }, context) => {
      const post = changeable(id, context);
      if (!post) return null;
      store.removePost(id);
      context.extensions.invalidateSubscriptions({ subscriptionField: 'onUpdatePost', payload: { id } });
      return postView(store, post);
    }),

    addComment: resolverWith(commentSchema, ({ input: { postId, text } }, { identity, info, now }) => {
      const post = store.post(postId);
      if (!isCognitoIdentity(identity) || (post && !maySeePost(readerFrom(identity), post)))
        throw unauthorizedField(info);
      if (!post?.publishedAt) throw new ResolverError('There is no published post of that id.', 'NotFound');
      return store.addComment({ postId, text, owner: identity.username, createdAt: timeFrom(now) });
    }),

    deleteComment: resolverWith(idSchema, ({ id }, { identity, info }) => {
      const comment = store.comment(id);
      if (!comment) return null;
      if (!mayDeleteComment(readerFrom(identity), comment)) throw unauthorizedField(info);
      store.removeComment(id);
      return comment;
    }),
  };
}

const timeFrom = (now: () => number) => new Date(now()).toISOString();

/** What was left out, or null, stays. */
function changeFrom(given: { readonly [Key in keyof PostChange]?: PostChange[Key] | null | undefined }): PostChange {
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== null && value !== undefined));
}
