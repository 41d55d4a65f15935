import { connect } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { demoWorld } from './demo-world.ts';
import { rawRequest } from './raw-request.ts';
import { startStandIn, type StandIn, type StandInOptions } from './start.ts';

const started: StandIn[] = [];
// Without pools, whose keys take time to make.
const world = { ...demoWorld(), pools: [], apis: [] };

async function start(options: StandInOptions = {}): Promise<StandIn> {
  const standIn = await startStandIn({ world, ...options });
  started.push(standIn);
  return standIn;
}

afterEach(async () => {
  await Promise.all(started.splice(0).map((standIn) => standIn.close()));
});

describe('listens', () => {
  test('on a free port, which it tells', async () => {
    const { port, origin, cognitoEndpoint } = await start();
    expect(origin).toBe(`http://localhost:${port}`);
    expect(cognitoEndpoint).toBe(`${origin}/`);
    expect((await fetch(`${origin}/amplify_outputs.json`)).status).toBe(200);
  });

  test('on the port it is told, and on no busy one', async () => {
    const first = await start();
    const { port } = first;
    await expect(start({ port })).rejects.toMatchObject({ code: 'EADDRINUSE' });
    await first.close();
    expect((await start({ port })).port).toBe(port);
  });

  test.each(['127.0.0.1', '[::1]', 'localhost'])('at %s', async (name) => {
    const { port } = await start();
    expect((await fetch(`http://${name}:${port}/amplify_outputs.json`)).status).toBe(200);
  });

  test('only where it is told', async () => {
    const { port } = await start({ hosts: ['127.0.0.1'] });
    await expect(fetch(`http://[::1]:${port}/`)).rejects.toThrow('fetch failed');
  });

  test('nowhere but on loopback', async () => {
    await expect(start({ hosts: ['0.0.0.0'] })).rejects.toThrow('on loopback only, not on 0.0.0.0');
  });
});

test('tells a person who opens it in a browser what it is', async () => {
  const { origin } = await start();
  expect(await (await fetch(origin)).text()).toContain('A stand-in for Amazon Cognito and AWS AppSync.');
});

describe('answers only to its own names', () => {
  test.each(['attacker.example', 'localhost:1', 'localhost'])('not to Host: %s', async (host) => {
    const { port } = await start();
    for (const line of ['GET /amplify_outputs.json HTTP/1.1', 'POST / HTTP/1.1', 'OPTIONS / HTTP/1.1']) {
      const answer = await rawRequest({ port, line, headers: { host } });
      expect(answer.statusLine).toBe('HTTP/1.1 403 Forbidden');
      expect(answer.headers).not.toHaveProperty('access-control-allow-origin');
    }
  });

  test('in either family', async () => {
    const { port } = await start();
    const line = 'GET /amplify_outputs.json HTTP/1.1';
    const answer = await rawRequest({ port, line, address: '::1', headers: { host: `[::1]:${port}` } });
    expect(answer.statusLine).toBe('HTTP/1.1 200 OK');
  });
});

test('close ends what is held and what is idle, at once', async () => {
  const standIn = await start();
  const idle = connect({ port: standIn.port, host: '127.0.0.1' });
  const idleEnded = new Promise((resolve) => idle.once('close', resolve));
  await new Promise((resolve) => idle.once('connect', resolve));
  const held = standIn.levers.misbehave({ target: 'cognito' }, { kind: 'hold' });
  const call = fetch(standIn.cognitoEndpoint, { method: 'POST' });
  const failed = expect(call).rejects.toThrow('fetch failed');
  await held.arrived;
  await standIn.close();
  await Promise.all([failed, idleEnded]);
  await expect(fetch(standIn.cognitoEndpoint)).rejects.toThrow('fetch failed');
});

test('what one start changes, the next does not see', async () => {
  const first = await start({ world: demoWorld() });
  first.levers.user('alice').enabled = false;
  const second = await start({ world: demoWorld() });
  expect(second.levers.user('alice').enabled).toBe(true);
});
