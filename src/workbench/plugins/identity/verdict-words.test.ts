import { expect, it } from 'vitest';
import { findingsOf, judgementOn, type TokenVerdict } from './verdict-words.ts';

const now = new Date(2026, 10, 23, 14, 10).getTime();
const MINUTE = 60_000;

type Check = TokenVerdict['checks'][number];
const good = (of: Check['of']): Check => ({ of, result: 'good', sentence: `${of} is right.` });

function verdict(change: Partial<Record<Check['of'], Check['result']>>, expiresAt = now + MINUTE): TokenVerdict {
  const checks = (['signature', 'issuer', 'client', 'kind'] as const).map((of): Check => {
    const result = change[of] ?? 'good';
    return result === 'good' ? good(of) : { of, result, sentence: `${of} is ${result}.` };
  });
  // What it came to when it was checked is not asked: the time has gone on.
  return { kind: 'id', verdict: 'good', checks, expiresAt, header: {} };
}

it.each<[string, TokenVerdict, string, RegExp]>([
  ['all is right', verdict({}), 'good', /^Valid: signed by the pool/],
  ['the signature is wrong', verdict({ signature: 'bad' }), 'bad', /^Not valid here\. signature is bad\.$/],
  ['signature and client are wrong', verdict({ client: 'bad', signature: 'bad' }), 'bad', /signature is bad\.$/],
  ['only the client is wrong', verdict({ client: 'bad' }), 'bad', /^Not valid here\. client is bad\.$/],
  ['the keys could not be had', verdict({ signature: 'unknown' }), 'caution', /^signature is unknown\.$/],
  ['the keys could not be had, and it is over', verdict({ signature: 'unknown' }, now), 'caution', /unknown/],
  [
    'the keys could not be had, and the issuer is wrong',
    verdict({ signature: 'unknown', issuer: 'bad' }),
    'bad',
    /issuer is bad/,
  ],
  ['it expired since it was checked', verdict({}, now), 'bad', /^Expired at 14:10\./],
])('where %s', (_what, given, tone, words) => {
  const judgement = judgementOn(given, now);
  expect(judgement).toEqual({ tone, sentence: expect.stringMatching(words) });
  expect(judgement.sentence.includes('Valid:')).toBe(tone === 'good');
});

it('each finding is told by itself, unproven where the signature is; and the time goes on', () => {
  expect(findingsOf(verdict({ signature: 'unknown', issuer: 'bad' }), now)).toEqual([
    { name: 'Signature', tone: 'caution', sentence: 'signature is unknown.' },
    { name: 'Issuer', tone: 'bad', sentence: 'issuer is bad.' },
    { name: 'App client', tone: 'said', sentence: 'client is right.' },
    { name: 'Kind', tone: 'said', sentence: 'kind is right.' },
    { name: 'Expiry', tone: 'said', sentence: 'Expires in 1 minute.' },
  ]);
  expect(findingsOf(verdict({ issuer: 'bad' }), now).map(({ tone }) => tone)).toEqual([
    'good',
    'bad',
    'good',
    'good',
    'good',
  ]);
  expect(findingsOf(verdict({}), now + 3 * MINUTE).at(-1)).toEqual({
    name: 'Expiry',
    tone: 'bad',
    sentence: 'Expired 2 minutes ago.',
  });
});
