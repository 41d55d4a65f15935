// What a person is told after signing out: revoked or not, the tokens already issued stay good at AppSync. Pure.

import type { Explanation } from '../cognito/explanation.ts';
import type { Tokens } from '../cognito/tokens.ts';
import { clockTime } from './countdown.ts';
import type { Session } from './session.ts';

export interface SignOutResult {
  readonly username: string;
  /** Cognito has revoked the refresh token: nobody can renew this session. */
  readonly revoked: boolean;
  /** Why it has not. */
  readonly problem?: Explanation;
  /** ms; AppSync checks tokens by themselves and takes these until then. Past already where they have expired. */
  readonly acceptedUntil: number;
  readonly sentence: string;
}

export function signOutResultFrom(session: Session, tokens: Tokens, now: number, problem?: Explanation): SignOutResult {
  const { username } = session;
  const acceptedUntil = Math.max(tokens.expiresAt.id, tokens.expiresAt.access);
  const revoked = problem === undefined && tokens.refreshToken !== undefined;
  const sentences = [
    revoked
      ? `${username} is signed out, and the session is revoked at Cognito.`
      : `${username} is signed out here, but the session could not be revoked at Cognito.`,
    ...(problem === undefined ? [] : [problem.what]),
    ...(acceptedUntil > now ? [`AppSync accepts the tokens already issued until ${clockTime(acceptedUntil)}.`] : []),
  ];
  return {
    username,
    revoked,
    ...(problem !== undefined && { problem }),
    acceptedUntil,
    sentence: sentences.join(' '),
  };
}
