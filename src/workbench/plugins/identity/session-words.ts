// What the pane says of a session: how it came about, what becomes of it, and what a renewal has changed. Pure.

import { clockTime } from '../../../sessions/countdown.ts';
import type { Session } from '../../../sessions/session.ts';
import { relativeTime } from './time-words.ts';

const waysIn: Readonly<Record<NonNullable<Session['authFlow']>, string>> = {
  USER_SRP_AUTH: ', with a password (SRP)',
  USER_PASSWORD_AUTH: ', with a password',
  CUSTOM_AUTH: ', by a custom challenge',
  ADMIN_USER_PASSWORD_AUTH: ', with a password and your AWS credentials',
};

/** "at 14:02, with a password (SRP)": after "Signed in" or "Pasted". */
export function cameInWords({ authFlow, signedInAt }: Session): string {
  return `at ${clockTime(signedInAt)}${authFlow === undefined ? '' : waysIn[authFlow]}`;
}

/** Why nobody can renew it, and what that means; undefined where it can be renewed. */
export function whyNotRenewable({ origin, renewable, problem, status, expiresAt }: Session): string | undefined {
  if (renewable) return undefined;
  // Its problem, shown beside this, says why.
  if (problem !== undefined)
    return status === 'expired' ? undefined : `AppSync takes its token until ${clockTime(expiresAt)}.`;
  return origin === 'pasted'
    ? 'It cannot be renewed: no refresh token was pasted with it.'
    : 'It cannot be renewed: Cognito gave no refresh token. Sign in again to get new tokens.';
}

/** "in 52 minutes, at 15:02; renewed by itself before that", or "since 15:02". */
export function endWords({ expiresAt, renewable }: Session, now: number): string {
  const at = clockTime(expiresAt);
  if (expiresAt <= now) return `since ${at}`;
  return `${relativeTime(expiresAt, now)}, at ${at}${renewable ? '; renewed by itself before that' : ''}`;
}

/** What a renewal made of the groups: the reason why people renew by hand. */
export function groupsChangeWords(before: readonly string[], after: readonly string[]): string {
  const joined = after.filter((group) => !before.includes(group));
  const left = before.filter((group) => !after.includes(group));
  if (joined.length === 0 && left.length === 0) return 'The groups are the same.';
  return [
    ...(joined.length > 0 ? [`Now also in ${joined.join(', ')}.`] : []),
    ...(left.length > 0 ? [`No longer in ${left.join(', ')}.`] : []),
  ].join(' ');
}

export const kindNames = { id: 'ID token', access: 'access token' } as const;

/** "ID token of alice, expires 14:32". */
export function copiedWords(kind: keyof typeof kindNames, username: string, expiresAt: number, now: number): string {
  const end = expiresAt > now ? 'expires' : 'expired';
  return `${kindNames[kind]} of ${username}, ${end} ${clockTime(expiresAt)}`;
}
