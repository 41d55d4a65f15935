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
