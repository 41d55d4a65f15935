// Whom operations can run as: users of the stand-in, and beside them keys, tokens, IAM and nobody.
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { AppSyncError } from '../appsync/appsync-error.ts';
import { unverifiedClaims } from '../cognito/unverified-claims.ts';
import type { SignWithIam } from './credential.ts';
import { createIdentities, type Identities } from './identities.ts';
import { sentWords } from './identity.ts';
import { MINUTE, sessionsBench } from './testing/sessions-bench.ts';

const { now, remake, sessions, signIn, sleep } = sessionsBench();

let identities: Identities;
let signed: unknown[];
let wake: () => void;

const signWithIam: SignWithIam = (...asked) => {
  signed.push(asked);
  return Promise.resolve({ authorization: 'AWS4-HMAC-SHA256 …', 'x-amz-date': '20260101T000000Z' });
};
const setTimer = (run: () => void) => {
  wake = run;
  return () => undefined;
};

beforeEach(() => {
  signed = [];
  remake({ otherMarks: () => identities.marks() });
  identities = createIdentities({ sessions: sessions(), signWithIam, now, setTimer });
});

const request = { url: 'https://api.example.com/graphql', body: '{}', headers: { 'content-type': 'application/json' } };
const key = { authMode: 'API_KEY', key: 'da2-abcdefghijklmnopqrstuvwxyz' } as const;
const here = () => identities.inConnection('demo').map(({ name, authMode, tokenKind }) => [name, authMode, tokenKind]);

/** Of another issuer; its signature is nobody's. */
function oidcToken(claims: Record<string, unknown>): string {
  const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
  return `${part({ alg: 'RS256' })}.${part(claims)}.c2ln`;
}
const sue = (expiresInMs: number) =>
  oidcToken({ iss: 'https://id.example.com', sub: 'sue', exp: Math.floor((now() + expiresInMs) / 1000) });

describe('the identities of a connection', () => {
  it('are the users, then keys, tokens, IAM and nobody, each with a mark of its own', async () => {
    identities.add('demo', { authMode: 'NONE' });
    identities.add('demo', { authMode: 'AWS_IAM', profile: 'dev' });
    identities.add('demo', { authMode: 'OPENID_CONNECT', token: sue(MINUTE) });
    identities.add('demo', key);
    identities.add('demo', { authMode: 'AWS_LAMBDA', token: 'let-me-in' }, ' the pass ');
    identities.add('other', key);
    await signIn('alice');
    expect(here()).toEqual([
      ['alice', 'AMAZON_COGNITO_USER_POOLS', 'id'],
      ['API key', 'API_KEY', undefined],
      ['sue', 'OPENID_CONNECT', undefined],
      ['the pass', 'AWS_LAMBDA', undefined],
      ['IAM dev', 'AWS_IAM', undefined],
      ['nobody', 'NONE', undefined],
    ]);
    const marks = identities.inConnection('demo').map(({ mark: { letter, hue } }) => `${letter}${hue}`);
    expect(new Set(marks).size).toBe(marks.length);
  });

  it('are told without any secret', async () => {
    await signIn('alice');
    const token = sue(MINUTE);
    identities.add('demo', key);
    identities.add('demo', { authMode: 'OPENID_CONNECT', token });
    identities.add('demo', { authMode: 'AWS_LAMBDA', token: 'let-me-in' });
    const told = JSON.stringify(identities.getSnapshot()) + JSON.stringify(identities);
    for (const secret of [key.key, token, 'let-me-in', 'eyJ']) expect(told).not.toContain(secret);
  });

  it('are not there twice for the same key', () => {
    const first = identities.add('demo', key);
    identities.add('demo', { authMode: 'NONE' });
    expect(identities.add('demo', key).id).toBe(first.id);
    expect(here()).toHaveLength(2);
    expect(identities.active('demo')?.id).toBe(first.id);
  });

  it('change the snapshot with each change, and only then', async () => {
    const before = identities.getSnapshot();
    expect(identities.getSnapshot()).toBe(before);
    const heard = vi.fn();
    identities.subscribe(heard);
    const { id } = await signIn('alice');
    expect(heard).toHaveBeenCalledTimes(1);
    identities.setActive(id);
    expect(heard).toHaveBeenCalledTimes(1);
  });

  it('are renamed, and get their own name back', async () => {
    const { id } = await signIn('alice');
    identities.rename(id, ' the editor ');
    expect(identities.get(id)?.name).toBe('the editor');
    identities.rename(id, ' ');
    expect(identities.get(id)?.name).toBe('alice');
  });

  it('go when they are forgotten, with their connection or when the user signs out', async () => {
    const alice = await signIn('alice');
    identities.addOtherToken(alice.id);
    const { id } = identities.add('demo', key);
    identities.remove(id);
    expect(here()).toHaveLength(2);
    await sessions().signOut(alice.id);
    expect(here()).toEqual([]);
    identities.add('demo', key);
    identities.removeAllOf('demo');
    expect(identities.getSnapshot()).toEqual({ identities: [], activeIds: {} });
  });
});

