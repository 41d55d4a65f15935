// The page's side of SRP: asks a Web Worker, so that the main thread never computes for longer than a frame; where a
// worker cannot start, the same arithmetic runs here. Sends the password to the worker and keeps none.

import { CognitoError } from './cognito-error.ts';
import type { NewDevice } from './device.ts';
import type { DeviceVerifier, Srp, SrpExchange } from './srp-exchange.ts';
import type { SrpAnswer, SrpRequest } from './srp-messages.ts';

/** What is used of a Worker. */
export interface WorkerLike {
  postMessage(message: SrpRequest, options: object): void;
  addEventListener(type: 'message', listener: (event: MessageEvent<SrpAnswer>) => void): void;
  addEventListener(type: 'error' | 'messageerror', listener: () => void): void;
  terminate(): void;
}

export interface SrpInWorker extends Srp {
  /** Starts the worker and computes an A ahead, so that the next begin() has it at once. Never fails; may be called often. */
  warmUp(): void;
  close(): void;
}

type WithoutCall<Request> = Request extends unknown ? Omit<Request, 'call'> : never;

const startWorker = (): WorkerLike => new Worker(new URL('./srp-worker.ts', import.meta.url), { type: 'module' });
const loadHere = async (): Promise<Srp> => (await import('./srp.ts')).srpOnThisThread;

/**
 * @param makeWorker throws, or gives a worker that reports an error, where workers cannot start.
 * @param fallBack loads the engine of this thread.
 */
export function createSrpInWorker(makeWorker = startWorker, fallBack = loadHere): SrpInWorker {
  let calls = 0;
  let worker: WorkerLike | undefined;
  let broken = false;
  const waiting = new Map<number, { settle: (answer: SrpAnswer) => void; abandon: () => void }>();
  let ahead: Promise<SrpExchange> | undefined;

  function workerFailed(): void {
    broken = true;
    worker?.terminate();
    worker = undefined;
    ahead = undefined;
    for (const { abandon } of waiting.values()) abandon();
    waiting.clear();
  }

  /** The running worker, started at the first call; undefined where there is none to have. */
  function runningWorker(): WorkerLike | undefined {
    if (broken || worker !== undefined) return worker;
    try {
      worker = makeWorker();
    } catch {
      broken = true;
      return undefined;
    }
    worker.addEventListener('message', ({ data }) => {
      waiting.get(data.call)?.settle(data);
      waiting.delete(data.call);
    });
    worker.addEventListener('error', workerFailed);
    worker.addEventListener('messageerror', workerFailed);
    return worker;
  }

  /** The worker's answer; undefined where it could not start or has broken down. */
  function ask(request: WithoutCall<SrpRequest>): Promise<SrpAnswer | undefined> {
    const asked = runningWorker();
    if (asked === undefined) return Promise.resolve(undefined);
    const call = ++calls;
    return new Promise((resolve) => {
      waiting.set(call, { settle: resolve, abandon: () => resolve(undefined) });
      asked.postMessage({ ...request, call }, {});
    });
  }

  async function beginFresh(): Promise<SrpExchange> {
    const begun = await ask({ ask: 'begin' });
    if (begun?.outcome !== 'begun') return (await fallBack()).begin();
    return {
      srpA: begun.srpA,
      prove: async (challenge) => {
        const answer = await ask({ ask: 'prove', exchange: begun.call, challenge });
        if (answer?.outcome === 'proved') return answer.proof;
        if (answer?.outcome === 'failed' && answer.detail !== undefined) {
          throw new CognitoError('NotCognito', { reason: 'wrong-shape', detail: answer.detail });
        }
        throw new Error('The worker that computes SRP has stopped.');
      },
    };
  }

  async function newDevice(device: NewDevice): Promise<DeviceVerifier> {
    const answer = await ask({ ask: 'new-device', device });
    return answer?.outcome === 'new-device' ? answer.verifier : (await fallBack()).newDevice(device);
  }

  function warmUp(): void {
    if (ahead !== undefined) return;
    const prepared = beginFresh();
    ahead = prepared;
    // A failure ahead of time is nobody's yet: the next begin() tries afresh.
    prepared.catch(() => {
      if (ahead === prepared) ahead = undefined;
    });
  }

  return {
    begin() {
      const prepared = ahead ?? beginFresh();
      ahead = undefined;
      return prepared;
    },
    newDevice,
    warmUp,
    close() {
      workerFailed();
    },
  };
}
