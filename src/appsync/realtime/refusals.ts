// What AppSync's errors over a socket mean for what to do next. Pure.
import type { RealtimeError } from './messages.ts';

/** The token, not what was asked: a fresh one may help. `Unauthorized` alone is a field's rule, which a fresh one does not change. */
export function refusesToken(errors: readonly RealtimeError[]): boolean {
  return errors.some(
    ({ errorType = '', message = '', errorCode }) =>
      errorCode === 401 ||
      // Older days put a namespace before it.
      errorType.endsWith('UnauthorizedException') ||
      errorType.endsWith('NotAuthorizedException') ||
      /token (has )?expired/i.test(message),
  );
}

/** A subscription that was open was let in once: whatever revokes it may be the token's age. */
export function revokes(errors: readonly RealtimeError[]): boolean {
  return refusesToken(errors) || errors.some(({ errorType }) => errorType === 'Unauthorized');
}

export function throttles(errors: readonly RealtimeError[]): boolean {
  return errors.some(
    ({ errorType = '', message = '', errorCode }) =>
      errorCode === 429 ||
      /LimitExceeded|Throttl|TooManyRequests/.test(errorType) ||
      /rate (limit )?exceeded/i.test(message),
  );
}

/** AppSync has trouble of its own. */
export function isPassing(errors: readonly RealtimeError[]): boolean {
  return throttles(errors) || errors.some(({ errorCode = 0 }) => errorCode >= 500);
}
