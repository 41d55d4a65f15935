// What a new password lacks, in words: Cognito names one rule at a time.

import type { CognitoError } from '../cognito-error.ts';
import type { Explanation } from '../explanation.ts';

/** The end of "Password did not conform with policy: ...". */
const policyRules: readonly (readonly [says: RegExp, next: string])[] = [
  [/uppercase/i, 'Add an upper-case letter'],
  [/lowercase/i, 'Add a lower-case letter'],
  [/numeric/i, 'Add a digit'],
  [/symbol/i, 'Add a symbol, such as ! or #'],
  [/not long enough/i, 'Make it longer'],
];

/** @param error an InvalidPasswordException */
export function explainPolicy(error: CognitoError, general: Explanation): Explanation {
  const rule = policyRules.find(([says]) => says.test(error.awsMessage ?? ''));
  return rule === undefined ? general : { ...general, next: `${rule[1]}, and send again.` };
}
