import { expect, it } from 'vitest';
import { missingFrom, type Typed, type Way } from './typed.ts';

const all: Typed = { username: 'bob', password: 'pw', clientSecret: 's' };
const srp = { authFlow: 'USER_SRP_AUTH', clientSecret: true } as const;

it.each<[string, Partial<Typed>, Way, Parameters<typeof missingFrom>[2], keyof Typed | undefined]>([
  ['nothing of a whole form', {}, 'sign-in', srp, undefined],
  ['the name before the password', { username: '', password: '' }, 'sign-in', srp, 'username'],
  ['the password', { password: '' }, 'sign-in', srp, 'password'],
  ['no password where triggers ask', { password: '' }, 'sign-in', { ...srp, authFlow: 'CUSTOM_AUTH' }, undefined],
  ['no password to set a new one', { password: '' }, 'forgot-password', srp, undefined],
  ['the name to set a new one', { username: '' }, 'forgot-password', srp, 'username'],
  ['a secret that the connection tells of', { clientSecret: '' }, 'confirm-sign-up', srp, 'clientSecret'],
  ['no secret of a public client', { clientSecret: '' }, 'sign-in', { ...srp, clientSecret: false }, undefined],
])('misses %s', (_case, typed, way, wants, field) => {
  expect(missingFrom({ ...all, ...typed }, way, wants)?.field).toBe(field);
});
