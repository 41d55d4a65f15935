// `appsync-graphiql serve`, the default: the page on loopback, and beside it the demo's pretend AWS. Runs until Ctrl-C.
import { InvalidArgumentError, Option, type Command } from 'commander';
import { createAwsCredentials } from '../aws/aws-credentials.ts';
import { mayOpenBrowser, openBrowser } from '../browser.ts';
import { ensureBuilt, projectRoot } from '../build-app.ts';
import { builtPage } from '../built-page.ts';
import { CliFailure } from '../cli-failure.ts';
import { connectionOfFile } from '../config-file.ts';
import { configFolder } from '../config-folder.ts';
import { openConnectionsFile } from '../connections-file.ts';
import { isPortBusy, loopbackHosts, onFirstFreePort, type LoopbackHost } from '../loopback.ts';
import { isPortBrowsersRefuse } from '../refused-ports.ts';
import { callersFolder } from '../token/place.ts';
import { defaultPort, startHelper, type Helper } from '../start.ts';

interface ServeOptions {
  readonly port?: number;
  readonly host?: readonly LoopbackHost[];
  readonly open: boolean;
  readonly demo: boolean;
  readonly profile?: string;
  readonly config?: string;
  readonly dev: boolean;
  readonly dist?: string;
}

const say = (line: string) => process.stdout.write(`${line}\n`);

function parsePort(text: string): number {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN;
  if (!(port <= 65_535)) throw new InvalidArgumentError('A port is a number from 1 to 65535, or 0 for any free one.');
  if (isPortBrowsersRefuse(port)) throw new InvalidArgumentError('Browsers refuse to open this port; choose another.');
  return port;
}

function parseHost(text: string): readonly LoopbackHost[] {
  const address = text.replace(/^\[(.*)\]$/, '$1').toLowerCase();
  if (address === 'localhost') return loopbackHosts;
  const host = loopbackHosts.find((loopback) => loopback === address);
  if (host === undefined) {
    throw new InvalidArgumentError(
      'Only localhost, 127.0.0.1 and ::1 are allowed: the page must not be reachable from other machines.',
    );
  }
  return [host];
}

/** The stand-in beside the page's port, or on the next free one. */
async function startDemo(pagePort: number) {
  const { startStandIn } = await import('../../stand-in/start.ts');
  const first = pagePort === 0 || pagePort >= 65_535 ? 0 : pagePort + 1;
  return onFirstFreePort(first, (port) => startStandIn({ port }));
}

async function startOn(wanted: number | undefined, start: (port: number) => Promise<Helper>): Promise<Helper> {
  try {
    if (wanted !== undefined) return await start(wanted);
    const helper = await onFirstFreePort(defaultPort, start);
    if (helper.port !== defaultPort) say(`Port ${defaultPort} is in use; taking ${helper.port} instead.`);
    return helper;
  } catch (error) {
    if (isPortBusy(error))
      throw new CliFailure(
        `Port ${wanted ?? defaultPort} is in use. Choose another with --port, or end what listens there.`,
      );
    if (error instanceof Error && 'code' in error && error.code === 'EACCES') {
      throw new CliFailure(
        `This system does not let you listen on port ${wanted ?? defaultPort}. Choose another with --port.`,
      );
    }
    throw error;
  }
}

const sayBuilding = (kind: 'first' | 'again') =>
  process.stderr.write(`Building the page (${kind === 'first' ? 'first start only' : 'its sources changed'})…\n`);

async function build(): Promise<string> {
  try {
    return await ensureBuilt({ onBuild: sayBuilding });
  } catch (error) {
    throw new CliFailure(`The page could not be built. ${error instanceof Error ? error.message : String(error)}`);
  }
}

async function openPages({ dev, dist }: ServeOptions) {
  if (dev) return (await import('../dev.ts')).openDevPage(projectRoot);
  return { ...builtPage(dist ?? (await build())), onUpgrade: undefined, close: () => Promise.resolve() };
}

async function serve(options: ServeOptions): Promise<void> {
  const { port, host = loopbackHosts, open, demo, profile, config } = options;
  const folder = configFolder(process.env);
  const configured =
    config === undefined
      ? undefined
      : await connectionOfFile(config, {
          folder: callersFolder(process.env),
          connections: openConnectionsFile(folder),
        });
  const pages = await openPages(options);
  const standIn = demo ? await startDemo(port ?? defaultPort) : null;
  const helper = await startOn(port, (on) =>
    startHelper({
      port: on,
      hosts: host,
      pages,
      configFolder: folder,
      ...(configured && { apiKeys: configured.apiKeys }),
      standIn,
      awsCredentials: createAwsCredentials({ profile, environment: process.env }),
      onUpgrade: pages.onUpgrade,
    }),
  ).catch(async (error: unknown) => {
    await Promise.all([standIn?.close(), pages.close()]);
    throw error;
  });

  const end = () => {
    // Ending is what was asked for, so it is a success; a second signal does not wait.
    process.once('SIGINT', () => process.exit(130));
    void Promise.allSettled([helper.close(), standIn?.close(), pages.close()]).then(() => process.exit(0));
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, end);

  const aside = standIn === null ? 'Ctrl-C ends it' : `demo AWS on ${standIn.origin}, Ctrl-C ends both`;
  const address = configured
    ? `${helper.origin}/?connection=${encodeURIComponent(configured.connection.id)}`
    : helper.origin;
  say(`AppSync GraphiQL is ready: ${address}  (${aside})`);
  if (configured)
    say(
      `${config ?? ''} is the connection “${configured.connection.name}”.${configured.apiKeys.length > 0 ? ' Its API key goes to the page’s memory, and into no file.' : ''}`,
    );
  const surroundings = { platform: process.platform, environment: process.env, stdoutIsTerminal: process.stdout.isTTY };
  if (open && mayOpenBrowser(surroundings)) await openBrowser(address);
}

export function addServe(program: Command): void {
  const command = program
    .command('serve', { isDefault: true })
    .description('open the page on localhost (the default)')
    .addOption(
      new Option('--port <number>', `the page's port (default: ${defaultPort}, or the next free one)`).argParser(
        parsePort,
      ),
    )
    .addOption(
      new Option('--host <address>', 'localhost, 127.0.0.1 or ::1 (default: localhost, both)').argParser(parseHost),
    )
    .option('--no-open', 'do not open the browser')
    .option(
      '--config <file>',
      'keep the connection that amplify_outputs.json, aws-exports.js or amplifyconfiguration.json tells of, and open it',
    )
    .option('--no-demo', "do not start the demo's pretend AWS")
    .option(
      '--profile <name>',
      'the AWS profile that signs for IAM and the admin sign-in (default: AWS_PROFILE, or the default one)',
    )
    .addOption(new Option('--dist <folder>', 'serve a page that is built already').hideHelp())
    .addOption(new Option('--dev', 'serve the sources with reload').default(false).hideHelp())
    .action((options: ServeOptions) => serve(options));
  program.addHelpText('after', () => `\n${command.helpInformation()}`);
}
