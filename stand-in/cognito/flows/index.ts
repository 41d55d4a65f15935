// The authentication flows this stand-in knows.
import { adminUserPasswordAuth } from './admin-user-password-auth.ts';
import { customAuth } from './custom-auth.ts';
import type { Flow } from './flow.ts';
import { refreshTokenAuth } from './refresh-token-auth.ts';
import { userPasswordAuth } from './user-password-auth.ts';
import { userSrpAuth } from './user-srp-auth.ts';

export const flows: readonly Flow[] = [
  userSrpAuth,
  userPasswordAuth,
  adminUserPasswordAuth,
  refreshTokenAuth,
  customAuth,
];
