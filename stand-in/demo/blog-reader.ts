// Who reads, and what the paper's own rules let that reader see and change. Pure; the schema's directives have been asked before.
import type { CognitoIdentity } from '../appsync/api.ts';
import type { CommentRecord, PostRecord } from './blog-records.ts';

export interface Reader {
  /** Null for an API key. */
  readonly username: string | null;
  readonly isAdmin: boolean;
}

export function readerFrom(identity: CognitoIdentity | null): Reader {
  return { username: identity?.username ?? null, isAdmin: identity?.groups?.includes('admins') ?? false };
}

/** A post belongs to its author: author ids are user names. */
export const ownsPost = (reader: Reader, post: PostRecord): boolean => post.authorId === reader.username;

export const maySeePost = (reader: Reader, post: PostRecord): boolean =>
  post.publishedAt !== null || mayChangePost(reader, post);

export const mayChangePost = (reader: Reader, post: PostRecord): boolean => reader.isAdmin || ownsPost(reader, post);

export const mayDeleteComment = (reader: Reader, comment: CommentRecord): boolean =>
  reader.isAdmin || comment.owner === reader.username;
