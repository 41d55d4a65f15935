// Subscriptions over real sockets, against the stand-in: what a listener hears, and what AppSync is told.
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openTokenDesk, type TokenDesk } from '../../../stand-in/appsync/testing/tokens.ts';
import type { Realtime } from './realtime.ts';
import { listen, openRealtimeTestBench, type RealtimeTestBench } from './testing/realtime-test-bench.ts';

let desk: TokenDesk;
let bench: RealtimeTestBench;
let realtime: Realtime;
beforeAll(async () => {
  desk = await openTokenDesk();
});
beforeEach(async () => {
  bench = await openRealtimeTestBench(desk);
  realtime = bench.realtimeAs(async () => ({ Authorization: await desk.tokenFor('bob', []) }));
});
afterEach(() => bench.close());

const onAdd = { query: 'subscription { onAdd { id title } }' };
const add = (id: string) => bench.mutate(`mutation { add(note: { id: "${id}" }) { id title } }`);
const clientFrames = () => bench.levers.frames.filter(({ from }) => from === 'client').map(({ type }) => type);

test('events come, from the acknowledgement on', async () => {
  const heard = listen(realtime, onAdd);
  await heard.next('started');
  expect(heard.kinds).toEqual(['connecting', 'starting', 'started']);
  await add('1');
  expect(await heard.next('event')).toEqual({
    kind: 'event',
    payload: { data: { onAdd: { id: '1', title: 'Untitled' } } },
  });
});

test('the subscriptions of an identity share a connection, and each hears its own', async () => {
  const one = listen(realtime, onAdd);
  const other = listen(realtime, {
    query: 'subscription ($id: ID) { onChange(id: $id) { id } }',
    variables: { id: '7' },
  });
  await Promise.all([one.next('started'), other.next('started')]);
  expect(bench.levers.connections).toHaveLength(1);
  await bench.mutate('mutation { change(note: { id: "7" }) { id } }');
  await other.next('event');
  expect(one.kinds).not.toContain('event');
});

test('a variable that is not set is left out, since a null would be a filter', async () => {
  const heard = listen(realtime, {
    query: 'subscription ($id: ID, $owner: String) { onChange(id: $id, owner: $owner) { id } }',
    variables: { id: undefined },
  });
  await heard.next('started');
  await bench.mutate('mutation { change(note: { id: "7", owner: "bob" }) { id owner } }');
  await heard.next('event');
});

describe('a stop', () => {
  test('ends the subscription at AppSync, and the connection a second after the last', async () => {
    const [one, other] = [listen(realtime, onAdd), listen(realtime, onAdd)];
    await Promise.all([one.next('started'), other.next('started')]);
    const completed = bench.levers.nextFrame(({ type }) => type === 'complete');
    one.stop();
    await completed;
    expect(bench.levers.connections[0]?.subscriptions).toHaveLength(1);
    await add('1');
    await other.next('event');
    expect(one.kinds).not.toContain('event');

    other.stop();
    // Its completion is the last frame before the idle second begins.
    await bench.levers.nextFrame(({ type }) => type === 'complete');
    const again = listen(realtime, onAdd);
    await again.next('started');
    expect(bench.levers.connections).toHaveLength(1);
  });

  test('leaves the connection for a second', async () => {
    const heard = listen(realtime, onAdd);
    await heard.next('started');
    const [connection] = bench.levers.connections;
    heard.stop();
    // Answered after the completion, so that has arrived too.
    const garbled = listen(realtime, { query: 'subscription {' });
    await garbled.next('ended');
    bench.client.move(999);
    expect(bench.levers.connections).toContain(connection);
    bench.client.move(1);
    const next = bench.levers.nextConnection();
    await listen(realtime, onAdd).next('started');
    expect(await next).not.toBe(connection);
  });

  test('before anything stands opens nothing', async () => {
    listen(realtime, onAdd).stop();
    const heard = listen(realtime, onAdd);
    await heard.next('started');
    expect(clientFrames()).toEqual(['connection_init', 'start']);
  });
});

