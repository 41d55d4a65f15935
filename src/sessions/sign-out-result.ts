// What a person is told after signing out: revoked or not, the tokens already issued stay good at AppSync. Pure.

import type { Explanation } from '../cognito/explanation.ts';
import type { Tokens } from '../cognito/tokens.ts';
import { clockTime } from './countdown.ts';
import type { Session } from './session.ts';

/** here: this session. everywhere: each session of the user, whatever app signed in. */
export type SignOutReach = 'here' | 'everywhere';

export interface SignOutResult {
  readonly username: string;
  readonly reach: SignOutReach;
  /** Cognito has revoked the refresh token, or all of the user's: nobody can renew what is signed out. */
  readonly revoked: boolean;
  /** Why it has not. */
  readonly problem?: Explanation;
  /** ms; AppSync checks tokens by themselves and takes these until then. Past already where they have expired. */
  readonly acceptedUntil: number;
  readonly sentence: string;
}

export interface SignedOut {
  readonly session: Session;
  readonly tokens: Tokens;
  readonly reach: SignOutReach;
  readonly problem?: Explanation | undefined;
}

export function signOutResultFrom({ session, tokens, reach, problem }: SignedOut, now: number): SignOutResult {
  const { username } = session;
  const acceptedUntil = Math.max(tokens.expiresAt.id ?? 0, tokens.expiresAt.access ?? 0);
  const revoked = problem === undefined && (reach === 'everywhere' || tokens.refreshToken !== undefined);
  const sentences = [
    opening(username, reach, revoked, tokens.refreshToken !== undefined),
    ...(problem === undefined ? [] : [problem.what]),
    ...(acceptedUntil > now ? [`AppSync accepts the tokens already issued until ${clockTime(acceptedUntil)}.`] : []),
  ];
  return {
    username,
    reach,
    revoked,
    ...(problem !== undefined && { problem }),
    acceptedUntil,
    sentence: sentences.join(' '),
  };
}

function opening(username: string, reach: SignOutReach, revoked: boolean, hadRefreshToken: boolean): string {
  if (reach === 'everywhere') {
    return revoked
      ? `${username} is signed out everywhere: Cognito has revoked every session of this user.`
      : `${username} is signed out here, but Cognito could not be made to revoke the user’s other sessions.`;
  }
  if (revoked) return `${username} is signed out, and the session is revoked at Cognito.`;
  return hadRefreshToken
    ? `${username} is signed out here, but the session could not be revoked at Cognito.`
    : `${username} is signed out here. There was no refresh token to revoke.`;
}

/** Of several users who signed out together. */
export function allSignedOutSentence(results: readonly SignOutResult[], now: number): string {
  const names = (some: readonly SignOutResult[]) =>
    new Intl.ListFormat('en-GB').format(some.map((each) => each.username));
  const notRevoked = results.filter(({ revoked }) => !revoked);
  const acceptedUntil = Math.max(...results.map((each) => each.acceptedUntil), 0);
  return [
    notRevoked.length === 0
      ? `${names(results)} are signed out, and their sessions are revoked at Cognito.`
      : `${names(results)} are signed out here. Not revoked at Cognito: ${names(notRevoked)}.`,
    ...(acceptedUntil > now ? [`AppSync accepts the tokens already issued until ${clockTime(acceptedUntil)}.`] : []),
  ].join(' ');
}
