// The stand-in's clock: the machine's, moved by a test at will. What waits for a time waits here, so that no test has to sleep.

/** Takes an alarm back; nothing happens where it has rung. */
export type CancelAlarm = () => void;

export interface Clock {
  /** Milliseconds since the epoch. */
  now(): number;
  /** Calls once, when so many milliseconds have passed on this clock. */
  after(milliseconds: number, act: () => void): CancelAlarm;
}

interface Alarm {
  readonly due: number;
  timer: NodeJS.Timeout | undefined;
  act(): void;
}

export class MovableClock implements Clock {
  readonly #alarms = new Set<Alarm>();
  #offset = 0;

  now(): number {
    return Date.now() + this.#offset;
  }

  after(milliseconds: number, act: () => void): CancelAlarm {
    const alarm: Alarm = { due: this.now() + milliseconds, timer: undefined, act };
    this.#alarms.add(alarm);
    this.#wind(alarm);
    return () => {
      clearTimeout(alarm.timer);
      this.#alarms.delete(alarm);
    };
  }

  /** Rings, the earliest first, what has become due. What an alarm sets anew waits from here on. */
  move(milliseconds: number): void {
    this.#offset += milliseconds;
    const alarms = [...this.#alarms].toSorted((one, other) => one.due - other.due);
    for (const alarm of alarms) {
      // An earlier one may have taken it back.
      if (!this.#alarms.has(alarm)) continue;
      if (alarm.due <= this.now()) this.#ring(alarm);
      else this.#wind(alarm);
    }
  }

  #wind(alarm: Alarm): void {
    clearTimeout(alarm.timer);
    alarm.timer = setTimeout(() => {
      this.#ring(alarm);
    }, alarm.due - this.now());
    // A stand-in that nobody uses any more must not keep its process alive.
    alarm.timer.unref();
  }

  #ring(alarm: Alarm): void {
    clearTimeout(alarm.timer);
    this.#alarms.delete(alarm);
    alarm.act();
  }
}
