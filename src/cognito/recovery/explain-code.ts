// Words for a code that Cognito does not take, where another can be had at the press of a button.

import type { CognitoError } from '../cognito-error.ts';
import type { Explanation } from '../explanation.ts';

export function explainCode(error: CognitoError, general: Explanation): Explanation {
  if (error.code === 'ExpiredCodeException') {
    return { ...general, next: 'Have another code sent, and type that.', retry: 'same-form' };
  }
  if (error.code !== 'CodeMismatchException') return general;
  return {
    ...general,
    why: 'It is mistyped, an older message was read, or the pool has no such user, which many pools do not tell.',
    next: 'Type the newest code again, or have another one sent.',
  };
}
