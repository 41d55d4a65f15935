// Keep-alive, expiry and the end of connections by the clock that the test moves; and everything that can be made to go wrong.
import { once } from 'node:events';
import { connect } from 'node:net';
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openRealtimeBench, type RealtimeBench } from '../testing/realtime-bench.ts';
import { dial, inProtocol, startMessage, type RealtimeClient } from '../testing/realtime-client.ts';
import { openTokenDesk, type TokenDesk } from '../testing/tokens.ts';

let desk: TokenDesk;
let bench: RealtimeBench;
let bob: { host: string; Authorization: string };
beforeAll(async () => {
  desk = await openTokenDesk();
});
beforeEach(async () => {
  bench = await openRealtimeBench(desk);
  bob = await bench.auth('bob');
});
afterEach(() => bench.close());

const onAdd = 'subscription { onAdd { id } }';
const add = 'mutation { add(note: { id: "1" }) { id } }';
const event = { id: 's', type: 'data', payload: { data: { onAdd: { id: '1' } } } };
const open = () => dial({ url: bench.url, protocols: inProtocol(bob) });

async function subscribed(): Promise<RealtimeClient> {
  const client = await bench.connect(bob);
  await bench.subscribe(client, 's', bob, onAdd);
  return client;
}

describe('keep-alive', () => {
  test('comes every 60 seconds', async () => {
    const client = await subscribed();
    bench.clock.move(59_000);
    await bench.mutate(add);
    expect(await client.next()).toStrictEqual(event);
    bench.clock.move(1000);
    expect(await client.nextText()).toBe('{"type":"ka"}');
    bench.clock.move(60_000);
    expect(await client.nextText()).toBe('{"type":"ka"}');
  });

  test('can be hastened, and stopped', async () => {
    const client = await subscribed();
    bench.levers.setKeepAlive(1000);
    bench.clock.move(1000);
    expect(await client.nextText()).toBe('{"type":"ka"}');
    bench.levers.setKeepAlive(null);
    bench.clock.move(600_000);
    await bench.mutate(add);
    expect(await client.next()).toStrictEqual(event);
  });

  test('comes with what the client is told to expect', async () => {
    bench.levers.setConnectionTimeout(1500);
    const client = await open();
    client.send({ type: 'connection_init' });
    expect(await client.next()).toStrictEqual({ type: 'connection_ack', payload: { connectionTimeoutMs: 1500 } });
  });
});

describe('the end comes', () => {
  test('after 24 hours', async () => {
    const client = await subscribed();
    bench.clock.move(24 * 3_600_000);
    await client.closed;
    expect(bench.levers.connections).toStrictEqual([]);
  });

  test('by lever', async () => {
    const client = await subscribed();
    bench.levers.endLife();
    await client.closed;
  });

  test('without a closing frame, as when a cable is pulled', async () => {
    const opened = bench.levers.nextConnection();
    const client = await open();
    (await opened).drop();
    expect(await client.closed).toBe(1006);
  });

  test('when the client closes, and its subscriptions go with it', async () => {
    const client = await subscribed();
    client.close();
    await client.closed;
    const other = await subscribed();
    expect(bench.levers.connections.map(({ subscriptions }) => subscriptions.length)).toStrictEqual([1]);
    other.close();
  });
});

describe('a token that expires', () => {
  test('ends nothing that is open, but no new start is taken', async () => {
    const client = await subscribed();
    desk.expireTokens();
    await bench.mutate(add);
    expect(await client.next()).toStrictEqual(event);
    client.send(startMessage('t', bob, onAdd));
    expect(await client.next()).toMatchObject({
      type: 'error',
      payload: { errors: [{ message: 'Token has expired.' }] },
    });
  });

  test('ends its subscriptions at the next keep-alive, where the switch says so', async () => {
    bench.api.settings.endsExpiredSubscriptions = true;
    const client = await subscribed();
    bench.clock.move(60_000);
    expect(await client.nextText()).toBe('{"type":"ka"}');
    desk.expireTokens();
    bench.clock.move(60_000);
    expect(await client.nextText()).toBe('{"type":"ka"}');
    const errors = [{ errorType: 'UnauthorizedException', message: 'Token has expired.' }];
    expect(await client.next()).toStrictEqual({ id: 's', type: 'error', payload: { errors } });
    expect(bench.levers.connections[0]?.subscriptions).toStrictEqual([]);
  });
});

