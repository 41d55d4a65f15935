// Runs one operation as several identities: all at once, or one after the other where it changes something. Each answer is told as
// it comes; what becomes of one leaves the others alone. Knows no session: each participant authorizes for itself.

import { sendAgainIfExpired } from '../appsync/ask-again.ts';
import { overridingHeader, sendOperation, type Answer, type Operation } from '../appsync/http.ts';
import type { ComparedAnswer } from './compared-answer.ts';
import type { Participant } from './participant.ts';
import { comparedAnswerFrom, noAnswerFrom } from './read-answer.ts';

export interface Exchange extends Pick<Answer, 'status' | 'milliseconds' | 'bytes' | 'requestId'> {
  /** The first token had expired; this is what a fresh one brought. */
  readonly askedAgain: boolean;
}

/** One column as it stands now. */
export interface Column {
  readonly participant: Participant;
  readonly answer: ComparedAnswer;
  /** Of the exchange, where an answer came. */
  readonly exchange: Exchange | undefined;
  /** As it came, for a look at it; undefined where none did. */
  readonly raw: Answer['body'] | undefined;
}

export interface RunOptions {
  readonly endpoint: string;
  readonly operation: Operation;
  readonly headers: Readonly<Record<string, string>>;
  readonly participants: readonly Participant[];
  readonly inTurn: boolean;
  readonly signal: AbortSignal;
  readonly fetch: typeof fetch;
  readonly now: () => number;
  /** Called with each answer, until all have come or it was stopped. */
  readonly onAnswer: (index: number, column: Column) => void;
}

export function emptyColumn(participant: Participant): Column {
  return { participant, answer: { kind: 'waiting' }, exchange: undefined, raw: undefined };
}

/** Ends when each has an answer or none to come. Never rejects. */
export async function runComparison(options: RunOptions): Promise<void> {
  const { participants, inTurn, signal, onAnswer } = options;
  const headers = withoutAuthorization(options.headers);
  const ask = async (participant: Participant, index: number) => {
    const column = await columnFrom(participant, { ...options, headers });
    // Stopped is stopped for all of them: who stopped has told so already.
    if (!signal.aborted) onAnswer(index, column);
  };
  if (!inTurn) {
    await Promise.all(participants.map(ask));
    return;
  }
  for (const [index, participant] of participants.entries()) {
    if (signal.aborted) return;
    // oxlint-disable-next-line no-await-in-loop -- one after the other is what is asked for
    await ask(participant, index);
  }
}

/** A tab's own Authorization would make the same identity of all of them. */
export function withoutAuthorization(headers: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => overridingHeader({ [name]: '' }) === undefined));
}

async function columnFrom(participant: Participant, options: RunOptions): Promise<Column> {
  try {
    const { answer, askedAgain } = await sendAgainIfExpired({
      operation: options.operation,
      overridden: false,
      send: () => sendOperation({ ...options, authorize: participant.authorize }),
      renew: async () => (await participant.renew?.())?.ok === true,
    });
    const { status, milliseconds, bytes, requestId, body } = answer;
    return {
      participant,
      answer: comparedAnswerFrom(answer, participant.name),
      exchange: { status, milliseconds, bytes, requestId, askedAgain },
      raw: body,
    };
  } catch (error) {
    return { participant, answer: noAnswerFrom(error), exchange: undefined, raw: undefined };
  }
}
