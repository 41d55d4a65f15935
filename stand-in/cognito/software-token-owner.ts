// Whose authenticator app is being set up: told by an access token, or by the Session of MFA_SETUP.
import { signInOfAccessToken } from './access-tokens.ts';
import { mfaSetup, withSoftwareToken } from './challenges/mfa-setup.ts';
import type { Cognito } from './cognito.ts';
import { invalidParameter, throwRefusal } from './cognito-error.ts';
import type { PoolUser, UserPool } from './user-pool.ts';
import { userRefusal } from './users.ts';

export interface SoftwareTokenOwner {
  readonly pool: UserPool;
  readonly user: PoolUser;
  /**
   * Spends the Session and opens the one that follows; nothing where there was none.
   * @param isVerified the new one may answer MFA_SETUP
   */
  readonly nextSession: (isVerified: boolean) => { readonly Session?: string };
}

export interface Told {
  readonly AccessToken?: string | undefined;
  readonly Session?: string | undefined;
}

/** @throws CognitoError unless exactly one of the two is given, and good */
export async function softwareTokenOwner(
  { AccessToken, Session }: Told,
  cognito: Cognito,
): Promise<SoftwareTokenOwner> {
  if ((AccessToken === undefined) === (Session === undefined)) {
    throw invalidParameter('Exactly one of AccessToken and Session must be given.');
  }
  if (Session === undefined) {
    const { pool, user } = await signInOfAccessToken(cognito, AccessToken ?? '');
    return { pool, user, nextSession: () => ({}) };
  }
  const sessions = cognito.state.challengeSessions;
  const pending = sessions.find(Session, { challengeName: mfaSetup.name });
  const { progress } = pending;
  throwRefusal(userRefusal(progress.user));
  return {
    pool: progress.pool,
    user: progress.user,
    nextSession: (isVerified) => {
      sessions.spend(Session);
      const put = isVerified ? { ...pending.put, judge: () => withSoftwareToken(progress) } : pending.put;
      return { Session: sessions.open({ ...pending, put }) };
    },
  };
}
