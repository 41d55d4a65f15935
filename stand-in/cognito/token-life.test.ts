// Refreshing, rotating, revoking, expiring.
import { decodeJwt } from 'jose';
import { beforeEach, describe, expect, test } from 'vitest';
import { demoClientIds, demoClientSecret, demoPool } from '../demo/demo-pool.ts';
import { secretHashFrom } from './secret-hash.ts';
import { resultOf, testBench } from './test-bench.ts';

const { default: usual, rotatingRefresh, secretRotating, withSecret, legacyErrors } = demoClientIds;

let bench: ReturnType<typeof testBench>;
beforeEach(() => {
  bench = testBench();
});

const refreshed = (REFRESH_TOKEN: string, extra: object = {}, clientId: string = usual) =>
  bench.refusal('InitiateAuth', bench.initiateAuth('REFRESH_TOKEN_AUTH', { REFRESH_TOKEN, ...extra }, clientId));
const exchanged = (RefreshToken: string, ClientId: string = usual, extra: object = {}) =>
  bench.refusal('GetTokensFromRefreshToken', { RefreshToken, ClientId, ...extra });
const user = (AccessToken: string) => bench.refusal('GetUser', { AccessToken });

describe('a refresh token', () => {
  test('looks like the encrypted one of Cognito', async () => {
    const { RefreshToken } = await bench.signIn('alice');
    expect(RefreshToken).toMatch(/^eyJjdHki/);
    expect(RefreshToken.split('.')).toHaveLength(5);
  });

  test.each(['REFRESH_TOKEN_AUTH', 'REFRESH_TOKEN'])('gives new tokens by %s, and stays', async (flow) => {
    const first = await bench.signIn('alice');
    bench.wait(600);
    const request = bench.initiateAuth(flow, { REFRESH_TOKEN: first.RefreshToken });
    const second = resultOf(await bench.ask('InitiateAuth', request));
    expect(second.RefreshToken).toBe('');
    const [before, after] = [decodeJwt(first.IdToken), decodeJwt(second.IdToken)];
    expect(after['auth_time']).toBe(before['auth_time']);
    expect(after['origin_jti']).toBe(before['origin_jti']);
    expect(after.iat).toBe((before.iat ?? 0) + 600);
    expect(after.jti).not.toBe(before.jti);
  });

  test('gives new tokens by GetTokensFromRefreshToken, without another refresh token', async () => {
    const { RefreshToken } = await bench.signIn('alice');
    const answer = await bench.ask('GetTokensFromRefreshToken', { RefreshToken, ClientId: usual });
    expect(Object.keys(answer)).toEqual(['AuthenticationResult']);
    expect(resultOf(answer).RefreshToken).toBe('');
    expect(await user(resultOf(answer).AccessToken)).toBe('taken: tokens');
  });

  test('carries the groups and attributes of now', async () => {
    const { RefreshToken } = await bench.signIn('erin');
    bench.user('erin').groups = ['admins'];
    const answer = await bench.ask('GetTokensFromRefreshToken', { RefreshToken, ClientId: usual });
    expect(decodeJwt(resultOf(answer).IdToken)['cognito:groups']).toEqual(['admins']);
  });

  test('expires after 30 days', async () => {
    const { RefreshToken } = await bench.signIn('alice');
    bench.wait(30 * 24 * 3600 - 1);
    expect(await refreshed(RefreshToken)).toBe('taken: tokens');
    bench.wait(1);
    expect(await refreshed(RefreshToken)).toBe('NotAuthorizedException: Refresh Token has expired');
    expect(await exchanged(RefreshToken)).toBe('NotAuthorizedException: Refresh Token has expired');
  });

  test('of another client, or of nobody, is invalid', async () => {
    const { RefreshToken } = await bench.signIn('alice');
    expect(await refreshed(RefreshToken, {}, legacyErrors)).toBe('NotAuthorizedException: Invalid Refresh Token.');
    expect(await exchanged('eyJjdHki.x.y.z.w')).toBe('NotAuthorizedException: Invalid Refresh Token.');
  });

  test('does not help a user who was disabled', async () => {
    const { RefreshToken } = await bench.signIn('alice');
    bench.user('alice').enabled = false;
    expect(await refreshed(RefreshToken)).toBe('NotAuthorizedException: User is disabled.');
  });
});

