// The real-time faults that a test has set, in order. Only decides which is due.
import type { ConnectionFault, RealtimeFault, SetRealtimeFault, StartFault } from './faults.ts';

interface Entry {
  readonly fault: RealtimeFault;
  left: number;
}

export class FaultQueue {
  readonly #entries = new Set<Entry>();

  /** @param times how many connections, or starts */
  set(fault: RealtimeFault, times: number | 'every'): SetRealtimeFault {
    const entry = { fault, left: times === 'every' ? Infinity : times };
    this.#entries.add(entry);
    return { remove: () => this.#entries.delete(entry) };
  }

  takeForConnection(): ConnectionFault | undefined {
    return this.#take((fault): fault is ConnectionFault => !isStartFault(fault));
  }

  takeForStart(): StartFault | undefined {
    return this.#take(isStartFault);
  }

  #take<F extends RealtimeFault>(isWanted: (fault: RealtimeFault) => fault is F): F | undefined {
    for (const entry of this.#entries) {
      if (!isWanted(entry.fault)) continue;
      entry.left -= 1;
      if (entry.left <= 0) this.#entries.delete(entry);
      return entry.fault;
    }
    return undefined;
  }
}

function isStartFault(fault: RealtimeFault): fault is StartFault {
  return fault.kind === 'no start_ack' || fault.kind === 'refuse start';
}