describe('a connection that is gone', () => {
  test('is opened again, and the gap can be told', async () => {
    const heard = listen(realtime, onAdd);
    await heard.next('started');
    bench.levers.connections[0]?.drop();
    expect(await heard.next('waiting')).toEqual({ kind: 'waiting', milliseconds: 1000, why: 'dropped' });
    bench.client.move(1000);
    await heard.next('started');
    await add('1');
    await heard.next('event');
  });

  test('by AppSync’s own end of a day is opened again', async () => {
    const heard = listen(realtime, onAdd);
    await heard.next('started');
    bench.levers.endLife();
    expect(await heard.next('waiting')).toMatchObject({ why: 'dropped' });
  });

  test('is tried again later each time, and at once when asked', async () => {
    bench.levers.misbehave({ kind: 'close' }, 3);
    const heard = listen(realtime, onAdd);
    expect(await heard.next('waiting')).toMatchObject({ milliseconds: 1000, why: 'closed at once' });
    bench.client.move(1000);
    expect(await heard.next('waiting')).toMatchObject({ milliseconds: 2000 });
    realtime.tryNow();
    expect(await heard.next('waiting')).toMatchObject({ milliseconds: 4000 });
    realtime.tryNow();
    await heard.next('started');
  });

  test.each([
    ['is refused the upgrade', { kind: 'no upgrade', status: 503 }, 'unreachable'],
    ['sends garbage', { kind: 'garbage' }, 'not the protocol'],
    ['is throttled', { kind: 'refuse', error: { errorType: 'LimitExceededError', errorCode: 429 } }, 'throttled'],
  ] as const)('since it %s is told why', async (_what, fault, why) => {
    bench.levers.misbehave(fault);
    const heard = listen(realtime, onAdd);
    expect(await heard.next('waiting')).toMatchObject({ why });
    bench.client.move(1000);
    await heard.next('started');
  });

  test('since nobody answers the upgrade is given up after 15 seconds', async () => {
    bench.levers.misbehave({ kind: 'hang' });
    const heard = listen(realtime, onAdd);
    bench.client.move(15_000);
    expect(await heard.next('waiting')).toMatchObject({ why: 'unreachable' });
  });

  test('since not a word comes is given up after 15 seconds', async () => {
    bench.levers.misbehave({ kind: 'silent' });
    const asked = bench.levers.nextFrame(({ type }) => type === 'connection_init');
    const heard = listen(realtime, onAdd);
    await asked;
    bench.client.move(15_000);
    expect(await heard.next('waiting')).toMatchObject({ why: 'no answer' });
  });

  test('since its keep-alive stops is given up after the time that AppSync told', async () => {
    bench.levers.setKeepAlive(null);
    bench.levers.setConnectionTimeout(3000);
    const heard = listen(realtime, onAdd);
    await heard.next('started');
    bench.client.move(2000);
    await add('1');
    await heard.next('event');
    // An event is a sign of life too.
    bench.client.move(2999);
    expect(heard.kinds.at(-1)).toBe('event');
    bench.client.move(1);
    expect(await heard.next('waiting')).toMatchObject({ why: 'no keep-alive' });
  });
});

test('a message that nobody knows is passed over', async () => {
  bench.levers.misbehave({ kind: 'unknown message' });
  const heard = listen(realtime, onAdd);
  await heard.next('started');
  bench.levers.connections[0]?.sendText('}{');
  await add('1');
  await heard.next('event');
});

describe('a start', () => {
  test.each([
    ['a query', { query: '{ ping }' }, /query not supported/],
    ['a field for others', { query: 'subscription { onSecret { id } }' }, /Not Authorized to access onSecret/],
    ['an unknown field', { query: 'subscription { onNone { id } }' }, /FieldUndefined/],
    ['a missing variable', { query: 'subscription ($m: Int!) { onLarge(min: $m) { id } }' }, /coerced Null value/],
  ])('of %s is refused in AppSync’s words', async (_what, operation, message) => {
    const heard = listen(realtime, operation);
    const { why } = await heard.next('ended');
    expect(why).toMatchObject({
      kind: 'refused',
      what: 'subscription',
      errors: [{ message: expect.stringMatching(message) as string }],
    });
  });

  test('beyond a hundred is refused, and the others go on', async () => {
    const hundred = Array.from({ length: 100 }, () => listen(realtime, onAdd));
    await Promise.all(hundred.map((heard) => heard.next('started')));
    expect(await listen(realtime, onAdd).next('ended')).toMatchObject({
      why: { errors: [{ errorType: 'MaxSubscriptionsReachedError' }] },
    });
    await add('1');
    await Promise.all(hundred.map((heard) => heard.next('event')));
  });

  test('that is never acknowledged is told so after 15 seconds, and taken back', async () => {
    bench.levers.misbehave({ kind: 'no start_ack' });
    const started = bench.levers.nextFrame(({ type }) => type === 'start');
    const heard = listen(realtime, onAdd);
    await started;
    const stopped = bench.levers.nextFrame(({ type }) => type === 'stop');
    bench.client.move(15_000);
    expect(await heard.next('ended')).toEqual({ kind: 'ended', why: { kind: 'not acknowledged' } });
    await stopped;
  });

  test('that is throttled, without an id or a list, is tried again', async () => {
    const error = { errorType: 'LimitExceededError', message: 'Rate limit exceeded' };
    bench.levers.misbehave({ kind: 'refuse start', error, isWithoutId: true, isSingle: true });
    const heard = listen(realtime, onAdd);
    expect(await heard.next('waiting')).toEqual({ kind: 'waiting', milliseconds: 1000, why: 'throttled' });
    bench.client.move(1000);
    await heard.next('started');
  });
});

test('what AppSync completes by itself has ended, and nothing is opened again', async () => {
  const heard = listen(realtime, onAdd);
  await heard.next('started');
  const [connection] = bench.levers.connections;
  connection?.sendText(`{"id":"${connection.subscriptions[0]?.id}","type":"complete"}`);
  expect(await heard.next('ended')).toEqual({ kind: 'ended', why: { kind: 'completed' } });
});

test('an event above 240 KB never comes, and the next one does', async () => {
  const heard = listen(realtime, onAdd);
  await heard.next('started');
  bench.levers.publish('onAdd', { id: '1', title: 'x'.repeat(250_000) });
  await add('2');
  expect(await heard.next('event')).toMatchObject({ payload: { data: { onAdd: { id: '2' } } } });
  expect(bench.levers.droppedEvents).toBe(1);
});
