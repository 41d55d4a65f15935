import { describe, expect, it } from 'vitest';
import { CognitoError, type CognitoErrorCode } from '../cognito/cognito-error.ts';
import { clockTime, countdownFrom } from './countdown.ts';
import { HUES, nextMark, type Mark } from './mark.ts';
import { mustRenewFirst, nextRenewal, renewalDueAt, renewalVerdict } from './renewal.ts';
import { allSignedOutSentence, signOutResultFrom, type SignOutResult } from './sign-out-result.ts';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

describe('the countdown', () => {
  it.each([
    [71 * HOUR, '2 days'],
    [24 * HOUR, '24:00:00'],
    [HOUR + 5 * MINUTE, '1:05:00'],
    [HOUR, '1:00:00'],
    [52 * MINUTE + 10 * SECOND, '52:10'],
    [52 * MINUTE + 9.2 * SECOND, '52:10'],
    [5 * MINUTE, '5:00'],
    [5 * MINUTE - SECOND, 'expires in 4 min'],
    [2 * MINUTE, 'expires in 2 min'],
    [MINUTE, 'expires in 1 min'],
    [MINUTE - SECOND, 'expires in 59 s'],
    [1, 'expires in 1 s'],
    [0, 'expired'],
    [-HOUR, 'expired'],
  ])('%d ms before the end reads "%s"', (left, text) => {
    expect(countdownFrom(1_764_000_000_000 + left, 1_764_000_000_000)).toBe(text);
  });

  it('tells a time of day in the machine’s zone, by 24 hours', () => {
    expect(clockTime(new Date(2026, 10, 23, 14, 5).getTime())).toBe('14:05');
  });
});

describe('the mark', () => {
  it('of a name is the same each time, and begins with its letter', () => {
    expect(nextMark('alice', [])).toEqual(nextMark('alice', []));
    expect(nextMark('alice', []).letter).toBe('A');
    expect(nextMark('ørsted', []).letter).toBe('Ø');
    expect(nextMark('+15551234', []).letter).toBe('1');
  });

  it('of users with one initial differs in letter and colour', () => {
    const [alice] = [nextMark('alice', [])];
    const anna = nextMark('anna', [alice]);
    expect(anna.letter).toBe('N');
    expect(anna.hue).not.toBe(alice.hue);
  });

  it('is never given twice, and no colour either while there is one left', () => {
    const marks: Mark[] = [];
    for (let index = 0; index < 40; index += 1) marks.push(nextMark(`a${'a'.repeat(index % 3)}`, marks));
    expect(new Set(marks.map(({ letter, hue }) => `${letter}${hue}`)).size).toBe(40);
    expect(new Set(marks.slice(0, HUES).map(({ hue }) => hue)).size).toBe(HUES);
  });

  it('of a name without letters is a digit', () => {
    expect(nextMark('___', []).letter).toBe('2');
  });
});

