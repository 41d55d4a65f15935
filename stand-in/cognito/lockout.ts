// When a user who failed too often may try again: from the fifth failure on 1 s, doubled by each further one, up to about 15
// minutes; forgotten after 15 quiet minutes.
// https://docs.aws.amazon.com/cognito/latest/developerguide/authentication.html (lockout behaviour for failed sign-in attempts)

export interface Failures {
  readonly count: number;
  /** Milliseconds since the epoch. */
  readonly lastAt: number;
}

const freeFailures = 5;
const longestMs = 15 * 60_000;

export function isLockedOut(failures: Failures | undefined, now: number): boolean {
  if (failures === undefined || failures.count < freeFailures) return false;
  return now < failures.lastAt + Math.min(1000 * 2 ** (failures.count - freeFailures), longestMs);
}

export function nextFailures(failures: Failures | undefined, now: number): Failures {
  const forgotten = failures === undefined || now - failures.lastAt >= longestMs;
  return { count: forgotten ? 1 : failures.count + 1, lastAt: now };
}
