// The stand-in as a program of its own: `npm run stand-in -- --port N`. Reads its flags, starts, says where it is.
import { Command, InvalidArgumentError } from 'commander';
import { outboxPath } from './outbox-page.ts';
import { startStandIn } from './start.ts';

const defaultPort = 5825;

const program = new Command('stand-in')
  .description('A pretend Amazon Cognito and AWS AppSync on this machine, for demos and tests.')
  .option('--port <number>', 'the port to listen on; 0 takes any free one', parsePort, defaultPort)
  .exitOverride((error) => process.exit(error.exitCode === 0 ? 0 : 2))
  .showHelpAfterError()
  .allowExcessArguments(false);

const { port } = program.parse().opts<{ port: number }>();

try {
  const standIn = await startStandIn({ port });
  const { origin, world } = standIn;
  const apis = world.apis.map((api) => `${origin}${api.path}`).join(' and ');
  console.log(`Cognito at ${origin}/, AppSync at ${apis}, described in ${origin}/amplify_outputs.json`);
  console.log(`The codes that Cognito would send lie at ${origin}${outboxPath}`);
  process.once('SIGINT', () => void standIn.close());
  process.once('SIGTERM', () => void standIn.close());
} catch (error) {
  const isBusy = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
  console.error(isBusy ? `Port ${port} is in use: choose another with --port.` : String(error));
  process.exitCode = 1;
}

function parsePort(text: string): number {
  if (/^\d{1,5}$/.test(text) && Number(text) <= 65_535) return Number(text);
  throw new InvalidArgumentError('A port is a number from 0 to 65535.');
}
