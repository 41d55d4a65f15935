// Writes the newest of what it is given, at once and then at most so often: what it writes to takes each text as a whole.

export interface SlowWriter {
  /** The same text on another occasion is written again. */
  write(text: string, occasion: string): void;
  stop(): void;
}

export interface SlowWriterDeps {
  readonly show: (text: string) => void;
  readonly everyMs: number;
  /** A monotonic clock in milliseconds. */
  readonly now: () => number;
  readonly setTimer: (run: () => void, afterMs: number) => () => void;
}

export function createSlowWriter({ show, everyMs, now, setTimer }: SlowWriterDeps): SlowWriter {
  let asked = { text: '', occasion: '' };
  let written: typeof asked | undefined;
  let lastAt = -Infinity;
  let cancel: (() => void) | undefined;
  return {
    write(text, occasion) {
      asked = { text, occasion };
      if (text === written?.text && occasion === written.occasion) return;
      cancel ??= setTimer(
        () => {
          cancel = undefined;
          lastAt = now();
          written = asked;
          show(asked.text);
        },
        Math.max(0, lastAt + everyMs - now()),
      );
    },
    stop() {
      cancel?.();
      cancel = undefined;
    },
  };
}
