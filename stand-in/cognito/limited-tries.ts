// How often a code may be guessed. AWS documents no number; six wrong ones in a row are known to be borne.
import { CognitoError } from './cognito-error.ts';

const mostWrongCodes = 10;

/**
 * Judges the codes given to one challenge. After too many wrong ones none is right any more.
 * @param isRight may itself throw, where a code is right and yet does not do
 * @param complaint the service's sentence about a wrong code; it differs from factor to factor
 */
export function limitedTries(isRight: (code: string) => boolean, complaint: string): (code: string) => void {
  let wrongCodes = 0;
  return (code) => {
    if (wrongCodes >= mostWrongCodes) {
      throw new CognitoError('ExpiredCodeException', 'Invalid code provided, please request a code again.');
    }
    if (isRight(code)) return;
    wrongCodes += 1;
    throw new CognitoError('CodeMismatchException', complaint);
  };
}
