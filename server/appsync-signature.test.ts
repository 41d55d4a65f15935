// A signature for AppSync, from the page's request to an API that truly checks it: the stand-in, over HTTP and real-time.
import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as v from 'valibot';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dial, inProtocol, startMessage } from '../stand-in/appsync/testing/realtime-client.ts';
import { startStandIn, type StandIn } from '../stand-in/start.ts';
import {
  appsyncSignatureAnswerSchema,
  appsyncSignaturePath,
  launchDataSchema,
  launchSecretHeader,
  refusalSchema,
  type AppSyncSignatureAnswer,
  type Demo,
} from './api.ts';
import { builtPage } from './built-page.ts';
import { startHelper, type Helper } from './start.ts';

let home = '';
let standIn: StandIn;
let helper: Helper;
let secret = '';
let connection: Demo['connections'][number];

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'signature-'));
  await writeFile(join(home, 'index.html'), '<!--launch-data-->');
  standIn = await startStandIn();
  helper = await startHelper({ pages: builtPage(home), configFolder: home, standIn });
  const json = />(.*)<\/script>/.exec(await (await fetch(helper.origin)).text())?.[1] ?? '';
  const launched = v.parse(launchDataSchema, JSON.parse(json));
  secret = launched.launchSecret;
  const [first] = launched.demo?.connections ?? [];
  if (first === undefined) throw new Error('The demo has no connection.');
  connection = first;
});
afterAll(async () => {
  await helper.close();
  await standIn.close();
  await rm(home, { recursive: true, force: true });
});

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const http = { 'content-type': 'application/json' };
/** What AppSync's own clients sign for the socket. */
const realtime = {
  accept: 'application/json, text/javascript',
  'content-encoding': 'amz-1.0',
  'content-type': 'application/json; charset=UTF-8',
};

function post(body: object, headers: Record<string, string> = {}): Promise<Response> {
  return fetch(helper.origin + appsyncSignaturePath, {
    method: 'POST',
    headers: { Origin: helper.origin, 'Content-Type': 'application/json', [launchSecretHeader]: secret, ...headers },
    body: JSON.stringify(body),
  });
}

const asking = (url: string, body: string, headers: object, profile?: string) => ({
  connectionId: connection.id,
  url,
  bodySha256: sha256(body),
  headers,
  ...(profile !== undefined && { profile }),
});

async function sign(url: string, body: string, headers: object, profile?: string): Promise<AppSyncSignatureAnswer> {
  const answer = await post(asking(url, body, headers, profile));
  return v.parse(appsyncSignatureAnswerSchema, await answer.json());
}

async function signedHeaders(...asked: Parameters<typeof sign>): Promise<Record<string, string>> {
  const answer = await sign(...asked);
  if (answer.kind !== 'signed') throw new Error(answer.message);
  return answer.headers;
}

describe('an operation signed by the helper', () => {
  const body = JSON.stringify({ query: '{ about { name } }' });
  const ask = async (signed: Record<string, string>, sent = body) => {
    const headers = { ...http, ...signed };
    const answer = await fetch(connection.graphqlEndpoint, { method: 'POST', headers, body: sent });
    return {
      status: answer.status,
      type: answer.headers.get('x-amzn-errortype'),
      json: v.parse(v.unknown(), await answer.json()),
    };
  };

  it.each([undefined, 'allowed', 'temporary'])('is taken (credentials: %s)', async (profile) => {
    const headers = await signedHeaders(connection.graphqlEndpoint, body, http, profile);
    expect(headers['Authorization']).toMatch(/\/eu-west-1\/appsync\/aws4_request, SignedHeaders=content-type;host;/);
    expect(await ask(headers)).toMatchObject({ status: 200, json: { data: { about: { name: 'Low Water' } } } });
  });

  it('is refused where its rights do not allow it, or where it was changed on the way', async () => {
    const denied = await signedHeaders(connection.graphqlEndpoint, body, http, 'denied');
    expect((await ask(denied)).status).toBeGreaterThanOrEqual(400);
    const good = await signedHeaders(connection.graphqlEndpoint, body, http);
    expect((await ask(good, JSON.stringify({ query: '{ viewer { username } }' }))).type).toContain('InvalidSignature');
  });
});

describe('a subscription signed by the helper', () => {
  it('connects and starts', async () => {
    const { host } = new URL(connection.graphqlEndpoint);
    const connect = await signedHeaders(`${connection.graphqlEndpoint}/connect`, '{}', realtime);
    const url = `${connection.graphqlEndpoint.replace('http', 'ws')}/realtime`;
    const socket = await dial({ url, protocols: inProtocol({ ...realtime, host, ...connect }) });
    socket.send({ type: 'connection_init' });
    expect(await socket.next()).toMatchObject({ type: 'connection_ack' });
    const query = 'subscription { onCreatePost { id } }';
    const start = await signedHeaders(connection.graphqlEndpoint, JSON.stringify({ query }), realtime);
    expect(await socket.next()).toMatchObject({ type: 'ka' });
    socket.send(startMessage('1', { ...realtime, host, ...start }, query));
    expect(await socket.next()).toMatchObject({ type: 'start_ack', id: '1' });
    socket.close();
    await socket.closed;
  });
});

describe('the helper signs nothing', () => {
  const refusedBecause = async (answer: Response) =>
    [answer.status, v.parse(refusalSchema, await answer.json()).error.message] as const;

  it('without the secret of this start, or for another page', async () => {
    const body = asking(connection.graphqlEndpoint, '{}', http);
    expect(await refusedBecause(await post(body, { [launchSecretHeader]: 'x' }))).toEqual([
      403,
      expect.stringContaining('Reload the page.'),
    ]);
    expect((await post(body, { Origin: 'https://evil.example' })).status).toBe(403);
  });

  it.each([
    ['another host', () => 'https://evil.example/graphql'],
    ['another path', () => new URL('/other', connection.graphqlEndpoint).href],
    ['a query more', () => `${connection.graphqlEndpoint}?x=1`],
    ['a path beneath', () => `${connection.graphqlEndpoint}/connect/..`],
  ])('for %s', async (_, url) => {
    expect(await refusedBecause(await post(asking(url(), '{}', http)))).toEqual([
      400,
      expect.stringContaining('and for nothing else'),
    ]);
  });

  it('for a connection that it does not know', async () => {
    const body = { ...asking(connection.graphqlEndpoint, '{}', http), connectionId: 'other' };
    expect(await refusedBecause(await post(body))).toEqual([400, expect.stringContaining('not kept on this machine')]);
  });

  it.each([
    ['a service', { service: 'execute-api' }],
    ['a header to sign', { headers: { 'x-amz-target': 'a' } }],
    ['a body', { body: '{}' }],
  ])('where the page names %s', async (_, more) => {
    expect((await post({ ...asking(connection.graphqlEndpoint, '{}', http), ...more })).status).toBe(400);
  });

  it('without credentials, and says why', async () => {
    expect(await sign(connection.graphqlEndpoint, '{}', http, 'other')).toEqual({
      kind: 'no-credentials',
      reason: 'profile-not-found',
      message: 'The demo has no AWS profile “other”. It has: allowed, denied, temporary.',
    });
  });
});
