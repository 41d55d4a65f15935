import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { AppSyncError } from './appsync-error.ts';
import { overridingHeader, parseBody, requestHeaders, sendOperation } from './http.ts';

let server: Server | undefined;
afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

async function serve(listener: RequestListener): Promise<string> {
  server = createServer(listener);
  await new Promise<void>((listening) => server?.listen(0, '127.0.0.1', listening));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`;
}

const send = (endpoint: string, extra: Partial<Parameters<typeof sendOperation>[0]> = {}) =>
  sendOperation({
    endpoint,
    operation: { query: '{ a }' },
    authorize: () => Promise.resolve({ Authorization: 'raw.jwt.token' }),
    signal: new AbortController().signal,
    fetch,
    now: () => performance.now(),
    ...extra,
  });

describe('sendOperation', () => {
  it('sends the raw token and the operation, and reads status, ids, size and body', async () => {
    const seen: { authorization?: string | undefined; body: string; cookie?: string | undefined } = { body: '' };
    const endpoint = await serve((request, response) => {
      seen.authorization = request.headers.authorization;
      seen.cookie = request.headers.cookie;
      request.on('data', (chunk: Buffer) => (seen.body += chunk.toString()));
      request.on('end', () => {
        response.writeHead(200, { 'content-type': 'application/json', 'x-amzn-requestid': 'r-1' });
        response.end('{"data":{"a":"é"}}');
      });
    });
    const answer = await send(endpoint);
    expect(seen).toEqual({ authorization: 'raw.jwt.token', cookie: undefined, body: '{"query":"{ a }"}' });
    expect(answer).toMatchObject({
      status: 200,
      requestId: 'r-1',
      bytes: 19,
      body: { kind: 'json', value: { data: { a: 'é' } } },
    });
  });

  it('gives a refusal as an answer', async () => {
    const endpoint = await serve((_request, response) => {
      response.writeHead(401, { 'x-amzn-errortype': 'UnauthorizedException' });
      response.end('{"errors":[{"errorType":"UnauthorizedException","message":"m"}]}');
    });
    await expect(send(endpoint)).resolves.toMatchObject({ status: 401, errorType: 'UnauthorizedException' });
  });

  it('follows no redirect', async () => {
    const paths: (string | undefined)[] = [];
    const endpoint = await serve((request, response) => {
      paths.push(request.url);
      response.writeHead(302, { location: '/elsewhere' });
      response.end();
    });
    // Node shows a redirect's answer where a browser hides it: either way nothing is followed.
    await send(endpoint).catch(() => undefined);
    expect(paths).toEqual(['/graphql']);
  });

  it('says that an answer broke off', async () => {
    const endpoint = await serve((_request, response) => {
      response.writeHead(200, { 'content-length': '1000' });
      response.write('{"data":', () => response.destroy());
    });
    await expect(send(endpoint)).rejects.toMatchObject({ code: 'Cut' });
  });

  it('says that nothing answers', async () => {
    const endpoint = await serve((_request, response) => response.destroy());
    await expect(send(endpoint)).rejects.toMatchObject({ code: 'Unreachable' });
  });

  it('stops when told to', async () => {
    const controller = new AbortController();
    const endpoint = await serve(() => controller.abort());
    await expect(send(endpoint, { signal: controller.signal })).rejects.toMatchObject({ code: 'Aborted' });
  });

  it('carries no token in any error', async () => {
    const endpoint = await serve((_request, response) => response.destroy());
    const error = await send(endpoint).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(AppSyncError);
    expect(JSON.stringify(error) + String(error) + String((error as Error).cause)).not.toContain('raw.jwt');
  });
});

describe('requestHeaders', () => {
  it('lets the person’s own authorization stand in place of the session’s', () => {
    expect(overridingHeader({ 'x-trace': '1', 'x-API-key': 'k' })).toBe('x-API-key');
    const headers = requestHeaders({ Authorization: 'session' }, { authorization: 'own', 'x-trace': '1' });
    expect(headers.get('authorization')).toBe('own');
    expect(headers.get('x-trace')).toBe('1');
  });

  it('adds the session’s otherwise', () => {
    expect(requestHeaders({ Authorization: 'session' }, { 'x-trace': '1' }).get('authorization')).toBe('session');
  });
});

describe('parseBody', () => {
  it.each([
    ['{"data":null}', 'json'],
    ['[]', 'json'],
    ['<html>', 'text'],
    ['', 'text'],
    ['"a string"', 'text'],
    ['{"data":', 'text'],
  ])('reads %j as %s', (text, kind) => {
    expect(parseBody(text).kind).toBe(kind);
  });
});
