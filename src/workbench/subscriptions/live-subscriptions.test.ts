// Subscriptions of several tabs, over real sockets, against the stand-in.
import { WebSocket } from 'ws';
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { openTokenDesk, type TokenDesk } from '../../../stand-in/appsync/testing/tokens.ts';
import { socketsBy } from '../../appsync/realtime/socket.ts';
import { openRealtimeTestBench, type RealtimeTestBench } from '../../appsync/realtime/testing/realtime-test-bench.ts';
import type { Asking } from '../run-as.ts';
import { createLiveSubscriptions, type LiveSubscriptions } from './live-subscriptions.ts';

let desk: TokenDesk;
let bench: RealtimeTestBench;
let live: LiveSubscriptions;
let here: Set<string>;
let tellIdentities: () => void;
/** Looks after each change; resolves what has come true. */
let waiting: { isTrue: () => boolean; resolve: () => void }[];

beforeAll(async () => {
  desk = await openTokenDesk();
});
beforeEach(async () => {
  bench = await openRealtimeTestBench(desk);
  here = new Set(['alice', 'bob']);
  waiting = [];
  live = createLiveSubscriptions({
    endpoint: bench.endpoint,
    openSocket: socketsBy(WebSocket),
    now: bench.client.now,
    setTimer: (run, afterMs) => {
      if (afterMs > 100) return bench.client.setTimer(run, afterMs);
      const drawing = setImmediate(run);
      return () => clearImmediate(drawing);
    },
    random: () => 1,
    renewalOf: () => undefined,
    identities: {
      has: (id) => here.has(id),
      subscribe: (listener) => {
        tellIdentities = listener;
        return () => undefined;
      },
    },
    clock: () => 1000 + bench.client.now(),
    changed: () => {
      for (const { isTrue, resolve } of waiting) if (isTrue()) resolve();
    },
  });
});
afterEach(async () => {
  live.end();
  await bench.close();
});

const until = (isTrue: () => boolean) =>
  new Promise<void>((resolve) => {
    if (isTrue()) resolve();
    else waiting.push({ isTrue, resolve });
  });

function asking(name: string): Asking {
  return {
    asker: { identityId: name, name, groups: [], mark: { letter: 'A', hue: 0 }, authMode: 'AMAZON_COGNITO_USER_POOLS' },
    authorize: async () => ({ Authorization: await desk.tokenFor(name, []) }),
  };
}

async function started(tabId: string, name = 'alice', query = 'subscription { onAdd { id title } }') {
  live.start({ tabId, name: 'OnAdd', operation: { query }, headers: {}, asking: asking(name) });
  await until(() => live.of(tabId)?.phase.kind === 'live');
}
const add = () => bench.mutate('mutation { add(note: { id: "1" }) { id } }');
const completed = () => bench.levers.nextFrame(({ type }) => type === 'complete');
const kinds = (tabId: string) => {
  const log = live.of(tabId)?.log;
  return log ? Array.from({ length: log.end - log.first }, (_, place) => log.at(log.first + place)?.kind) : [];
};

test('each tab has its own events, and all of them stand together too', async () => {
  await started('one');
  await started('two', 'bob');
  await add();
  await until(() => live.everything.events === 2);
  expect([kinds('one'), kinds('two')]).toEqual([['event'], ['event']]);
  const names = [0, 1].map((number) => live.everything.at(number)?.source.asker.name);
  expect(new Set(names)).toEqual(new Set(['alice', 'bob']));
  expect(bench.levers.connections).toHaveLength(2);
});

test('a stop ends it at AppSync, and its events stay', async () => {
  await started('one');
  await add();
  await until(() => live.of('one')?.log.events === 1);
  const ended = completed();
  live.stop('one');
  await ended;
  expect([live.isRunning('one'), live.of('one')?.phase.kind, kinds('one')]).toEqual([false, 'stopped', ['event']]);
});

test('a tab that is closed ends it at AppSync, and leaves the others alone', async () => {
  await started('one');
  await started('two');
  const ended = completed();
  live.keepTabs(['two', 'three']);
  await ended;
  expect([live.of('one'), live.isRunning('two')]).toEqual([undefined, true]);
});

test('another run in the tab takes its place', async () => {
  await started('one');
  await add();
  await until(() => live.of('one')?.log.events === 1);
  const ended = completed();
  await started('one');
  await ended;
  expect([live.all().length, kinds('one'), live.everything.events]).toEqual([1, [], 1]);
});

test('whoever signs out hears no more', async () => {
  await started('one');
  await started('two', 'bob');
  const ended = completed();
  here.delete('alice');
  tellIdentities();
  await ended;
  expect([live.of('one')?.phase.kind, live.isRunning('two')]).toEqual(['signed out', true]);
});

test('a gap is told where it was, and waits count down', async () => {
  await started('one');
  await add();
  await until(() => live.of('one')?.log.events === 1);
  bench.levers.connections[0]?.drop();
  await until(() => live.of('one')?.phase.kind === 'waiting');
  expect(live.of('one')?.phase).toEqual({ kind: 'waiting', until: 2000, why: 'dropped' });
  bench.client.move(1000);
  await until(() => live.of('one')?.phase.kind === 'live');
  await add();
  await until(() => live.of('one')?.log.events === 2);
  expect(kinds('one')).toEqual(['event', 'gap', 'event']);
  expect(live.of('one')?.log.at(1)).toMatchObject({ since: 1000, at: 2000 });
});

test('a refusal is kept with the tab, in AppSync’s words', async () => {
  live.start({
    tabId: 'one',
    name: 'OnSecret',
    operation: { query: 'subscription { onSecret { id } }' },
    headers: {},
    asking: asking('bob'),
  });
  await until(() => live.of('one')?.phase.kind === 'ended');
  expect(live.of('one')?.phase).toMatchObject({ why: { kind: 'refused', errors: [{ errorType: 'Unauthorized' }] } });
});
