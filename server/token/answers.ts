// What a sign-in asks for, from the environment first and else from the person at the terminal. With neither there is a sentence,
// and never a wait.
import type { ChallengeField, ChallengePrompt } from '../../src/cognito/challenges/challenge.ts';
import { CliFailure } from '../cli-failure.ts';
import { exitCodes } from '../exit-codes.ts';
import type { Terminal } from '../terminal.ts';

export const variables = {
  password: 'APPSYNC_GRAPHIQL_PASSWORD',
  newPassword: 'APPSYNC_GRAPHIQL_NEW_PASSWORD',
  code: 'APPSYNC_GRAPHIQL_CODE',
  /** A choice, or the answer to a question of the pool's own. */
  answer: 'APPSYNC_GRAPHIQL_ANSWER',
  clientSecret: 'APPSYNC_GRAPHIQL_CLIENT_SECRET',
} as const;

type Variable = (typeof variables)[keyof typeof variables];
type ChoiceField = Extract<ChallengeField, { type: 'choice' }>;
type TextField = Exclude<ChallengeField, ChoiceField>;

/** Each rejects with a CliFailure where nobody can answer. */
export interface Answers {
  /** May be left empty where `optional`. */
  readonly password: (options: { readonly optional: boolean }) => Promise<string>;
  /** Where the environment has it. */
  readonly knownClientSecret: () => string | undefined;
  readonly clientSecret: () => Promise<string>;
  readonly to: (prompt: ChallengePrompt) => Promise<Readonly<Record<string, string>>>;
}

type Environment = Readonly<Record<string, string | undefined>>;

export function createAnswers(environment: Environment, terminal: Terminal): Answers {
  const spent = new Set<Variable>();

  /** Once: a code that was refused is not sent again. */
  function fromEnvironment(variable: Variable | undefined): string | undefined {
    if (variable === undefined || spent.has(variable)) return undefined;
    spent.add(variable);
    return environment[variable] || undefined;
  }

  function needTerminal(what: string, variable: Variable | undefined): void {
    if (terminal.isInteractive) return;
    const way = variable === undefined ? 'Answer it in a terminal.' : `Set ${variable}, or run this in a terminal.`;
    const used = variable !== undefined && environment[variable] ? ` What ${variable} says was used before.` : '';
    throw new CliFailure(`${what} is asked for, and nobody is there to answer. ${way}${used}`, exitCodes.unanswered);
  }

  /** Until it is answered, unless it may be empty. */
  async function ask(what: string, { hidden, optional }: { hidden: boolean; optional: boolean }): Promise<string> {
    for (;;) {
      const answer = await terminal.ask(`${what}${optional ? ' (may be empty)' : ''}: `, { hidden });
      if (optional || answer.trim() !== '') return answer;
    }
  }

  async function secret(what: string, variable: Variable, optional = false): Promise<string> {
    const given = fromEnvironment(variable);
    if (given !== undefined) return given;
    if (optional && !terminal.isInteractive) return '';
    needTerminal(what, variable);
    return ask(what, { hidden: true, optional });
  }

  /** Twice at the terminal: a slip of the finger would lock the user out. */
  async function newPassword(what: string): Promise<string> {
    const given = fromEnvironment(variables.newPassword);
    if (given !== undefined) return given;
    needTerminal(what, variables.newPassword);
    for (;;) {
      const first = await ask(what, { hidden: true, optional: false });
      if ((await terminal.ask(`${what}, again: `, { hidden: true })) === first) return first;
      terminal.say('The two are not the same.');
    }
  }

  async function choice({ label, options }: ChoiceField): Promise<string> {
    const values = options.map(({ value }) => value);
    const given = fromEnvironment(variables.answer);
    if (given !== undefined) {
      if (values.includes(given)) return given;
      const among = `${variables.answer} is none of what can be chosen: ${values.join(', ')}.`;
      throw new CliFailure(among, exitCodes.unanswered);
    }
    needTerminal(`A choice (${values.join(', ')})`, variables.answer);
    for (const [index, option] of options.entries()) {
      terminal.say(`  ${index + 1}  ${option.label}${option.help === undefined ? '' : `: ${option.help}`}`);
    }
    for (;;) {
      const answer = (await terminal.ask(`${label} (1 to ${options.length}): `)).trim();
      const chosen = /^\d+$/.test(answer) ? values[Number(answer) - 1] : values.find((value) => value === answer);
      if (chosen !== undefined) return chosen;
    }
  }

  async function text({ name, label, required, help }: TextField): Promise<string> {
    const variable = name === 'ANSWER' ? variables.answer : undefined;
    const given = fromEnvironment(variable);
    if (given !== undefined) return given;
    if (!required && !terminal.isInteractive) return '';
    needTerminal(label, variable);
    if (help !== undefined) terminal.say(help);
    return ask(label, { hidden: false, optional: !required });
  }

  function answerTo(field: ChallengeField): Promise<string> {
    switch (field.type) {
      case 'choice':
        return choice(field);
      case 'code':
        return secret(field.label, variables.code);
      case 'password':
        return newPassword(field.label);
      case 'date':
      case 'email':
      case 'tel':
      case 'text':
      case 'url':
        return text(field);
      default:
        return field satisfies never;
    }
  }

  return {
    password: ({ optional }) => secret('Password', variables.password, optional),
    knownClientSecret: () => fromEnvironment(variables.clientSecret),
    clientSecret: () => secret('Client secret', variables.clientSecret),
    to: async ({ fields }) => {
      const answers: Record<string, string> = {};
      for (const field of fields) answers[field.name] = await answerTo(field);
      return answers;
    },
  };
}
