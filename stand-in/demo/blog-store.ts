// The blog's memory: one for each start of the stand-in, never shared. Knows nothing of who asks.
import { firstAuthors, firstComments } from './blog-people.ts';
import { firstPosts } from './blog-posts.ts';
import type { AuthorRecord, CommentRecord, PostRecord } from './blog-records.ts';

export type NewPost = Pick<PostRecord, 'authorId' | 'section' | 'title' | 'lead' | 'body' | 'tags' | 'createdAt'>;
export type PostChange = Partial<Pick<PostRecord, 'section' | 'title' | 'lead' | 'body' | 'tags' | 'publishedAt'>>;

export class BlogStore {
  readonly #authors: ReadonlyMap<string, AuthorRecord> = byId(firstAuthors());
  readonly #posts = byId(firstPosts());
  readonly #comments = byId(firstComments());
  #lastPost = this.#posts.size;
  #lastComment = this.#comments.size;

  authors(): AuthorRecord[] {
    return [...this.#authors.values()];
  }

  author(id: string): AuthorRecord | undefined {
    return this.#authors.get(id);
  }

  posts(): PostRecord[] {
    return [...this.#posts.values()];
  }

  post(id: string): PostRecord | undefined {
    return this.#posts.get(id);
  }

  addPost(post: NewPost): PostRecord {
    this.#lastPost += 1;
    return this.#keep({ ...post, id: `post-${this.#lastPost}`, publishedAt: null, version: 1 });
  }

  changePost(post: PostRecord, change: PostChange): PostRecord {
    return this.#keep({ ...post, ...change, version: post.version + 1 });
  }

  removePost(id: string): void {
    this.#posts.delete(id);
    for (const comment of this.commentsOn(id)) this.#comments.delete(comment.id);
  }

  commentsOn(postId: string): CommentRecord[] {
    return [...this.#comments.values()].filter((comment) => comment.postId === postId);
  }

  comment(id: string): CommentRecord | undefined {
    return this.#comments.get(id);
  }

  addComment(comment: Omit<CommentRecord, 'id'>): CommentRecord {
    this.#lastComment += 1;
    const kept = { ...comment, id: `comment-${this.#lastComment}` };
    this.#comments.set(kept.id, kept);
    return kept;
  }

  removeComment(id: string): void {
    this.#comments.delete(id);
  }

  #keep(post: PostRecord): PostRecord {
    this.#posts.set(post.id, post);
    return post;
  }
}

const byId = <T extends { readonly id: string }>(items: readonly T[]) => new Map(items.map((item) => [item.id, item]));
