// When a session's tokens are to be renewed, and what a failed renewal means. Pure; all times are ms of one clock.

import { CognitoError, type CognitoErrorCode } from '../cognito/cognito-error.ts';

export interface RenewalFacts {
  readonly issuedAt: number;
  /** Of the token in use. */
  readonly expiresAt: number;
  /** There is a refresh token, and Cognito has not refused it. */
  readonly renewable: boolean;
  /** Renewals since the last success that found no way through. */
  readonly failures: number;
  readonly lastFailureAt: number;
}

export type NextRenewal = { readonly do: 'renew' | 'expire'; readonly at: number };

const MINUTE = 60_000;

/** What is next for the session, at a time that may be past already; a failed renewal is repeated while the token is good. */
export function nextRenewal(facts: RenewalFacts): NextRenewal {
  const { expiresAt, renewable, failures, lastFailureAt } = facts;
  const at = failures === 0 ? renewalDueAt(facts) : lastFailureAt + backoff(failures);
  return renewable && at < expiresAt ? { do: 'renew', at } : { do: 'expire', at: expiresAt };
}

/** Five minutes before the end, or after 80 % of a short life; never within seconds of the issue. */
export function renewalDueAt({ issuedAt, expiresAt }: Pick<RenewalFacts, 'issuedAt' | 'expiresAt'>): number {
  const ahead = Math.min(5 * MINUTE, (expiresAt - issuedAt) * 0.2);
  return Math.max(expiresAt - ahead, issuedAt + 3000);
}

/** So near the end that a request must not start without an attempt to renew: 30 s, or less of a short life; or past it. */
export function mustRenewFirst(
  { issuedAt, expiresAt }: Pick<RenewalFacts, 'issuedAt' | 'expiresAt'>,
  now: number,
): boolean {
  return expiresAt - now <= Math.min(MINUTE / 2, Math.max(expiresAt - issuedAt, 0) * 0.1);
}

/** 2 s, 4 s, 8 s ... up to a minute. */
function backoff(failures: number): number {
  return Math.min(2 ** failures * 1000, MINUTE);
}

const passing: readonly CognitoErrorCode[] = [
  'Aborted',
  'InternalErrorException',
  'LimitExceededException',
  'NotCognito',
  'TooManyRequestsException',
  'Unreachable',
];

/** 'again': no way through this time. 'sign-in': Cognito will not renew this session any more. */
export function renewalVerdict(error: unknown): 'again' | 'sign-in' {
  return error instanceof CognitoError && passing.includes(error.code) ? 'again' : 'sign-in';
}
