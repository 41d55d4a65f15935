// Throttling: so many request tokens in each second of the stand-in's clock, one for each request.
import type { Clock } from '../movable-clock.ts';

const tokensPerSecond = 2000;

export class RequestRate {
  readonly #clock: Clock;
  #second = 0;
  #spent = 0;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** @param limit of the API, if its owner has set one */
  isSpent(limit = tokensPerSecond): boolean {
    const second = Math.floor(this.#clock.now() / 1000);
    this.#spent = second === this.#second ? this.#spent + 1 : 1;
    this.#second = second;
    return this.#spent > limit;
  }
}
