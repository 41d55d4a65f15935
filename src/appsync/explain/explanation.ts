// What an explanation is, and what it is made from. Words and places only; it stands beside the raw answer, never instead of it.
import type { AuthMode } from '../authorization.ts';
import type { AccessRules } from '../schema-access.ts';

/** For people: what happened, why probably, what to do next. */
export interface Words {
  readonly what: string;
  readonly why: string;
  readonly next: string;
  /** What the page may offer as the one action. */
  readonly action?: 'sign-in' | 'renew' | 'bring-schema';
}

export interface Explanation extends Words {
  /** How many errors of the answer say this; 1 for a refusal of the whole request. */
  readonly count: number;
  /** Where they are, as far as that is told; not all of very many. */
  readonly places: readonly Place[];
}

export interface Place {
  /** In the answer's data. */
  readonly path?: readonly (string | number)[];
  /** In the operation, both from 1. */
  readonly line?: number;
  readonly column?: number;
}

/** What is known of whoever asked, and of what was asked. */
export interface Asked {
  readonly name: string;
  readonly groups: readonly string[];
  readonly authMode: AuthMode;
  readonly tokenKind?: 'id' | 'access' | undefined;
  /** When the credential ends, in milliseconds since the epoch. */
  readonly expiresAt?: number | undefined;
  /** The tab's own headers stood in place of the identity. */
  readonly overridden: boolean;
  readonly query: string;
  /** Who may call what, where the schema is known with its marks. */
  readonly rules?: AccessRules | undefined;
  readonly now: number;
}

/** One error of an answer, as far as it can be read. */
export interface AnswerError {
  readonly message: string;
  readonly errorType: string;
  readonly place: Place;
}
