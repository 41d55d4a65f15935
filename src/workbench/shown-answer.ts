// How an answer is shown: as JSON in GraphiQL's editor, as text there, or, where that would no longer be pleasant, as a tree of its own.
// Pure.
import type { Answer } from '../appsync/http.ts';

/** Larger answers are not put into the editor: beyond this it is slow to scroll, search and fold. */
export const largestInEditor = 4_000_000;
const shownOfLongText = 200_000;

export type ShownAnswer =
  | { readonly as: 'json'; readonly value: object }
  | { readonly as: 'text'; readonly text: string }
  /** The editor stays empty. */
  | { readonly as: 'tree' };

export function shownAnswer({ body, bytes }: Answer): ShownAnswer {
  if (body.kind === 'text') {
    const isLong = body.text.length > largestInEditor;
    return { as: 'text', text: isLong ? `${body.text.slice(0, shownOfLongText)}\n…` : body.text };
  }
  return bytes <= largestInEditor ? { as: 'json', value: body.value } : { as: 'tree' };
}
