// `appsync-graphiql secret-hash USERNAME CLIENT_ID`: the SECRET_HASH for calls made by hand. The secret is never an argument, which
// other programs and the shell's history could read.
import type { Command } from 'commander';
import { secretHashFrom } from '../../src/cognito/secret-hash.ts';
import { createTerminal } from '../terminal.ts';
import { createAnswers } from '../token/answers.ts';

const help = `
The client secret comes from APPSYNC_GRAPHIQL_CLIENT_SECRET, or from a prompt without echo.
The hash is good for this user name as it is sent: an alias for InitiateAuth, the user's real
name (USER_ID_FOR_SRP) for the answers to challenges and for REFRESH_TOKEN_AUTH.

Exit codes: 0 done, 2 the command line is wrong, 4 no secret to be had, 130 ended by Ctrl-C
`;

export function addSecretHash(program: Command): void {
  program
    .command('secret-hash')
    .description('print the SECRET_HASH of a user name at an app client with a secret')
    .argument('<username>')
    .argument('<client-id>')
    .addHelpText('after', help)
    .action(async (username: string, clientId: string) => {
      const clientSecret = await createAnswers(process.env, createTerminal()).clientSecret();
      process.stdout.write(`${await secretHashFrom(clientSecret, username, clientId)}\n`);
    });
}
