// `appsync-graphiql token`: signs in from the terminal by the page's own sign-in, and prints tokens on standard output and nothing
// else there.
import { InvalidArgumentError, Option, type Command } from 'commander';
import * as v from 'valibot';
import { authFlows, connectionSchema } from '../../src/settings/connection.ts';
import { configFolder } from '../config-folder.ts';
import { exitCodesHelp } from '../exit-codes.ts';
import type { TokenOptions } from '../token/run-token.ts';
import { outputs } from '../token/tokens-text.ts';

const { userPoolId, appClientId, cognitoEndpoint } = connectionSchema.entries;

function parsedBy(schema: v.GenericSchema<unknown, string>, what: string) {
  return (text: string): string => {
    const parsed = v.safeParse(schema, text);
    if (!parsed.success) throw new InvalidArgumentError(what);
    return parsed.output;
  };
}

const help = `
What is asked for comes from the environment, or from prompts without echo:
  APPSYNC_GRAPHIQL_PASSWORD, APPSYNC_GRAPHIQL_NEW_PASSWORD, APPSYNC_GRAPHIQL_CODE,
  APPSYNC_GRAPHIQL_CLIENT_SECRET, APPSYNC_GRAPHIQL_ANSWER (a choice, or a custom challenge's answer)

Example:
  TOKEN=$(npm run --silent cli -- token --config amplify_outputs.json --username alice)
${exitCodesHelp}`;

export function addToken(program: Command): void {
  program
    .command('token')
    .description('sign in from the terminal and print a token')
    .addOption(
      new Option('--username <name>', 'who signs in')
        .makeOptionMandatory()
        .argParser(parsedBy(v.pipe(v.string(), v.trim(), v.nonEmpty()), 'A user name is not empty.')),
    )
    .addOption(new Option('--config <file>', 'sign in where this amplify_outputs.json says').conflicts('connection'))
    .option('--connection <name>', 'sign in where this kept connection says')
    .addOption(
      new Option('--user-pool-id <id>', 'sign in at this user pool').argParser(
        parsedBy(userPoolId, 'A user pool id is like eu-west-1_AbC123dEf.'),
      ),
    )
    .addOption(
      new Option('--client-id <id>', 'with this app client').argParser(
        parsedBy(appClientId, 'An app client id is like 1example23456789abcdefghij.'),
      ),
    )
    .addOption(
      new Option('--cognito-endpoint <url>', "where Cognito is, if it is not AWS's").argParser(
        parsedBy(cognitoEndpoint.wrapped, 'An endpoint is an https URL, or http on this machine.'),
      ),
    )
    .addOption(new Option('--auth-flow <flow>', 'default: the connection’s, or USER_SRP_AUTH').choices(authFlows))
    .option('--profile <name>', 'the AWS profile that signs ADMIN_USER_PASSWORD_AUTH')
    .addOption(new Option('--output <what>', 'what to print').choices(outputs).default('id'))
    .addHelpText('after', help)
    .action(async (options: TokenOptions) => {
      const [{ runToken }, { callersFolder }, { createTerminal }, { openConnectionsFile }] = await Promise.all([
        import('../token/run-token.ts'),
        import('../token/place.ts'),
        import('../terminal.ts'),
        import('../connections-file.ts'),
      ]);
      const text = await runToken(options, {
        environment: process.env,
        terminal: createTerminal(),
        fetch: (url, init) => fetch(url, init),
        folder: callersFolder(process.env),
        readConnections: () => openConnectionsFile(configFolder(process.env)).read(),
        now: Date.now,
      });
      process.stdout.write(`${text}\n`);
    });
}
