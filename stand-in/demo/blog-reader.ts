// Who reads, and what the paper's own rules let that reader see and change. Pure; the schema's directives have been asked before.
import { isCognitoIdentity, type Identity } from '../appsync/identity.ts';
import type { CommentRecord, PostRecord } from './blog-records.ts';

export interface Reader {
  /** Null for whoever is no user of the pool. */
  readonly username: string | null;
  readonly isAdmin: boolean;
}

export function readerFrom(identity: Identity | null): Reader {
  if (!isCognitoIdentity(identity)) return { username: null, isAdmin: false };
  return { username: identity.username, isAdmin: identity.groups?.includes('admins') ?? false };
}

/** A post belongs to its author: author ids are user names. */
export const ownsPost = (reader: Reader, post: PostRecord): boolean => post.authorId === reader.username;

export const maySeePost = (reader: Reader, post: PostRecord): boolean =>
  post.publishedAt !== null || mayChangePost(reader, post);

export const mayChangePost = (reader: Reader, post: PostRecord): boolean => reader.isAdmin || ownsPost(reader, post);

export const mayDeleteComment = (reader: Reader, comment: CommentRecord): boolean =>
  reader.isAdmin || comment.owner === reader.username;