describe('a connection goes wrong:', () => {
  test('the upgrade is refused', async () => {
    bench.levers.misbehave({ kind: 'no upgrade', status: 503 });
    await expect(open()).rejects.toThrow('Unexpected server response: 503');
    (await open()).close();
  });

  test('the upgrade is never answered', async () => {
    bench.levers.misbehave({ kind: 'hang' });
    const socket = connect(bench.port, '127.0.0.1');
    const lines = ['Connection: Upgrade', 'Upgrade: websocket', `Host: ${bench.host}`];
    socket.write(`GET ${bench.api.path}/realtime HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n`);
    // What another connection is answered shows that this one was not.
    (await open()).close();
    expect(socket.bytesRead).toBe(0);
    const ended = once(socket, 'close');
    await bench.close();
    await ended;
  });

  test('it never says a word', async () => {
    bench.levers.misbehave({ kind: 'silent' });
    const client = await open();
    const asked = bench.levers.nextFrame(({ type }) => type === 'start');
    client.send({ type: 'connection_init' });
    client.send(startMessage('s', bob, onAdd));
    await asked;
    bench.clock.move(60_000);
    (await subscribed()).close();
    expect(client.waiting).toStrictEqual([]);
  });

  test('it closes at once', async () => {
    bench.levers.misbehave({ kind: 'close' });
    const client = await open();
    await client.closed;
    expect(client.waiting).toStrictEqual([]);
  });

  test('it sends garbage', async () => {
    bench.levers.misbehave({ kind: 'garbage' });
    const client = await open();
    client.send({ type: 'connection_init' });
    expect(await client.nextText()).toBe('}{ this is not JSON');
  });

  test('it sends a message that nobody knows, and goes on', async () => {
    bench.levers.misbehave({ kind: 'unknown message' });
    const client = await open();
    client.send({ type: 'connection_init' });
    expect(await client.next()).toStrictEqual({ type: 'weather', payload: { wind: 'NW 7' } });
    expect(await client.next()).toMatchObject({ type: 'connection_ack' });
  });

  test('it is refused in the words of older days', async () => {
    const error = {
      errorType: 'com.amazonaws.deepdish.graphql.auth#UnauthorizedException',
      message: 'You are not authorized to make this call.',
      errorCode: 400,
    };
    bench.levers.misbehave({ kind: 'refuse', error }, 'every').remove();
    bench.levers.misbehave({ kind: 'refuse', error }, 2);
    for (const client of [await open(), await open()]) {
      client.send({ type: 'connection_init' });
      expect(await client.next()).toStrictEqual({ type: 'connection_error', payload: { errors: [error] } });
      await client.closed;
    }
    (await subscribed()).close();
  });

  test('in any other way', async () => {
    const client = await subscribed();
    const text = '{"type":"connection_error","payload":{"errors":{"message":"one"}}}';
    bench.levers.connections[0]?.sendText(text);
    expect(await client.nextText()).toBe(text);
  });
});

describe('a start goes wrong:', () => {
  test('it is never acknowledged', async () => {
    bench.levers.misbehave({ kind: 'no start_ack' });
    const client = await bench.connect(bob);
    client.send(startMessage('s', bob, onAdd));
    client.send(startMessage('t', bob, onAdd));
    expect(await client.next()).toStrictEqual({ id: 't', type: 'start_ack' });
  });

  test('it is throttled, without an id and without a list', async () => {
    const error = { errorType: 'LimitExceededError', message: 'Rate limit exceeded' };
    bench.levers.misbehave({ kind: 'refuse start', error, isWithoutId: true, isSingle: true });
    bench.levers.misbehave({ kind: 'refuse start', error });
    const client = await bench.connect(bob);
    client.send(startMessage('s', bob, onAdd));
    client.send(startMessage('s', bob, onAdd));
    expect(await client.nextText()).toBe(
      '{"type":"error","payload":{"errors":{"errorType":"LimitExceededError","message":"Rate limit exceeded"}}}',
    );
    expect(await client.next()).toStrictEqual({ id: 's', type: 'error', payload: { errors: [error] } });
  });
});

test('a burst tells every event once, in order', async () => {
  const client = await subscribed();
  const eventOf = (place: number) => ({ id: String(place) });
  await bench.levers.burst('onAdd', { count: 2000, perSecond: 100_000, eventOf });
  for (let place = 0; place < 2000; place += 1) {
    expect(await client.nextText()).toBe(`{"id":"s","type":"data","payload":{"data":{"onAdd":{"id":"${place}"}}}}`);
  }
});

test('frames are seen without what they carry', async () => {
  const client = await subscribed();
  client.send({ id: 's', type: 'stop' });
  await client.next();
  const seen = bench.levers.frames.map(({ from, type, id }) => [from, type, id]);
  expect(seen).toStrictEqual([
    ['client', 'connection_init', null],
    ['server', 'connection_ack', null],
    ['server', 'ka', null],
    ['client', 'start', 's'],
    ['server', 'start_ack', 's'],
    ['client', 'stop', 's'],
    ['server', 'complete', 's'],
  ]);
  expect(JSON.stringify(bench.levers.frames)).not.toContain('eyJ');
});
