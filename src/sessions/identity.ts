// Whom an operation can run as, as everybody may know them: a signed-in user, a key, a pasted token, a role, nobody. Holds no
// secret, nor ever will.

import { authModeNames, type AuthMode } from '../appsync/authorization.ts';
import type { TokenKind } from '../cognito/tokens.ts';
import type { Mark } from './mark.ts';
import type { Session } from './session.ts';

export interface Identity {
  /** Unique in the page, and the same for as long as it lives. That of a signed-in user is the session's. */
  readonly id: string;
  readonly connectionId: string;
  /** For people, who may rename it. */
  readonly name: string;
  readonly mark: Mark;
  readonly authMode: AuthMode;
  /** Of a user pool: which of the two tokens goes to AppSync. */
  readonly tokenKind?: TokenKind;
  readonly groups: readonly string[];
  /** What it is beside its name, where there is something to say: an issuer, a profile. Never a part of a secret. */
  readonly detail?: string;
  /** ms */
  readonly issuedAt?: number;
  /** ms; absent where nobody can tell. */
  readonly expiresAt?: number;
  readonly status: Session['status'];
  /** Of a user pool; two identities, one for each token, may share a session. */
  readonly sessionId?: string;
}

/** What is sent of it, in the words of the page: "ID token", "API key". */
export function sentWords({ authMode, tokenKind }: Pick<Identity, 'authMode' | 'tokenKind'>): string {
  if (authMode !== 'AMAZON_COGNITO_USER_POOLS') return authModeNames[authMode];
  return tokenKind === 'access' ? 'access token' : 'ID token';
}

/** The order in which they stand: users, keys, tokens, roles, nobody. */
export const modeOrder: readonly AuthMode[] = [
  'AMAZON_COGNITO_USER_POOLS',
  'API_KEY',
  'OPENID_CONNECT',
  'AWS_LAMBDA',
  'AWS_IAM',
  'NONE',
];
