// The blog's data as it is kept: plain records, nothing of GraphQL and nothing of who may see what.

export type Section = 'HARBOUR' | 'KITCHEN' | 'WORKSHOP' | 'WALKS';

export interface PostRecord {
  readonly id: string;
  readonly authorId: string;
  readonly section: Section;
  readonly title: string;
  readonly lead: string;
  readonly body: string;
  readonly tags: readonly string[];
  /** ISO 8601 with offset, as all times here. */
  readonly createdAt: string;
  /** Null as long as it is a draft. */
  readonly publishedAt: string | null;
  /** Goes up by one with every change. */
  readonly version: number;
}

export interface AuthorRecord {
  /** Also the user name, where the author has an account. */
  readonly id: string;
  readonly name: string;
  readonly bio: string | null;
  readonly email: string | null;
  readonly website: string | null;
  /** Whole pounds a year. */
  readonly salary: number | null;
  readonly payroll: { readonly iban: string; readonly taxCode: string; readonly paidOn: string } | null;
}

export interface CommentRecord {
  readonly id: string;
  readonly postId: string;
  /** User name of who wrote it. */
  readonly owner: string;
  readonly text: string;
  readonly createdAt: string;
}
