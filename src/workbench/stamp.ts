// The stamp of one answer: whose it is, how it went, and what it weighs. It is kept with the tab it belongs to.
import type { AuthMode } from '../appsync/authorization.ts';
import type { Explanation, Words } from '../appsync/explain/explanation.ts';
import type { AnswerBody } from '../appsync/http.ts';

/** Who asked, as it was when the operation was sent. */
export interface Asker {
  readonly identityId: string;
  readonly name: string;
  readonly groups: readonly string[];
  readonly mark: { readonly letter: string; readonly hue: number };
  readonly authMode: AuthMode;
  /** Of a user pool. */
  readonly tokenKind?: 'id' | 'access';
  /** ms */
  readonly expiresAt?: number;
}

export type Stamp = {
  readonly asker: Asker;
  /** The tab's own header that stood in place of what the asker would have sent. */
  readonly overridden: string | undefined;
} & (
  | { readonly state: 'running' }
  | {
      readonly state: 'answered';
      readonly status: number;
      readonly milliseconds: number;
      readonly bytes: number;
      readonly requestId: string | undefined;
      readonly explanations: readonly Explanation[];
      /** For an answer too large for the editor: all of it. */
      readonly large: AnswerBody | undefined;
      /** The first token had expired, and a query may be sent twice. */
      readonly askedAgain: boolean;
    }
  | { readonly state: 'failed'; readonly milliseconds: number; readonly explanation: Words }
  | { readonly state: 'stopped'; readonly milliseconds: number }
);

/** "34 ms", "1.24 s", "2 min 5 s". */
export function durationText(milliseconds: number): string {
  if (milliseconds < 999.5) return `${Math.round(milliseconds)} ms`;
  if (milliseconds < 59_950) return `${(milliseconds / 1000).toFixed(2)} s`;
  const seconds = Math.round(milliseconds / 1000);
  return `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}

/** "312 B", "1.2 kB", "20.0 MB": powers of 1000, as browsers count. */
export function sizeText(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  if (bytes < 999_950) return `${(bytes / 1000).toFixed(1)} kB`;
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}
