// One SRP exchange (A, then the key) by our arithmetic, by the stock library's, and by ours in its worker, for the bench to time.
import StockHelper from 'amazon-cognito-identity-js/es/AuthenticationHelper.js';
import StockInteger from 'amazon-cognito-identity-js/es/BigInteger.js';
import { createSrpInWorker } from '../../src/cognito/srp-in-worker.ts';
import vectors from '../../src/cognito/srp-vectors.json' with { type: 'json' };
import { beginSrp } from '../../src/cognito/srp.ts';

/** A as hex, and the key. */
export interface Exchange {
  readonly srpA: string;
  readonly key: string;
}

export interface WorkerTiming {
  readonly milliseconds: number;
  /** The longest task of the main thread meanwhile; 0 where none took 50 ms, since the browser tells no shorter ones. */
  readonly longestTask: number;
}

declare global {
  var srpBench: {
    /** What both must come to. */
    readonly expected: Exchange;
    /** @param a hex, to repeat the exchange of `expected`; absent: a fresh one, as in a sign-in. */
    readonly ours: (a?: string) => Exchange;
    readonly stock: (a?: string) => Exchange;
    readonly a: string;
    readonly inWorker: () => Promise<WorkerTiming>;
  };
}

const vector = vectors[0];
const challenge = {
  poolName: vector?.pool ?? '',
  userIdForSrp: vector?.USER_ID_FOR_SRP ?? '',
  password: vector?.password ?? '',
  salt: vector?.SALT ?? '',
  srpB: vector?.SRP_B ?? '',
  secretBlock: vector?.SECRET_BLOCK ?? '',
  timestamp: vector?.TIMESTAMP ?? '',
};

const hexOf = (bytes: Uint8Array) => [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');

function ours(a?: string): Exchange {
  const pair = beginSrp(a);
  return { srpA: pair.srpA, key: hexOf(pair.keyFor(challenge)) };
}

function stock(a?: string): Exchange {
  const helper = new StockHelper(challenge.poolName);
  if (a !== undefined) {
    helper.smallAValue = new StockInteger(a, 16);
    helper.largeAValue = undefined;
  }
  let srpA = '';
  let key = '';
  helper.getLargeAValue((_error, result) => (srpA = result?.toString(16) ?? ''));
  helper.getPasswordAuthenticationKey(
    challenge.userIdForSrp,
    challenge.password,
    new StockInteger(challenge.srpB, 16),
    new StockInteger(challenge.salt, 16),
    (_error, result) => (key = hexOf(result ?? new Uint8Array())),
  );
  return { srpA, key };
}

/** As in a sign-in: the worker started, A, the proof. */
async function inWorker(): Promise<WorkerTiming> {
  let longestTask = 0;
  const note = (entries: PerformanceEntryList) => {
    for (const { duration } of entries) longestTask = Math.max(longestTask, duration);
  };
  const observer = new PerformanceObserver((list) => note(list.getEntries()));
  observer.observe({ type: 'longtask' });
  const start = performance.now();
  const srp = createSrpInWorker();
  const exchange = await srp.begin();
  await exchange.prove(challenge);
  const milliseconds = performance.now() - start;
  // A task is told of after it has ended.
  await new Promise((resolve) => setTimeout(resolve, 100));
  note(observer.takeRecords());
  observer.disconnect();
  srp.close();
  return { milliseconds, longestTask };
}

const expected = { srpA: vector?.A ?? '', key: vector?.hkdfKey ?? '' };
globalThis.srpBench = { expected, ours, stock, a: vector?.a ?? '', inWorker };
