// One sign-in of one user as the sessions keep it: the public session, and beside it what stays private, tokens above all.
// Signing in again makes a new one under the same session id.

import type { Device } from '../cognito/device.ts';
import type { Explanation } from '../cognito/explanation.ts';
import type { SignInPool } from '../cognito/sign-in-flow.ts';
import type { Tokens } from '../cognito/tokens.ts';
import { nextRenewal, type NextRenewal } from './renewal.ts';
import type { Session } from './session.ts';

/** What a renewal came to. */
export type Renewed = { readonly ok: true } | { readonly ok: false; readonly problem: Explanation };

export interface SignedIn {
  /** What the tokens were issued by: renewals go there, whatever becomes of the connection. */
  readonly pool: SignInPool;
  /** Raw, for renewal and revocation. */
  readonly clientSecret: string | undefined;
  readonly device: Device | undefined;
  session: Session;
  tokens: Tokens;
  /** Cognito will not renew it any more. */
  refused: boolean;
  /** Renewals since the last success that found no way through. */
  failures: number;
  lastFailureAt: number;
  renewing: Promise<Renewed> | undefined;
}

export function nextRenewalOf(signedIn: SignedIn): NextRenewal {
  const { session, failures, lastFailureAt } = signedIn;
  const { issuedAt, expiresAt } = session;
  return nextRenewal({ issuedAt, expiresAt, renewable: isRenewable(signedIn), failures, lastFailureAt });
}

export function isRenewable({ tokens, refused }: Pick<SignedIn, 'tokens' | 'refused'>): boolean {
  return tokens.refreshToken !== undefined && !refused;
}

/** The session's problem, to be kept over a change: an update drops it otherwise. */
export function problemOf({ session: { problem } }: SignedIn): Pick<Session, 'problem'> {
  return problem === undefined ? {} : { problem };
}
