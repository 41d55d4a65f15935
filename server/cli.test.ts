// The command line as a process of its own, because its exit codes, its two streams and its signals are what it is for.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { endAllRuns, runCli } from './run-cli.ts';

// A process starts in half a second, on a busy machine in several.
vi.setConfig({ testTimeout: 30_000 });

let home = '';

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'cli-'));
  await writeFile(join(home, 'index.html'), '<title>tiny</title><!--launch-data-->');
});
afterEach(endAllRuns);
afterAll(() => rm(home, { recursive: true, force: true }));

const run = (...words: string[]) => runCli(words, home);
const serve = (...words: string[]) => run('--no-open', '--dist', home, ...words);
const ready = /^AppSync GraphiQL is ready: (http:\/\/localhost:(\d+)) {2}\((.*)\)$/m;

function occupy(port: number): Promise<{ server: Server; port: number }> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      resolve({ server, port: typeof address === 'object' && address !== null ? address.port : port });
    });
  });
}

describe('a wrong command line gets usage and exit code 2', () => {
  it.each([
    ['an unknown flag', ['--frobnicate'], "unknown option '--frobnicate'"],
    ['an unknown command', ['frobnicate'], "unknown command 'frobnicate'"],
    ['a word after the command', ['serve', 'x'], 'too many arguments'],
    ['a host that others could reach', ['--host', '0.0.0.0'], 'the page must not be reachable from other machines'],
    ['a host that is a name', ['--host', 'example.com'], 'Only localhost, 127.0.0.1 and ::1 are allowed'],
    ['a port that is none', ['--port', '70000'], 'A port is a number from 1 to 65535'],
    ['a port no browser opens', ['--port', '6000'], 'Browsers refuse to open this port'],
  ])('%s', async (_, words, sentence) => {
    const { code, out, err } = await run(...words).ended;
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(sentence);
    expect(err).toContain('Usage: appsync-graphiql');
  });

  it('but help that was asked for is a success, on standard output', async () => {
    const { code, out, err } = await run('--help').ended;
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(/--port.*--host.*--no-open/s);
  });
});

describe('serve', () => {
  it('says in one line where the page is, and a signal ends it at once though a connection is open', async () => {
    const helper = serve('--no-demo', '--port', '0');
    const [line, origin = ''] = await helper.line(ready);
    // fetch keeps this connection alive.
    expect(await (await fetch(origin)).text()).toContain('<title>tiny</title>');
    helper.signal('SIGINT');
    expect(await helper.ended).toEqual({ code: 0, out: `${line}\n`, err: '' });
  });

  it('ends by SIGTERM as well', async () => {
    const helper = serve('--no-demo', '--port', '0');
    await helper.line(ready);
    helper.signal('SIGTERM');
    expect((await helper.ended).code).toBe(0);
  });

  it('treats a --port that is in use as an error', async () => {
    const { server, port } = await occupy(0);
    const { code, out, err } = await serve('--no-demo', '--port', String(port)).ended;
    server.close();
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toBe(`error: Port ${port} is in use. Choose another with --port, or end what listens there.\n`);
  });

  it('moves on from a default port that is in use, and says so', async () => {
    // Already taken on this machine is as good.
    const taken = await occupy(5824).catch(() => undefined);
    const helper = serve('--no-demo');
    const [, , port = ''] = await helper.line(ready);
    expect(Number(port)).toBeGreaterThan(5824);
    expect(helper.output().out).toMatch(`Port 5824 is in use; taking ${port} instead.\n`);
    helper.signal('SIGINT');
    await helper.ended;
    taken?.server.close();
  });

  it('starts the demo beside the page, moves it on as well, and ends both', async () => {
    // The port beside 5924; already taken on this machine is as good.
    const taken = await occupy(5925).catch(() => undefined);
    const helper = serve('--port', '5924');
    const [, origin = '', , aside = ''] = await helper.line(ready);
    const demo = /^demo AWS on (http:\/\/localhost:\d+), Ctrl-C ends both$/.exec(aside)?.[1] ?? '';
    expect(demo).toMatch(/:59(?:2[6-9]|[3-9]\d)$/);
    expect(await (await fetch(origin)).text()).toContain(`"cognitoEndpoint":"${demo}/"`);
    expect((await fetch(`${demo}/amplify_outputs.json`)).status).toBe(200);
    helper.signal('SIGINT');
    expect((await helper.ended).code).toBe(0);
    await expect(fetch(demo)).rejects.toThrow();
    taken?.server.close();
  });
});
