// Which second factor a user still owes, from what the pool demands and the user has. Pure.
// https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-mfa.html
import type { Progress } from './progress.ts';
import type { MfaFactor, PoolUser, UserPool } from './user-pool.ts';

export type SecondFactor =
  | { readonly kind: 'none' }
  | { readonly kind: 'factor'; readonly factor: MfaFactor }
  /** The user has several and prefers none. */
  | { readonly kind: 'choice'; readonly factors: readonly MfaFactor[] }
  /** The user has none, and the pool demands one. */
  | { readonly kind: 'setup' };

export function secondFactorOwed(progress: Progress): SecondFactor {
  const { pool, user, chosenFactor, secondFactorDone, customAuth } = progress;
  if (pool.mfaConfiguration === 'OFF' || secondFactorDone || customAuth || deviceStandsForIt(progress)) {
    return { kind: 'none' };
  }
  const factors = factorsOf(pool, user);
  const factor = [chosenFactor, user.preferredMfa].find((wanted) => wanted && factors.includes(wanted));
  if (factor) return { kind: 'factor', factor };
  const [only, second] = factors;
  if (only === undefined) return { kind: pool.mfaConfiguration === 'ON' ? 'setup' : 'none' };
  return second === undefined ? { kind: 'factor', factor: only } : { kind: 'choice', factors };
}

/** A remembered device has to prove itself later on, and where the pool says so that will do. */
function deviceStandsForIt({ pool, device }: Progress): boolean {
  return device?.isRemembered === true && pool.deviceConfiguration?.challengeRequiredOnNewDevice === true;
}

/** True where this very factor is what is asked for next. */
export function owesFactor(progress: Progress, factor: MfaFactor): boolean {
  const owed = secondFactorOwed(progress);
  return owed.kind === 'factor' && owed.factor === factor;
}

/** A text message cannot be set up on the way in. */
export function factorsToSetUp(pool: UserPool): readonly MfaFactor[] {
  return pool.enabledMfas.filter((factor) => factor !== 'SMS_MFA');
}

function factorsOf(pool: UserPool, user: PoolUser): readonly MfaFactor[] {
  return (user.enabledMfas ?? []).filter((factor) => pool.enabledMfas.includes(factor) && canUseFactor(user, factor));
}

export function canUseFactor({ attributes, softwareToken }: PoolUser, factor: MfaFactor): boolean {
  switch (factor) {
    case 'SMS_MFA':
      return attributes['phone_number'] !== undefined;
    case 'EMAIL_OTP':
      return attributes['email'] !== undefined;
    case 'SOFTWARE_TOKEN_MFA':
      return softwareToken?.verified === true;
    default:
      return factor satisfies never;
  }
}
