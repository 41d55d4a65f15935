// A signed-in user as everybody may know them: no token is in here, nor ever will be.

import type { AuthFlow, Explanation } from '../cognito/explanation.ts';
import type { TokenKind } from '../cognito/tokens.ts';
import type { Mark } from './mark.ts';

export type SessionOrigin = 'signed-in' | 'pasted';

export interface Session {
  readonly id: string;
  readonly connectionId: string;
  /** For people; see SignInState. */
  readonly username: string;
  /** As of `issuedAt`: Cognito puts a change of groups into the next token. */
  readonly groups: readonly string[];
  readonly mark: Mark;
  readonly origin: SessionOrigin;
  /** How it was signed in; absent for pasted tokens. */
  readonly authFlow?: AuthFlow;
  /** The kinds of token that are there, the ID token first. */
  readonly holds: readonly TokenKind[];
  /** There is a refresh token that Cognito has not refused. */
  readonly renewable: boolean;
  /** Which of its tokens goes to AppSync. */
  readonly sends: TokenKind;
  /** ms; a renewal does not change it, signing in again does. */
  readonly signedInAt: number;
  /** ms, of the tokens in use. */
  readonly issuedAt: number;
  /** ms, of the token it sends. */
  readonly expiresAt: number;
  /** ms, of each token: a pool may give the two kinds different lives. */
  readonly ends: Readonly<Partial<Record<TokenKind, number>>>;
  /**
   * renewal-failed: Cognito refused to renew, and the token is good until `expiresAt`. expired: it is past that; signing in
   * again helps, and tokenFor tries once more where a renewal had only found no way through.
   */
  readonly status: 'active' | 'renewing' | 'renewal-failed' | 'expired';
  /** Why the last renewal failed. With 'active': it is tried again by itself. */
  readonly problem?: Explanation;
}