describe('a client with a secret', () => {
  const hash = (username: string) => ({ SECRET_HASH: secretHashFrom(demoClientSecret, username, withSecret) });
  const missingHash = `NotAuthorizedException: Client ${withSecret} is configured with secret but SECRET_HASH was not received`;
  const missing = `NotAuthorizedException: Client ${withSecret} is configured for secret but secret was not received`;

  test('refreshes with a hash over the real user name', async () => {
    bench = testBench({ ...demoPool(), aliasAttributes: ['email'] });
    const { RefreshToken } = await bench.signIn('alice@example.com', withSecret, hash('alice@example.com'));
    expect(await refreshed(RefreshToken, hash('alice'), withSecret)).toBe('taken: tokens');
    expect(await refreshed(RefreshToken, hash('alice@example.com'), withSecret)).toBe(
      `NotAuthorizedException: SecretHash does not match for the client: ${withSecret}`,
    );
    expect(await refreshed(RefreshToken, {}, withSecret)).toBe(missingHash);
  });

  test('exchanges and revokes with the secret itself', async () => {
    const { RefreshToken } = await bench.signIn('alice', withSecret, hash('alice'));
    expect(await exchanged(RefreshToken, withSecret)).toBe(missing);
    expect(await exchanged(RefreshToken, withSecret, { ClientSecret: 'wrong' })).toBe(
      `NotAuthorizedException: Unable to verify secret hash for client ${withSecret}`,
    );
    expect(await exchanged(RefreshToken, withSecret, { ClientSecret: demoClientSecret })).toBe('taken: tokens');
    const revocation = { Token: RefreshToken, ClientId: withSecret };
    expect(await bench.refusal('RevokeToken', revocation)).toBe('UnauthorizedException: Invalid client or secret');
    expect(await bench.ask('RevokeToken', { ...revocation, ClientSecret: demoClientSecret })).toEqual({});
  });
});

describe('rotation', () => {
  test('gives a new refresh token, and the old one lives for the grace period', async () => {
    const { RefreshToken: first } = await bench.signIn('alice', rotatingRefresh);
    const request = { RefreshToken: first, ClientId: rotatingRefresh };
    const { RefreshToken: second } = resultOf(await bench.ask('GetTokensFromRefreshToken', request));
    expect(second).toMatch(/^eyJjdHki/);
    expect(second).not.toBe(first);
    bench.wait(10);
    expect(await exchanged(first, rotatingRefresh)).toBe('taken: tokens');
    bench.wait(1);
    expect(await exchanged(first, rotatingRefresh)).toMatch(/^RefreshTokenReuseException: /);
    expect(await exchanged(second, rotatingRefresh)).toBe('taken: tokens');
  });

  test('of a client with a secret wants the secret itself each time', async () => {
    const hash = { SECRET_HASH: secretHashFrom(demoClientSecret, 'alice', secretRotating) };
    const { RefreshToken: first } = await bench.signIn('alice', secretRotating, hash);
    const withSecretItself = { ClientSecret: demoClientSecret };
    expect(await refreshed(first, hash, secretRotating)).toBe(
      'UnsupportedOperationException: This API does not support refresh token rotation',
    );
    expect(await exchanged(first, secretRotating)).toBe(
      `NotAuthorizedException: Client ${secretRotating} is configured for secret but secret was not received`,
    );
    expect(await exchanged(first, secretRotating, { ClientSecret: hash.SECRET_HASH })).toBe(
      `NotAuthorizedException: Unable to verify secret hash for client ${secretRotating}`,
    );
    const request = { RefreshToken: first, ClientId: secretRotating, ...withSecretItself };
    const { RefreshToken: second } = resultOf(await bench.ask('GetTokensFromRefreshToken', request));
    bench.wait(11);
    expect(await exchanged(first, secretRotating, withSecretItself)).toMatch(/^RefreshTokenReuseException: /);
    const revocation = { Token: second, ClientId: secretRotating };
    expect(await bench.refusal('RevokeToken', revocation)).toBe('UnauthorizedException: Invalid client or secret');
    expect(await bench.ask('RevokeToken', { ...revocation, ...withSecretItself })).toEqual({});
    expect(await exchanged(second, secretRotating, withSecretItself)).toBe(
      'NotAuthorizedException: Refresh Token has been revoked',
    );
  });

  test('does not make a sign-in live longer', async () => {
    const { RefreshToken: first } = await bench.signIn('alice', rotatingRefresh);
    bench.wait(29 * 24 * 3600);
    const request = { RefreshToken: first, ClientId: rotatingRefresh };
    const { RefreshToken: second } = resultOf(await bench.ask('GetTokensFromRefreshToken', request));
    bench.wait(24 * 3600);
    expect(await exchanged(second, rotatingRefresh)).toBe('NotAuthorizedException: Refresh Token has expired');
  });
});

