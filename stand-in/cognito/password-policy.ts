// What a pool demands of a new password. Cognito names one violation at a time.
// https://docs.aws.amazon.com/cognito/latest/developerguide/managing-users-passwords.html
import type { PasswordPolicy } from './user-pool.ts';

const symbols = /[\^$*.[\]{}()?"!@#%&/\\,><':;|_~`=+-]|(?!^) (?!$)/;

/** AWS's sentence about the first rule that is broken, or null. */
export function passwordViolation(policy: PasswordPolicy, password: string): string | null {
  const rules: readonly (readonly [broken: boolean, complaint: string])[] = [
    [password.length < policy.minimumLength, 'Password not long enough'],
    [policy.requireUppercase && !/[A-Z]/.test(password), 'Password must have uppercase characters'],
    [policy.requireLowercase && !/[a-z]/.test(password), 'Password must have lowercase characters'],
    [policy.requireNumbers && !/\d/.test(password), 'Password must have numeric characters'],
    [policy.requireSymbols && !symbols.test(password), 'Password must have symbol characters'],
  ];
  const violation = rules.find(([broken]) => broken);
  return violation === undefined ? null : `Password did not conform with policy: ${violation[1]}`;
}
