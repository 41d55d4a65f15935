import { beforeAll, expect, test } from 'vitest';
import type { Api } from '../api.ts';
import type { AuthRequest } from './admission.ts';
import { admit } from './admit.ts';
import { runnableApi } from '../runnable-api.ts';
import { testDeps } from '../testing/deps.ts';
import { apiKeys, todoApi, userPool } from '../testing/todo-api.ts';
import { openTokenDesk, testPool, type TokenDesk } from '../testing/tokens.ts';

let desk: TokenDesk;
beforeAll(async () => {
  desk = await openTokenDesk();
});

const requestWith = (headers: Record<string, string>): AuthRequest => ({
  headers: new Headers(headers),
  method: 'POST',
  url: new URL('http://localhost:1/graphql'),
  body: '{"query":"{ me }"}',
});

const ask = (headers: Record<string, string>, changes: Partial<Api> = {}) =>
  admit(runnableApi(todoApi(changes)), requestWith(headers), testDeps(desk));

const onlyKeys: Partial<Api> = { defaultProvider: apiKeys, additionalProviders: [] };
const onlyPool: Partial<Api> = { additionalProviders: [] };
const bob = (claims?: Record<string, unknown>) => desk.tokenFor('bob', ['readers'], claims);
const tampered = (token: string) =>
  token.replace(/\.[^.]+\./, `.${Buffer.from('{"sub":"eve"}').toString('base64url')}.`);

type Headers_ = () => Promise<Record<string, string>> | Record<string, string>;

test.each<[string, Headers_, Partial<Api>, string]>([
  ['no header', () => ({}), {}, 'Valid authorization header not provided.'],
  ['no header at an API with keys only', () => ({}), onlyKeys, 'Missing authorization header'],
  [
    'a key where there are none',
    () => ({ 'x-api-key': 'da2-good' }),
    onlyPool,
    'Valid authorization header not provided.',
  ],
  ['a wrong key', () => ({ 'x-api-key': 'da2-bad' }), {}, 'You are not authorized to make this call.'],
  ['a key of the past', () => ({ 'x-api-key': 'da2-past' }), {}, 'You are not authorized to make this call.'],
  [
    'a signature',
    () => ({ authorization: 'AWS4-HMAC-SHA256 Credential=x' }),
    {},
    'Valid authorization header not provided.',
  ],
  [
    'a token where there is no pool',
    async () => ({ authorization: await bob() }),
    onlyKeys,
    'Valid authorization header not provided.',
  ],
  ['a password', () => ({ authorization: 'letmein' }), {}, 'Unable to parse JWT token.'],
  ['a token with Bearer', async () => ({ authorization: `Bearer ${await bob()}` }), {}, 'Unable to parse JWT token.'],
  ['three words with dots', () => ({ authorization: 'a.b.c' }), {}, 'Valid authorization header not provided.'],
  [
    'a forged token',
    async () => ({ authorization: tampered(await bob()) }),
    {},
    'Valid authorization header not provided.',
  ],
  [
    'a token of another pool',
    async () => ({ authorization: await bob({ iss: 'https://x.example/y' }) }),
    {},
    'You are not authorized to make this call.',
  ],
  [
    'a token of another client',
    async () => ({ authorization: await bob({ aud: 'other' }) }),
    {},
    'You are not authorized to make this call.',
  ],
  [
    'a token of a client whose id only begins alike',
    async () => ({ authorization: await bob({ aud: 'testclient1-2' }) }),
    {},
    'You are not authorized to make this call.',
  ],
  ['an old token', async () => ({ authorization: await bob({ exp: 1 }) }), {}, 'Token has expired.'],
])('%s is refused: %4$s', async (_, headers, changes, message) => {
  expect(await ask(await headers(), changes)).toStrictEqual({
    ok: false,
    refusal: { status: 401, errorType: 'UnauthorizedException', message },
  });
});

test('a good key makes an API key caller', async () => {
  expect(await ask({ 'x-api-key': 'da2-good' })).toStrictEqual({ ok: true, caller: { mode: 'API_KEY' } });
});

test('with a key and a token, the key decides', async () => {
  const admission = await ask({ 'x-api-key': 'da2-good', authorization: await bob() });
  expect(admission).toStrictEqual({ ok: true, caller: { mode: 'API_KEY' } });
});

test('an ID token makes an identity', async () => {
  const admission = await ask({ authorization: await bob({ email: 'bob@example.com' }) });
  expect(admission).toMatchObject({
    ok: true,
    caller: {
      mode: 'AMAZON_COGNITO_USER_POOLS',
      identity: {
        sub: 'sub-of-bob',
        issuer: `https://cognito-idp.eu-west-1.amazonaws.com/${testPool}`,
        username: 'bob',
        groups: ['readers'],
        claims: { email: 'bob@example.com', token_use: 'id' },
        defaultAuthStrategy: 'ALLOW',
      },
    },
  });
});

test('so does an access token, whose client and user name have other claims', async () => {
  const claims = {
    token_use: 'access',
    aud: undefined,
    client_id: 'testclient1',
    'cognito:username': undefined,
    username: 'bob',
  };
  expect(await ask({ authorization: await bob(claims) })).toMatchObject({
    ok: true,
    caller: { identity: { username: 'bob' } },
  });
});

test('a user in no group has null for groups, as on AppSync', async () => {
  const token = await desk.tokenFor('erin', []);
  expect(await ask({ authorization: token })).toMatchObject({ ok: true, caller: { identity: { groups: null } } });
});

test('the switch lets Bearer through', async () => {
  const admission = await ask({ authorization: `Bearer ${await bob()}` }, { settings: { acceptsBearer: true } });
  expect(admission).toMatchObject({ ok: true });
});

test('any client of the pool may come where no regular expression says otherwise', async () => {
  const defaultProvider = { mode: 'AMAZON_COGNITO_USER_POOLS', userPoolId: testPool, defaultAction: 'ALLOW' } as const;
  expect(userPool).toMatchObject({ appIdClientRegex: expect.any(String) });
  expect(await ask({ authorization: await bob({ aud: 'any' }) }, { defaultProvider })).toMatchObject({ ok: true });
});