describe('RevokeToken', () => {
  test('ends the refresh token and the access tokens that came of the same sign-in, and no others', async () => {
    const [one, other] = [await bench.signIn('alice'), await bench.signIn('alice')];
    expect(await bench.ask('RevokeToken', { Token: one.RefreshToken, ClientId: usual })).toEqual({});
    expect(await refreshed(one.RefreshToken)).toBe('NotAuthorizedException: Refresh Token has been revoked');
    expect(await user(one.AccessToken)).toBe('NotAuthorizedException: Access Token has been revoked');
    expect(await user(other.AccessToken)).toBe('taken: tokens');
    expect((await bench.cognito.verifier.verify(one.AccessToken)).ok).toBe(true);
  });

  test('of an unknown, a revoked or a foreign token is no error', async () => {
    const { RefreshToken } = await bench.signIn('alice');
    for (const Token of ['eyJjdHki.x.y.z.w', RefreshToken, RefreshToken]) {
      expect(await bench.ask('RevokeToken', { Token, ClientId: usual })).toEqual({});
    }
    const { RefreshToken: kept } = await bench.signIn('alice');
    expect(await bench.ask('RevokeToken', { Token: kept, ClientId: legacyErrors })).toEqual({});
    expect(await refreshed(kept)).toBe('taken: tokens');
  });

  test('of an access token is refused', async () => {
    const { AccessToken } = await bench.signIn('alice');
    expect(await bench.refusal('RevokeToken', { Token: AccessToken, ClientId: usual })).toMatch(
      /^UnsupportedTokenTypeException: /,
    );
  });

  test('is refused where the client has revocation turned off', async () => {
    const pool = demoPool();
    const clients = pool.clients.map((client) => ({ ...client, enableTokenRevocation: false }));
    bench = testBench({ ...pool, clients });
    const { RefreshToken } = await bench.signIn('alice');
    expect(await bench.refusal('RevokeToken', { Token: RefreshToken, ClientId: usual })).toMatch(
      /^UnsupportedOperationException: /,
    );
  });
});

test('GlobalSignOut ends every sign-in of the user, whose tokens still verify', async () => {
  const [one, other, foreign] = [await bench.signIn('alice'), await bench.signIn('alice'), await bench.signIn('bob')];
  expect(await bench.ask('GlobalSignOut', { AccessToken: one.AccessToken })).toEqual({});
  expect(await refreshed(other.RefreshToken)).toBe('NotAuthorizedException: Refresh Token has been revoked');
  expect(await user(other.AccessToken)).toBe('NotAuthorizedException: Access Token has been revoked');
  expect(await user(foreign.AccessToken)).toBe('taken: tokens');
  expect((await bench.cognito.verifier.verify(other.IdToken)).ok).toBe(true);
});

describe('an access token', () => {
  test('tells who its user is', async () => {
    const { AccessToken } = await bench.signIn('alice');
    expect(await bench.ask('GetUser', { AccessToken })).toEqual({
      Username: 'alice',
      UserAttributes: [
        { Name: 'sub', Value: bench.user('alice').sub },
        { Name: 'email', Value: 'alice@example.com' },
        { Name: 'email_verified', Value: 'true' },
        { Name: 'name', Value: 'Alice Monteiro' },
      ],
    });
  });

  test('expires after an hour', async () => {
    const { AccessToken } = await bench.signIn('alice');
    bench.wait(3599);
    expect(await user(AccessToken)).toBe('taken: tokens');
    bench.wait(1);
    expect(await user(AccessToken)).toBe('NotAuthorizedException: Access Token has expired');
  });

  test('is neither an ID token nor text', async () => {
    const { IdToken, AccessToken } = await bench.signIn('alice');
    const forged = `${AccessToken.slice(0, -4)}AAAA`;
    for (const token of [IdToken, 'text', forged]) {
      expect(await user(token)).toBe('NotAuthorizedException: Invalid Access Token');
    }
  });
});
