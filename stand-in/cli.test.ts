import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { afterEach, expect, test, vi } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));
// Each test starts a process, which takes its time on a busy machine.
vi.setConfig({ testTimeout: 20_000 });

const running: ReturnType<typeof spawn>[] = [];
afterEach(() => {
  for (const child of running.splice(0)) child.kill('SIGKILL');
});

function run(...flags: string[]) {
  const child = spawn(process.execPath, ['--import', 'tsx', 'stand-in/cli.ts', ...flags], { cwd: root });
  running.push(child);
  const lines = createInterface(child.stdout)[Symbol.asyncIterator]();
  const ended = Promise.all([once(child, 'close'), text(child.stderr)]).then(
    ([[code], errors]: [unknown[], string]) => ({
      code,
      errors,
    }),
  );
  return { child, lines, ended };
}

test('says where it is, serves there, and ends with Ctrl-C', async () => {
  const { child, lines, ended } = run('--port', '0');
  const line = String((await lines.next()).value);
  const origin = /http:\/\/localhost:\d+/.exec(line)?.[0] ?? '';
  expect(line).toBe(
    `Cognito at ${origin}/, AppSync at ${origin}/graphql and ${origin}/team/graphql, described in ${origin}/amplify_outputs.json`,
  );
  expect((await lines.next()).value).toBe(`The codes that Cognito would send lie at ${origin}/outbox`);
  for (const path of ['/amplify_outputs.json', '/outbox']) expect((await fetch(`${origin}${path}`)).status).toBe(200);
  child.kill('SIGINT');
  expect(await ended).toEqual({ code: 0, errors: '' });
});

test.each([['--prot', '1'], ['--port', 'many'], ['--port', '65536'], ['--port'], ['extra']])(
  'answers %s %s with its usage and exit code 2',
  async (...flags) => {
    const { code, errors } = await run(...flags).ended;
    expect(code).toBe(2);
    expect(errors).toContain('Usage: stand-in [options]');
  },
);

test('a busy port is an error with a sentence and exit code 1', async () => {
  const other = createServer();
  await new Promise<void>((resolve) => {
    other.listen({ port: 0, host: '127.0.0.1' }, resolve);
  });
  const address = other.address();
  const port = typeof address === 'object' ? String(address?.port) : '';
  expect(await run('--port', port).ended).toEqual({
    code: 1,
    errors: `Port ${port} is in use: choose another with --port.\n`,
  });
  other.close();
});
