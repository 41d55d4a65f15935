// For tests: a terminal at which the answers are known beforehand, and which keeps what stood on it.
import type { Terminal } from '../terminal.ts';

export interface ScriptedTerminal extends Terminal {
  /** Each question; hidden ones in brackets. */
  readonly asked: readonly string[];
  readonly said: readonly string[];
}

/** Nobody is there where `answers` is undefined. */
export function scriptedTerminal(answers?: readonly string[]): ScriptedTerminal {
  const left = [...(answers ?? [])];
  const asked: string[] = [];
  const said: string[] = [];
  return {
    isInteractive: answers !== undefined,
    asked,
    said,
    say: (line) => said.push(line),
    ask: (question, { hidden = false } = {}) => {
      asked.push(hidden ? `[${question}]` : question);
      const answer = left.shift();
      return answer === undefined ? Promise.reject(new Error(`asked too much: ${question}`)) : Promise.resolve(answer);
    },
  };
}
