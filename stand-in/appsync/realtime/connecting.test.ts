// From the handshake to the acknowledgement, frame by frame. The client is a bare WebSocket.
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { testRequestId } from '../testing/deps.ts';
import { openRealtimeBench, type RealtimeBench } from '../testing/realtime-bench.ts';
import { dial, inProtocol, inQuery } from '../testing/realtime-client.ts';
import { openTokenDesk, type TokenDesk } from '../testing/tokens.ts';

let desk: TokenDesk;
let bench: RealtimeBench;
beforeAll(async () => {
  desk = await openTokenDesk();
  bench = await openRealtimeBench(desk);
});
afterAll(() => bench.close());

const atApiPath = () => bench.url.replace('/realtime', '');
const key = () => ({ host: bench.host, 'x-api-key': 'da2-good' });

test('the bytes of the handshake: graphql-ws is selected, and a request id is given', async () => {
  const lines = [
    `GET ${bench.api.path}/realtime HTTP/1.1`,
    `Host: ${bench.host}`,
    'Connection: Upgrade',
    'Upgrade: websocket',
    'Sec-WebSocket-Version: 13',
    'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
    `Sec-WebSocket-Protocol: ${inProtocol(key()).join(', ')}`,
  ];
  const socket = connect(bench.port, '127.0.0.1');
  socket.write(`${lines.join('\r\n')}\r\n\r\n`);
  const head = await new Promise<string>((resolve) => {
    socket.once('data', (bytes) => {
      resolve(bytes.toString('latin1'));
    });
  });
  socket.destroy();
  expect(head.split('\r\n')).toStrictEqual([
    'HTTP/1.1 101 Switching Protocols',
    'Upgrade: websocket',
    'Connection: Upgrade',
    // RFC 6455's own example.
    'Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=',
    'Sec-WebSocket-Protocol: graphql-ws',
    `x-amzn-requestid: ${testRequestId}`,
    '',
    '',
  ]);
});

describe('credentials are taken', () => {
  const acknowledged = ['{"type":"connection_ack","payload":{"connectionTimeoutMs":300000}}', '{"type":"ka"}'];
  test.each<[string, (auth: object) => Parameters<typeof dial>[0]]>([
    ['in the subprotocol', (auth) => ({ url: bench.url, protocols: inProtocol(auth) })],
    ['in the query', (auth) => ({ url: bench.url + inQuery(auth) })],
    ['in the subprotocol, at the API’s own path', (auth) => ({ url: atApiPath(), protocols: inProtocol(auth) })],
    ['in the query, at the API’s own path', (auth) => ({ url: atApiPath() + inQuery(auth) })],
    ['in headers', (auth) => ({ url: bench.url, headers: auth as Record<string, string> })],
  ])('%s', async (_, dialled) => {
    for (const auth of [await bench.auth('bob'), key()]) {
      const client = await dial(dialled(auth));
      expect(client.protocol).toBe('graphql-ws');
      client.send({ type: 'connection_init' });
      expect([await client.nextText(), await client.nextText()]).toStrictEqual(acknowledged);
      client.close();
    }
  });
});

test('who is not let in and says nothing is told after a second', async () => {
  const client = await dial({ url: bench.url, protocols: inProtocol({ host: bench.host }) });
  bench.clock.move(1000);
  expect(await client.next()).toMatchObject({ type: 'connection_error' });
  await client.closed;
});

describe('a connection is refused in a frame, and closed:', () => {
  const unauthorized = (message: string) => ({ errorType: 'UnauthorizedException', message, errorCode: 401 });
  const badRequest = { errorType: 'BadRequestException', errorCode: 400 };
  test.each<[string, () => object | Promise<object>, object]>([
    ['no credential', () => ({ host: bench.host }), unauthorized('Valid authorization header not provided.')],
    [
      'a wrong key',
      () => ({ host: bench.host, 'x-api-key': 'da2-bad' }),
      unauthorized('You are not authorized to make this call.'),
    ],
    [
      'an old key',
      () => ({ host: bench.host, 'x-api-key': 'da2-past' }),
      unauthorized('You are not authorized to make this call.'),
    ],
    [
      'an expired token',
      async () => ({ host: bench.host, Authorization: await desk.tokenFor('bob', [], { exp: 1 }) }),
      unauthorized('Token has expired.'),
    ],
    [
      'a name in the wrong case',
      async () => ({ host: bench.host, authorization: await desk.tokenFor('bob', []) }),
      unauthorized('Valid authorization header not provided.'),
    ],
    ['the host of another', () => ({ ...key(), host: 'abc.appsync-api.eu-west-1.amazonaws.com' }), badRequest],
    ['no host', () => ({ 'x-api-key': 'da2-good' }), badRequest],
  ])('%s', async (_, auth, error) => {
    const client = await dial({ url: bench.url, protocols: inProtocol(await auth()) });
    client.send({ type: 'connection_init' });
    expect(await client.next()).toStrictEqual({ type: 'connection_error', payload: { errors: [error] } });
    await client.closed;
    expect(client.waiting).toStrictEqual([]);
  });

  test('an object that cannot be read', async () => {
    const client = await dial({ url: bench.url, protocols: ['graphql-ws', 'header-bm90IEpTT04'] });
    client.send({ type: 'connection_init' });
    expect(await client.next()).toStrictEqual({ type: 'connection_error', payload: { errors: [badRequest] } });
    await client.closed;
  });

  test('no subprotocol that is known', async () => {
    const client = await dial({ url: bench.url + inQuery(key()), protocols: [] });
    expect(client.protocol).toBe('');
    client.send({ type: 'connection_init' });
    const errors = [{ message: 'NoProtocolError', errorCode: 400 }];
    expect(await client.next()).toStrictEqual({ type: 'connection_error', payload: { errors } });
    await client.closed;
  });
});

test.each([
  ['another path', '/nope', 'Unexpected server response: 404'],
  ['another API’s path', '/graphql/realtime', 'Unexpected server response: 404'],
])('%s is not upgraded', async (_, path, message) => {
  await expect(dial({ url: `ws://${bench.host}${path}` })).rejects.toThrow(message);
});

test('an upgrade that came under another name is refused', async () => {
  const headers = { host: `attacker.example:${bench.port}` };
  await expect(dial({ url: bench.url, headers })).rejects.toThrow('Unexpected server response: 403');
});

test('connection_init may be left out', async () => {
  const client = await dial({ url: bench.url, protocols: inProtocol(key()) });
  await bench.subscribe(client, '1', key(), 'subscription { onAdd { id } }');
  client.close();
});
