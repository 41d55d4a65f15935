// The command line as data: name, commands, and what a wrong one gets (usage on standard error, exit code 2).
import { Command, CommanderError } from 'commander';
import { CliFailure } from './cli-failure.ts';
import { commands } from './commands/index.ts';

function programOf(): Command {
  const program = new Command('appsync-graphiql')
    .description(
      'Explore an AWS AppSync API with GraphiQL as the users of your Amazon Cognito user pool, from localhost.',
    )
    .exitOverride()
    .showHelpAfterError();
  for (const add of commands) add(program);
  return program;
}

/** Runs one command line. Resolves to the exit code, or to undefined where the command goes on (serve) until a signal. */
export async function runProgram(
  words: readonly string[],
  complain: (sentence: string) => void,
): Promise<number | undefined> {
  try {
    const program = programOf();
    const [first] = words;
    const names = ['help', ...program.commands.map((command) => command.name())];
    // Else it would be taken for an argument of the default command.
    if (first !== undefined && !first.startsWith('-') && !names.includes(first)) {
      program.error(`error: unknown command '${first}'`);
    }
    await program.parseAsync([...words], { from: 'user' });
    return undefined;
  } catch (error) {
    // Commander has said it already; only help that was asked for is a success.
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    if (error instanceof CliFailure) {
      if (error.message !== '') complain(error.message);
      return error.exitCode;
    }
    throw error;
  }
}
