// What a sign-in shows on the terminal, as lines of text. Pure.
import { renderUnicodeCompact } from 'uqr';
import type { ChallengePrompt, PromptPart } from '../../src/cognito/challenges/challenge.ts';
import type { Explanation } from '../../src/cognito/explanation.ts';

/** What others wrote (a trigger of the pool, AWS's message) may hold what moves a terminal's cursor. */
const withoutControls = (text: string): string => text.replaceAll(/\p{Cc}/gu, '\uFFFD');

export function wordsOfPrompt({ title, help, shows = [] }: ChallengePrompt): string {
  return [`${title}. ${help}`, ...shows.map(wordsOfPart)].join('\n');
}

function wordsOfPart(part: PromptPart): string {
  switch (part.kind) {
    case 'text':
      return `  ${withoutControls(part.label)}: ${withoutControls(part.value)}`;
    case 'authenticator':
      return `${renderUnicodeCompact(part.uri)}\n  Secret: ${part.secret}\n  ${part.uri}`;
    default:
      return part satisfies never;
  }
}

export function wordsOfFailure({ what, why, next, awsMessage, policy }: Explanation): string {
  return [
    `${what} ${why}`,
    next,
    ...(awsMessage === undefined ? [] : [`AWS says: ${withoutControls(awsMessage)}`]),
    ...(policy === undefined ? [] : ['The smallest policy that would do:', policy]),
  ].join('\n');
}
