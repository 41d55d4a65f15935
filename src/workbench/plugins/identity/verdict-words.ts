// What the check of a token came to, in one line with a mark. Pure. Nothing is called valid before it was checked.

import { clockTime } from '../../../sessions/countdown.ts';
import type { Sessions } from '../../../sessions/sessions.ts';
import { relativeTime } from './time-words.ts';

export type TokenVerdict = Awaited<ReturnType<Sessions['verify']>>[number];

/** said: it stands in the token, and nobody vouches for the token. */
export type Tone = 'good' | 'bad' | 'caution' | 'said';

export interface Judgement {
  readonly tone: Exclude<Tone, 'said'>;
  readonly sentence: string;
}

/** @param now ms; a token that was good when it was checked expires while one looks at it. */
export function judgementOn({ checks, expiresAt }: TokenVerdict, now: number): Judgement {
  const wrong = checks.find(({ result }) => result === 'bad');
  if (wrong !== undefined) return { tone: 'bad', sentence: `Not valid here. ${wrong.sentence}` };
  const open = checks.find(({ result }) => result === 'unknown');
  if (open !== undefined) return { tone: 'caution', sentence: open.sentence };
  if (expiresAt <= now) {
    // A time that stands still: the line is read out when it changes.
    const sentence = `Expired at ${clockTime(expiresAt)}. The pool signed it, but AppSync refuses it now.`;
    return { tone: 'bad', sentence };
  }
  return { tone: 'good', sentence: 'Valid: signed by the pool, for this connection, not expired.' };
}

const names: Readonly<Record<TokenVerdict['checks'][number]['of'], string>> = {
  signature: 'Signature',
  issuer: 'Issuer',
  client: 'App client',
  kind: 'Kind',
};

export interface Finding {
  readonly name: string;
  readonly tone: Tone;
  readonly sentence: string;
}

/** Each check by itself, the time last. What agrees is worth as much as the signature. */
export function findingsOf({ checks, expiresAt }: TokenVerdict, now: number): Finding[] {
  const signed = checks.every(({ of, result }) => of !== 'signature' || result === 'good');
  const tones = { good: signed ? 'good' : 'said', bad: 'bad', unknown: 'caution' } as const;
  const over = expiresAt <= now;
  return [
    ...checks.map(({ of, result, sentence }) => ({ name: names[of], tone: tones[result], sentence })),
    {
      name: 'Expiry',
      tone: over ? 'bad' : tones.good,
      sentence: `${over ? 'Expired' : 'Expires'} ${relativeTime(expiresAt, now)}.`,
    },
  ];
}
