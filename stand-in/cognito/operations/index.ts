// The operations this stand-in has.
import { adminInitiateAuth } from './admin-initiate-auth.ts';
import { adminRespondToAuthChallenge } from './admin-respond-to-auth-challenge.ts';
import { associateSoftwareToken } from './associate-software-token.ts';
import { confirmDevice } from './confirm-device.ts';
import { confirmForgotPassword } from './confirm-forgot-password.ts';
import { confirmSignUp } from './confirm-sign-up.ts';
import { forgetDevice } from './forget-device.ts';
import { forgotPassword } from './forgot-password.ts';
import { getTokensFromRefreshToken } from './get-tokens-from-refresh-token.ts';
import { getUser } from './get-user.ts';
import { globalSignOut } from './global-sign-out.ts';
import { initiateAuth } from './initiate-auth.ts';
import { listDevices } from './list-devices.ts';
import type { Operation } from './operation.ts';
import { resendConfirmationCode } from './resend-confirmation-code.ts';
import { respondToAuthChallenge } from './respond-to-auth-challenge.ts';
import { revokeToken } from './revoke-token.ts';
import { setUserMfaPreference } from './set-user-mfa-preference.ts';
import { updateDeviceStatus } from './update-device-status.ts';
import { verifySoftwareToken } from './verify-software-token.ts';

export const operations: readonly Operation[] = [
  adminInitiateAuth,
  adminRespondToAuthChallenge,
  associateSoftwareToken,
  confirmDevice,
  confirmForgotPassword,
  confirmSignUp,
  forgetDevice,
  forgotPassword,
  getTokensFromRefreshToken,
  getUser,
  globalSignOut,
  initiateAuth,
  listDevices,
  resendConfirmationCode,
  respondToAuthChallenge,
  revokeToken,
  setUserMfaPreference,
  updateDeviceStatus,
  verifySoftwareToken,
];
