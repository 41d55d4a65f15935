// How often one thing may be done to one user within an hour. What is refused does not count.
// https://docs.aws.amazon.com/cognito/latest/developerguide/limits.html
import { CognitoError } from './cognito-error.ts';

const hourInMs = 3_600_000;

export class HourlyLimits {
  readonly #times = new Map<string, readonly number[]>();
  readonly #now: () => number;

  constructor(now: () => number) {
    this.#now = now;
  }

  /** @throws CognitoError once it was done `perHour` times */
  take(what: string, perHour: number): void {
    const recent = (this.#times.get(what) ?? []).filter((time) => time > this.#now() - hourInMs);
    if (recent.length >= perHour) {
      throw new CognitoError('LimitExceededException', 'Attempt limit exceeded, please try after some time.');
    }
    this.#times.set(what, [...recent, this.#now()]);
  }
}
