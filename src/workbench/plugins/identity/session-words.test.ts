import { describe, expect, it } from 'vitest';
import type { Session } from '../../../sessions/session.ts';
import { cameInWords, copiedWords, endWords, groupsChangeWords, whyNotRenewable } from './session-words.ts';

const at = (hour: number, minute: number) => new Date(2026, 10, 23, hour, minute).getTime();

const session: Session = {
  id: 'session-1',
  connectionId: 'demo',
  username: 'alice',
  groups: ['editors'],
  mark: { letter: 'A', hue: 0 },
  origin: 'signed-in',
  authFlow: 'USER_SRP_AUTH',
  holds: ['id', 'access'],
  renewable: true,
  sends: 'id',
  signedInAt: at(13, 2),
  issuedAt: at(14, 2),
  expiresAt: at(15, 2),
  ends: { id: at(15, 2), access: at(15, 2) },
  status: 'active',
};
const problem = {
  what: 'The session has ended.',
  why: 'It is old.',
  next: 'Sign in again.',
  retry: 'start-over',
} as const;
const { authFlow: _none, ...withoutFlow } = session;

it.each<[string, Session]>([
  ['at 13:02, with a password (SRP)', session],
  ['at 13:02, with a password', { ...session, authFlow: 'USER_PASSWORD_AUTH' }],
  ['at 13:02, by a custom challenge', { ...session, authFlow: 'CUSTOM_AUTH' }],
  ['at 13:02, with a password and your AWS credentials', { ...session, authFlow: 'ADMIN_USER_PASSWORD_AUTH' }],
  ['at 13:02', { ...withoutFlow, origin: 'pasted' }],
])('came in "%s"', (words, given) => {
  expect(cameInWords(given)).toBe(words);
});

it.each<[string, Partial<Session>, string | undefined]>([
  ['can be renewed', {}, undefined],
  ['can be renewed though the last try failed', { problem }, undefined],
  ['was refused', { renewable: false, problem, status: 'renewal-failed' }, 'AppSync takes its token until 15:02.'],
  ['was refused and is over', { renewable: false, problem, status: 'expired' }, undefined],
  [
    'was pasted without a refresh token',
    { renewable: false, origin: 'pasted' },
    'It cannot be renewed: no refresh token was pasted with it.',
  ],
  [
    'came without a refresh token',
    { renewable: false },
    'It cannot be renewed: Cognito gave no refresh token. Sign in again to get new tokens.',
  ],
])('of a session that %s it is said why it cannot be renewed', (_what, change, words) => {
  expect(whyNotRenewable({ ...session, ...change })).toBe(words);
});

it.each<[string, Partial<Session>, number]>([
  ['in 52 minutes, at 15:02; renewed by itself before that', {}, at(14, 10)],
  ['in 52 minutes, at 15:02', { renewable: false }, at(14, 10)],
  ['since 15:02', {}, at(15, 2)],
])('ends "%s"', (words, change, now) => {
  expect(endWords({ ...session, ...change }, now)).toBe(words);
});

describe('after a renewal', () => {
  it.each([
    [['a'], ['a'], 'The groups are the same.'],
    [['a', 'b'], ['b', 'a'], 'The groups are the same.'],
    [[], [], 'The groups are the same.'],
    [['a'], ['a', 'b', 'c'], 'Now also in b, c.'],
    [['a', 'b'], ['a'], 'No longer in b.'],
    [['a'], ['b'], 'Now also in b. No longer in a.'],
  ])('of %j to %j it is told what changed', (before, after, words) => {
    expect(groupsChangeWords(before, after)).toBe(words);
  });
});

it('what was copied is named with its owner and its end', () => {
  expect(copiedWords('id', 'alice', at(15, 2), at(14, 0))).toBe('ID token of alice, expires 15:02');
  expect(copiedWords('access', 'bob', at(15, 2), at(16, 0))).toBe('access token of bob, expired 15:02');
});
