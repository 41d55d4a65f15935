// The person at the terminal: questions on standard error, answers from standard input, hidden where they are secret. Standard
// output is never touched, so that a script may take it. Made of node:readline: docs/decisions/0002-libraries.md says why.
import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';
import { CliFailure } from './cli-failure.ts';
import { exitCodes } from './exit-codes.ts';

/** Ctrl-C at a question: whoever pressed it needs no words. */
export class Interrupted extends CliFailure {
  constructor() {
    super('', exitCodes.interrupted);
  }
}

export interface Terminal {
  /** Somebody can read the questions and type answers. */
  readonly isInteractive: boolean;
  readonly say: (line: string) => void;
  /** Rejects with Interrupted at Ctrl-C, and with a CliFailure where the input has ended. */
  readonly ask: (question: string, options?: { readonly hidden?: boolean }) => Promise<string>;
}

type Input = NodeJS.ReadableStream & { readonly isTTY?: boolean };
type Output = NodeJS.WritableStream & { readonly isTTY?: boolean };

const inputEnded = () => new CliFailure('The input ended before this was answered.', exitCodes.unanswered);

export function createTerminal(input: Input = process.stdin, output: Output = process.stderr): Terminal {
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });

  const ask: Terminal['ask'] = (question, { hidden = false } = {}) =>
    new Promise((resolve, reject) => {
      // Its own echo goes nowhere, and as a terminal it switches the terminal's echo off.
      const lines = createInterface({ input, output: hidden ? nowhere : output, terminal: true, historySize: 0 });
      let isSettled = false;
      const settle = (act: () => void, ownLine: boolean) => {
        if (isSettled) return;
        isSettled = true;
        if (ownLine) output.write('\n');
        // Its own listeners for this let go of the input, so they must stay.
        lines.close();
        act();
      };
      lines.once('line', (line) => settle(() => resolve(line), hidden));
      lines.once('SIGINT', () => settle(() => reject(new Interrupted()), true));
      lines.once('close', () => settle(() => reject(inputEnded()), true));
      if (hidden) output.write(question);
      lines.setPrompt(hidden ? '' : question);
      lines.prompt();
    });

  return {
    isInteractive: input.isTTY === true && output.isTTY === true,
    say: (line) => {
      output.write(`${line}\n`);
    },
    ask,
  };
}
