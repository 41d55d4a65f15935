// What goes over the wire, read byte by byte from a socket: no client library stands between.
import { EventEmitter, once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { text } from 'node:stream/consumers';
import { serve, type ServerType } from '@hono/node-server';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Resolver } from './api.ts';
import { createAppSync } from './appsync.ts';
import { testDeps } from './testing/deps.ts';
import { todoApi } from './testing/todo-api.ts';
import { openTokenDesk } from './testing/tokens.ts';

let server: ServerType;
let port = 0;
/** Tells `called` when the slow field's resolver starts, and `left` when its client has gone. */
const slow = new EventEmitter();

const waits: Resolver = async ({ signal }) => {
  slow.emit('called');
  await once(signal, 'abort');
  slow.emit('left');
};

beforeAll(async () => {
  const desk = await openTokenDesk();
  const { resolvers } = todoApi();
  const api = todoApi({ resolvers: { ...resolvers, Query: { ...resolvers['Query'], public: waits } } });
  const { http } = createAppSync(api, testDeps(desk));
  server = serve({ fetch: http.fetch, port: 0, hostname: '127.0.0.1' });
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  ({ port } = address);
});

afterAll(() => {
  server.close();
});

function send(lines: readonly string[], body = ''): Socket {
  const socket = connect(port, '127.0.0.1');
  const head = [...lines, 'Host: localhost', `Content-Length: ${Buffer.byteLength(body)}`, 'Connection: close'];
  socket.write(`${head.join('\r\n')}\r\n\r\n${body}`);
  return socket;
}

async function exchange(lines: readonly string[], body?: string) {
  const [head = '', ...rest] = (await text(send(lines, body))).split('\r\n\r\n');
  const [statusLine = '', ...fields] = head.split('\r\n');
  const headers = new Map(
    fields.map((field) => [field.slice(0, field.indexOf(':')).toLowerCase(), field.slice(field.indexOf(':') + 2)]),
  );
  return { statusLine, headers, body: rest.join('\r\n\r\n') };
}

const exposed = 'x-amzn-RequestId,x-amzn-ErrorType,x-amz-user-agent,x-amzn-ErrorMessage,Date,x-amz-schema-version';

test('a request that is refused as a whole', async () => {
  const answer = await exchange(['POST /graphql HTTP/1.1', 'Content-Type: application/json'], '{"query":"{ me }"}');
  expect(answer.statusLine).toBe('HTTP/1.1 401 Unauthorized');
  expect(Object.fromEntries(answer.headers)).toMatchObject({
    'content-type': 'application/json;charset=UTF-8',
    'x-amzn-requestid': '5e4f0a3c-0000-4000-8000-000000000000',
    'x-amzn-errortype': 'UnauthorizedException',
    'x-amzn-appsync-tokensconsumed': '1',
    'access-control-allow-origin': '*',
    'access-control-expose-headers': exposed,
  });
  expect(answer.body).toBe(
    '{"errors":[{"errorType":"UnauthorizedException","message":"Valid authorization header not provided."}]}',
  );
});

test('a preflight: every origin may call, with the headers it asks for', async () => {
  const answer = await exchange([
    'OPTIONS /graphql HTTP/1.1',
    'Origin: http://localhost:5824',
    'Access-Control-Request-Method: POST',
    'Access-Control-Request-Headers: authorization,content-type,x-custom',
  ]);
  expect(answer.statusLine).toBe('HTTP/1.1 204 No Content');
  expect(Object.fromEntries(answer.headers)).toMatchObject({
    'access-control-allow-origin': '*',
    'access-control-allow-methods': 'POST,GET,OPTIONS',
    'access-control-allow-headers': 'authorization,content-type,x-custom',
    'x-amzn-requestid': '5e4f0a3c-0000-4000-8000-000000000000',
  });
});

test('an answer with data is one line of JSON', async () => {
  const head = [
    'POST /graphql HTTP/1.1',
    'Content-Type: application/json',
    'x-api-key: da2-good',
    'Origin: https://any.example',
  ];
  const answer = await exchange(head, '{"query":"{ __typename }"}');
  expect(answer.statusLine).toBe('HTTP/1.1 200 OK');
  expect(answer.headers.get('access-control-allow-origin')).toBe('*');
  expect(answer.body).toBe('{"data":{"__typename":"Query"}}');
});

test('a resolver hears of a client that hangs up', async () => {
  const head = ['POST /graphql HTTP/1.1', 'Content-Type: application/json', 'x-api-key: da2-good'];
  const called = once(slow, 'called');
  const socket = send(head, '{"query":"{ public { open } }"}');
  await called;
  const left = once(slow, 'left');
  socket.destroy();
  await expect(left).resolves.toBeDefined();
});
