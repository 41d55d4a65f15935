// SetUserMFAPreference: which second factors the caller has, and which of them is asked for.
// https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_SetUserMFAPreference.html
import * as v from 'valibot';
import { signInOfAccessToken } from '../access-tokens.ts';
import { invalidParameter } from '../cognito-error.ts';
import { token } from '../request-shape.ts';
import { canUseFactor } from '../second-factor.ts';
import type { MfaFactor, PoolUser } from '../user-pool.ts';
import { operation } from './operation.ts';

const settings = v.optional(
  v.object({ Enabled: v.optional(v.boolean(), false), PreferredMfa: v.optional(v.boolean(), false) }),
);

const shape = v.object({
  AccessToken: token,
  SMSMfaSettings: settings,
  SoftwareTokenMfaSettings: settings,
  EmailMfaSettings: settings,
});

export const setUserMfaPreference = operation('SetUserMFAPreference', shape, async (request, cognito) => {
  const { user } = await signInOfAccessToken(cognito, request.AccessToken);
  const wishes = [
    ['SMS_MFA', request.SMSMfaSettings],
    ['SOFTWARE_TOKEN_MFA', request.SoftwareTokenMfaSettings],
    ['EMAIL_OTP', request.EmailMfaSettings],
  ] as const;
  // A factor that is not named stays as it is.
  const enabled = wishes.filter(([factor, wish]) => wish?.Enabled ?? user.enabledMfas?.includes(factor));
  for (const [factor, wish] of enabled) if (wish) refuseUnusable(user, factor);
  const preferred = wishes.find(([, wish]) => wish?.Enabled && wish.PreferredMfa)?.[0];
  const kept = wishes.find(([factor, wish]) => wish === undefined && factor === user.preferredMfa)?.[0];
  user.enabledMfas = enabled.map(([factor]) => factor);
  delete user.preferredMfa;
  const preference = preferred ?? kept;
  if (preference !== undefined) user.preferredMfa = preference;
  return {};
});

function refuseUnusable(user: PoolUser, factor: MfaFactor): void {
  if (canUseFactor(user, factor)) return;
  throw invalidParameter(
    factor === 'SOFTWARE_TOKEN_MFA'
      ? 'User has not verified software token mfa'
      : `User does not have delivery config set to turn on ${factor}`,
  );
}