describe('the renewal', () => {
  const facts = { issuedAt: 0, expiresAt: HOUR, renewable: true, failures: 0, lastFailureAt: 0 };

  it.each([
    ['an hour', HOUR, 55 * MINUTE],
    ['a day', 24 * HOUR, 24 * HOUR - 5 * MINUTE],
    ['five minutes', 5 * MINUTE, 4 * MINUTE],
    ['ten seconds', 10 * SECOND, 8 * SECOND],
    ['four seconds', 4 * SECOND, 3.2 * SECOND],
    ['two seconds', 2 * SECOND, 3 * SECOND],
  ])('of a token that lives %s is due in time', (_life, expiresAt, due) => {
    expect(renewalDueAt({ issuedAt: 0, expiresAt })).toBe(due);
  });

  it.each([
    ['fresh', {}, { do: 'renew', at: 55 * MINUTE }],
    ['without a refresh token, or refused', { renewable: false }, { do: 'expire', at: HOUR }],
    ['failed once', { failures: 1, lastFailureAt: 55 * MINUTE }, { do: 'renew', at: 55 * MINUTE + 2 * SECOND }],
    ['failed thrice', { failures: 3, lastFailureAt: 55 * MINUTE }, { do: 'renew', at: 55 * MINUTE + 8 * SECOND }],
    ['failed often', { failures: 30, lastFailureAt: 55 * MINUTE }, { do: 'renew', at: 56 * MINUTE }],
    ['failed at the end', { failures: 9, lastFailureAt: HOUR - SECOND }, { do: 'expire', at: HOUR }],
    ['too short a life', { expiresAt: 2 * SECOND }, { do: 'expire', at: 2 * SECOND }],
  ] as const)('of a session that is %s comes next', (_case, change, next) => {
    expect(nextRenewal({ ...facts, ...change })).toEqual(next);
  });

  it.each([
    [HOUR, 30 * SECOND, true],
    [HOUR, 31 * SECOND, false],
    [10 * SECOND, SECOND, true],
    [10 * SECOND, 2 * SECOND, false],
    [HOUR, -1, true],
  ])('of a life of %d ms must come first with %d ms left: %s', (life, left, must) => {
    expect(mustRenewFirst({ issuedAt: 0, expiresAt: life }, life - left)).toBe(must);
  });

  it.each<[CognitoErrorCode, string]>([
    ['Unreachable', 'again'],
    ['NotCognito', 'again'],
    ['InternalErrorException', 'again'],
    ['TooManyRequestsException', 'again'],
    ['NotAuthorizedException', 'sign-in'],
    ['RefreshTokenReuseException', 'sign-in'],
    ['ResourceNotFoundException', 'sign-in'],
    ['InvalidParameterException', 'sign-in'],
  ])('that failed with %s means: %s', (code, verdict) => {
    expect(renewalVerdict(new CognitoError(code))).toBe(verdict);
  });
});

describe('signing out', () => {
  const expires = new Date(2026, 10, 23, 14, 5).getTime();
  const session = {
    id: 's',
    connectionId: 'c',
    username: 'alice',
    groups: [],
    mark: { letter: 'A', hue: 0 },
    origin: 'signed-in',
    holds: ['id', 'access'],
    renewable: true,
    sends: 'id',
    signedInAt: 0,
    issuedAt: 0,
    expiresAt: expires,
    ends: { id: expires, access: expires - HOUR },
    status: 'active',
  } as const;
  const tokens = {
    idToken: 'i',
    accessToken: 'a',
    refreshToken: 'r',
    issuedAt: 0,
    expiresAt: { id: expires, access: expires - HOUR },
    sub: 's',
    username: 'alice',
    groups: [],
  };
  const problem = { what: 'It could not be reached.', why: '', next: '', retry: 'wait' } as const;

  it.each([
    [
      'revoked',
      expires - MINUTE,
      undefined,
      'alice is signed out, and the session is revoked at Cognito. AppSync accepts the tokens already issued until 14:05.',
    ],
    ['expired', expires + MINUTE, undefined, 'alice is signed out, and the session is revoked at Cognito.'],
    [
      'not revoked',
      expires - MINUTE,
      problem,
      'alice is signed out here, but the session could not be revoked at Cognito. It could not be reached. AppSync accepts the tokens already issued until 14:05.',
    ],
  ])('tells what is left of a session that is %s', (_case, now, why, sentence) => {
    const result = signOutResultFrom({ session, tokens, reach: 'here', problem: why }, now);
    expect(result).toMatchObject({ sentence, acceptedUntil: expires, revoked: why === undefined });
    expect(JSON.stringify(result)).not.toContain('idToken');
  });

  it('tells of several users in one sentence, and names those who are not revoked', () => {
    const of = (username: string, until: number, revoked = true): SignOutResult => ({
      username,
      reach: 'here',
      revoked,
      acceptedUntil: until,
      sentence: '',
    });
    const three = [of('alice', expires - HOUR), of('bob', expires), of('carol', 0)];
    expect(allSignedOutSentence(three, expires - 1)).toBe(
      'alice, bob and carol are signed out, and their sessions are revoked at Cognito. AppSync accepts the tokens already issued until 14:05.',
    );
    expect(allSignedOutSentence([of('alice', expires), of('bob', expires, false)], expires)).toBe(
      'alice and bob are signed out here. Not revoked at Cognito: bob.',
    );
  });
});
