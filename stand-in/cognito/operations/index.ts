// The operations this stand-in has.
import { adminInitiateAuth } from './admin-initiate-auth.ts';
import { adminRespondToAuthChallenge } from './admin-respond-to-auth-challenge.ts';
import { getTokensFromRefreshToken } from './get-tokens-from-refresh-token.ts';
import { getUser } from './get-user.ts';
import { globalSignOut } from './global-sign-out.ts';
import { initiateAuth } from './initiate-auth.ts';
import type { Operation } from './operation.ts';
import { respondToAuthChallenge } from './respond-to-auth-challenge.ts';
import { revokeToken } from './revoke-token.ts';

export const operations: readonly Operation[] = [
  adminInitiateAuth,
  adminRespondToAuthChallenge,
  getTokensFromRefreshToken,
  getUser,
  globalSignOut,
  initiateAuth,
  respondToAuthChallenge,
  revokeToken,
];
