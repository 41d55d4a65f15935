// For tests: the command line as a process of its own, with nothing in its environment of the person who runs the test.
import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const cli = fileURLToPath(new URL('./cli.ts', import.meta.url));
const running = new Set<ChildProcess>();

export function endAllRuns(): void {
  for (const child of running) child.kill('SIGKILL');
}

export interface Run {
  readonly output: () => { out: string; err: string };
  /** Resolves with the first line of standard output that matches; rejects when the process ends before. */
  line(pattern: RegExp): Promise<RegExpExecArray>;
  readonly ended: Promise<{ code: number | null; out: string; err: string }>;
  signal(name: NodeJS.Signals): void;
}

/** `home` is the process's home folder; its standard input is empty and no terminal. */
export function runCli(words: readonly string[], home: string, environment: NodeJS.ProcessEnv = {}): Run {
  const child = spawn(process.execPath, ['--import', 'tsx', cli, ...words], {
    env: { ...clean(process.env), HOME: home, APPSYNC_GRAPHIQL_CONFIG_DIR: join(home, 'config'), ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.add(child);
  let [out, err] = ['', ''];
  child.stdout.on('data', (data: Buffer) => (out += data.toString()));
  child.stderr.on('data', (data: Buffer) => (err += data.toString()));
  const ended = new Promise<{ code: number | null; out: string; err: string }>((resolve) => {
    child.once('close', (code) => {
      running.delete(child);
      resolve({ code, out, err });
    });
  });
  return {
    output: () => ({ out, err }),
    line: (pattern) =>
      new Promise((resolve, reject) => {
        const look = () => {
          const match = pattern.exec(out);
          if (match !== null) resolve(match);
        };
        child.stdout.on('data', look);
        child.once('close', () => reject(new Error(`ended without the line: ${out}${err}`)));
        look();
      }),
    ended,
    signal: (name) => child.kill(name),
  };
}

function clean(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const foreign = Object.entries(environment).filter(([name]) => !/^(?:AWS|APPSYNC_GRAPHIQL)_/.test(name));
  return { ...Object.fromEntries(foreign), AWS_EC2_METADATA_DISABLED: 'true' };
}
