// For tests: a terminal at which the answers are known beforehand, and which keeps what stood on it.
import type { Terminal } from '../terminal.ts';

export interface ScriptedTerminal extends Terminal {
  /** Each question; hidden ones in brackets. */
  readonly asked: readonly string[];
  readonly said: readonly string[];
}

/** Known only when it is asked for: a code that has just come, or what stands on the terminal. */
type Answer = string | ((said: readonly string[]) => string | Promise<string>);

/** Nobody is there where `answers` is undefined. */
export function scriptedTerminal(answers?: readonly Answer[]): ScriptedTerminal {
  const left = [...(answers ?? [])];
  const asked: string[] = [];
  const said: string[] = [];
  return {
    isInteractive: answers !== undefined,
    asked,
    said,
    say: (line) => said.push(line),
    ask: async (question, { hidden = false } = {}) => {
      asked.push(hidden ? `[${question}]` : question);
      const answer = left.shift();
      if (answer === undefined) throw new Error(`asked too much: ${question}`);
      return typeof answer === 'string' ? answer : answer(said);
    },
  };
}
