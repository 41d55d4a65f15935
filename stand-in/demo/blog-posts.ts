// Every post of "Low Water" as it stands at the start: fixed ids, fixed dates.
import { harbourPosts } from './blog-posts-harbour.ts';
import { kitchenPosts } from './blog-posts-kitchen.ts';
import { walksPosts } from './blog-posts-walks.ts';
import { workshopPosts } from './blog-posts-workshop.ts';
import type { PostRecord, Section } from './blog-records.ts';

/** How a post is written down in the files of the sections. */
export interface PostRow extends Pick<
  PostRecord,
  'id' | 'authorId' | 'title' | 'lead' | 'body' | 'tags' | 'createdAt'
> {
  readonly isDraft?: true;
}

const post =
  (section: Section) =>
  ({ isDraft, ...row }: PostRow): PostRecord => ({
    ...row,
    section,
    // The fixed world publishes what it writes at once.
    publishedAt: isDraft ? null : row.createdAt,
    version: 1,
  });

export function firstPosts(): PostRecord[] {
  return [
    ...harbourPosts.map(post('HARBOUR')),
    ...kitchenPosts.map(post('KITCHEN')),
    ...workshopPosts.map(post('WORKSHOP')),
    ...walksPosts.map(post('WALKS')),
  ];
}