describe('whom operations run as', () => {
  it('is who came last, until somebody else is chosen; then the first, where that one goes', async () => {
    const alice = await signIn('alice');
    const bob = await signIn('bob');
    const { id } = identities.add('demo', key);
    expect(identities.active('demo')?.id).toBe(id);
    identities.setActive(bob.id);
    await signIn('alice');
    expect(identities.active('demo')?.id).toBe(bob.id);
    await sessions().signOut(bob.id);
    expect(identities.active('demo')?.id).toBe(alice.id);
  });

  it('is told for each connection', async () => {
    const [demo, team] = [await signIn('alice'), await signIn('alice', { connectionId: 'team' })];
    expect(identities.getSnapshot().activeIds).toEqual({ demo: demo.id, team: team.id });
  });
});

describe('a request', () => {
  it.each([
    [key, { 'x-api-key': key.key }],
    [{ authMode: 'AWS_LAMBDA', token: 'Custom let-me-in' } as const, { Authorization: 'Custom let-me-in' }],
    [{ authMode: 'NONE' } as const, {}],
  ])('by %o says who asks', async (credential, headers) => {
    const { id } = identities.add('demo', credential);
    expect(await identities.authorizeFor(id)(request)).toEqual(headers);
  });

  it('by IAM is signed by whoever can', async () => {
    const { id } = identities.add('demo', { authMode: 'AWS_IAM', profile: 'dev' });
    expect(await identities.authorizeFor(id)(request)).toMatchObject({ 'x-amz-date': expect.any(String) });
    expect(signed).toEqual([['demo', 'dev', request]]);
  });

  it('by a user sends the token chosen for the session; the second identity sends the other one', async () => {
    const { id } = await signIn('alice');
    const other = identities.addOtherToken(id);
    const useOf = async (identity: string) => {
      const { Authorization = '' } = await identities.authorizeFor(identity)(request);
      return unverifiedClaims(Authorization)?.['token_use'];
    };
    expect([await useOf(id), await useOf(other?.id ?? '')]).toEqual(['id', 'access']);
    expect(here().map(([name]) => name)).toEqual(['alice', 'alice, access token']);
    expect(identities.inConnection('demo').map(sentWords)).toEqual(['ID token', 'access token']);
    expect(identities.addOtherToken(id)?.id).toBe(other?.id);
  });

  it('by a second token whose time is over before the first one’s is seen to be over', async () => {
    const { id } = await signIn('alice', {
      tokens: ({ refreshToken: _none, expiresAt, ...tokens }) => ({
        ...tokens,
        expiresAt: { ...expiresAt, access: now() + MINUTE },
      }),
    });
    const other = identities.addOtherToken(id);
    sleep(2 * MINUTE);
    wake();
    expect(identities.inConnection('demo').map(({ status }) => status)).toEqual(['active', 'expired']);
    await expect(identities.authorizeFor(other?.id ?? '')(request)).rejects.toThrow('has expired');
  });

  it('has nothing to ask with once its identity is forgotten, or its session over', async () => {
    const { id } = identities.add('demo', key, 'staging key');
    const authorize = identities.authorizeFor(id);
    identities.remove(id);
    await expect(authorize(request)).rejects.toThrow('staging key is forgotten.');
    const alice = await signIn('alice', { tokens: ({ refreshToken: _none, ...tokens }) => tokens });
    sleep(61 * MINUTE);
    const error = await identities
      .authorizeFor(alice.id)(request)
      .catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(AppSyncError);
    expect(error).toMatchObject({ code: 'NotAuthorized', message: expect.stringContaining('has expired') });
  });
});

describe('a pasted token of another issuer', () => {
  it('says whose it is and how long it is good, and is not sent past its end', async () => {
    const { id, expiresAt } = identities.add('demo', { authMode: 'OPENID_CONNECT', token: sue(MINUTE) });
    expect(identities.get(id)).toMatchObject({ name: 'sue', detail: 'https://id.example.com', status: 'active' });
    expect(expiresAt).toBeGreaterThan(now() + MINUTE - 1001);
    sleep(2 * MINUTE);
    wake();
    expect(identities.get(id)?.status).toBe('expired');
    await expect(identities.authorizeFor(id)(request)).rejects.toThrow(/The token of sue expired at \d\d:\d\d\./);
  });
});
