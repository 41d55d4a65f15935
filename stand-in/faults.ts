// Which requests shall be answered wrongly, and how. Only decides; fault-answer.ts does the damage.
import { deferred } from './deferred.ts';
import type { SeenRequest, Target } from './request-log.ts';

export type Fault =
  /** Handled and answered properly, but only once `release()` is called. */
  | { readonly kind: 'hold' }
  | { readonly kind: 'delay'; readonly ms: number }
  /**
   * The connection ends without a byte. On a kept-alive connection a browser silently tries once more: use `times: 'every'`
   * to make it see the failure.
   */
  | { readonly kind: 'drop' }
  /** The true answer, whose connection ends in the middle of the body. */
  | { readonly kind: 'cut' }
  | {
      readonly kind: 'answer';
      readonly status: number;
      readonly body: string;
      /** Absent = `text/html`, as the error pages of proxies are. */
      readonly contentType?: string;
    }
  /** Status 302 unless told. */
  | { readonly kind: 'redirect'; readonly location: string; readonly status?: 301 | 302 | 303 | 307 | 308 }
  /** Status 200 and a JSON object of exactly so many bytes. */
  | { readonly kind: 'flood'; readonly bytes: number }
  /** An error in the shape of the service that was asked. Status 400 unless told. */
  | { readonly kind: 'error'; readonly type: string; readonly message: string; readonly status?: number };

export interface FaultMatch {
  readonly target: Target;
  /** See `SeenRequest.operation`; absent = every operation of the target. */
  readonly operation?: string;
  /** How many matching requests; absent = 1. */
  readonly times?: number | 'every';
}

/** A fault that was set, in the hand of the test that set it. */
export interface SetFault {
  /** Settles when the first matching request arrives. */
  readonly arrived: Promise<SeenRequest>;
  /** Lets go what is held, now and later. */
  release(): void;
  /** Takes the fault back; what is held stays held until released. */
  remove(): void;
}

/** A fault on its way to one request. */
export interface DueFault {
  readonly fault: Fault;
  readonly released: Promise<void>;
}

interface Entry extends DueFault {
  readonly match: FaultMatch;
  left: number;
  arrive(request: SeenRequest): void;
}

export class FaultPlan {
  readonly #entries = new Set<Entry>();

  set(match: FaultMatch, fault: Fault): SetFault {
    const arrival = deferred<SeenRequest>();
    const release = deferred<void>();
    const left = match.times === 'every' ? Infinity : (match.times ?? 1);
    const entry: Entry = { match, fault, left, released: release.promise, arrive: arrival.resolve };
    this.#entries.add(entry);
    return {
      arrived: arrival.promise,
      release: () => {
        release.resolve(undefined);
      },
      remove: () => {
        this.#entries.delete(entry);
      },
    };
  }

  /** Takes the fault that is due for this request, the first set first. A CORS preflight never gets one. */
  take(request: SeenRequest): DueFault | undefined {
    if (request.method === 'OPTIONS') return undefined;
    for (const entry of this.#entries) {
      const { target, operation } = entry.match;
      if (target !== request.target || (operation !== undefined && operation !== request.operation)) continue;
      entry.left -= 1;
      if (entry.left <= 0) this.#entries.delete(entry);
      entry.arrive(request);
      return entry;
    }
    return undefined;
  }
}
