// What arrives one after another, kept in order, so that a test can look back and wait for more.

export class Arrivals<T> {
  readonly all: T[] = [];
  readonly #waiting = new Set<{ matches(item: T): boolean; found(item: T): void }>();

  add(item: T): void {
    this.all.push(item);
    for (const waiter of this.#waiting) {
      if (!waiter.matches(item)) continue;
      this.#waiting.delete(waiter);
      waiter.found(item);
    }
  }

  /** The next one, from now on, that matches. */
  next(matches: (item: T) => boolean): Promise<T> {
    return new Promise((found) => {
      this.#waiting.add({ matches, found });
    });
  }
}
