// Sessions that need more than a refresh token to be renewed, and sessions that were pasted, against the stand-in.
import { describe, expect, it } from 'vitest';
import { demoDeviceClientId, demoDevicePoolId } from '../../stand-in/demo/demo-device-pool.ts';
import { demoClientIds, demoClientSecret } from '../../stand-in/demo/demo-pool.ts';
import { parsePastedTokens } from '../cognito/pasted-tokens.ts';
import type { TokenKind } from '../cognito/tokens.ts';
import type { Session } from './session.ts';
import { MINUTE, sessionsBench, type Who } from './testing/sessions-bench.ts';

const { asked, now, pass, poolOf, sentClaims, sessions, shown, signIn, sleep, standIn, until } = sessionsBench();

const withSecret = { appClientId: demoClientIds.withSecret, clientSecret: demoClientSecret };
const secretRotating = { appClientId: demoClientIds.secretRotating, clientSecret: demoClientSecret };
const withDevice = { userPoolId: demoDevicePoolId, appClientId: demoDeviceClientId };

describe('a session is renewed, again and again, and revoked', () => {
  it.each<[string, string, Who]>([
    ['a client with a secret', 'alice', withSecret],
    ['a client with a secret and rotation', 'alice', secretRotating],
    ['a pool that tracks devices', 'vera', withDevice],
  ])('at %s', async (_case, username, who) => {
    const { id } = await signIn(username, who);
    for (let round = 0; round < 2; round += 1) {
      sleep(61 * MINUTE);
      // oxlint-disable-next-line no-await-in-loop -- each needs what the last one brought
      expect(await sentClaims(id)).toMatchObject({ token_use: 'id' });
    }
    expect(await sessions().signOut(id)).toMatchObject({ revoked: true });
  });

  it.each<[string, string, Who]>([
    ['a client with a secret', 'alice', withSecret],
    ['a pool that tracks devices', 'vera', withDevice],
  ])('by REFRESH_TOKEN_AUTH, where the newer way is unknown, at %s', async (_case, username, who) => {
    const { id } = await signIn(username, who);
    const set = standIn().levers.misbehave(
      { target: 'cognito', operation: 'GetTokensFromRefreshToken', times: 'every' },
      { kind: 'error', type: 'UnknownOperationException', message: '' },
    );
    const renewed = await sessions().renewNow(id);
    set.remove();
    expect(renewed).toEqual({ ok: true });
  });
});

describe('a client secret', () => {
  it('that worked is there for the next sign-in at the same client, until it is forgotten', async () => {
    const pool = poolOf(withSecret);
    expect(sessions().clientSecretFor(pool)).toBeUndefined();
    await signIn('alice', withSecret);
    expect(sessions().clientSecretFor(pool)).toBe(demoClientSecret);
    expect(sessions().clientSecretFor(poolOf())).toBeUndefined();
    expect(sessions().clientSecretFor({ ...pool, cognitoEndpoint: 'https://evil.example/' })).toBeUndefined();
    expect(JSON.stringify([sessions(), sessions().getSnapshot()])).not.toContain(demoClientSecret);
    sessions().forgetClientSecret(pool);
    expect(sessions().clientSecretFor(pool)).toBeUndefined();
  });

  it('that is not known at the renewal is named as what is missing', async () => {
    const { tokens, pool } = await pasted('alice', withSecret);
    const { id } = sessions().add({ connectionId: 'demo', pool, origin: 'pasted', username: 'alice', tokens });
    sessions().forgetClientSecret(pool);
    expect(await sessions().renewNow(id)).toMatchObject({
      ok: false,
      problem: { what: 'The app client has a secret, and none was sent.', action: 'client-secret' },
    });
  });

  it('that the renewal refuses is not there for the next sign-in', async () => {
    const { tokens, pool } = await pasted('alice', withSecret);
    const wrong = {
      connectionId: 'demo',
      pool,
      origin: 'pasted',
      username: 'alice',
      clientSecret: 'mistyped',
    } as const;
    const { id } = sessions().add({ ...wrong, tokens });
    expect(sessions().clientSecretFor(pool)).toBe('mistyped');
    expect(await sessions().renewNow(id)).toMatchObject({
      ok: false,
      problem: { what: 'The client secret is not the right one.', action: 'client-secret' },
    });
    expect(sessions().clientSecretFor(pool)).toBeUndefined();
  });
});

/** What the AWS CLI would have kept in creds.json, read as if it were pasted. */
async function pasted(username: string, who: Who = {}, kinds: readonly TokenKind[] = ['id', 'access'], whole = true) {
  const { id } = await signIn(username, { ...who, connectionId: 'elsewhere' });
  const pool = poolOf(who);
  let refreshToken: string | undefined;
  // The refresh token leaves no session: a second sign-in brings one to paste.
  await signIn(username, {
    ...who,
    connectionId: 'elsewhere',
    tokens: (tokens) => {
      ({ refreshToken } = tokens);
      return tokens;
    },
  });
  const text = JSON.stringify({
    AuthenticationResult: {
      ...(kinds.includes('id') && { IdToken: sessions().copyOf(id, 'id') }),
      ...(kinds.includes('access') && { AccessToken: sessions().copyOf(id, 'access') }),
      ...(whole && { RefreshToken: refreshToken }),
    },
  });
  const read = parsePastedTokens(text, pool, now());
  if (!read.ok) throw new Error(read.wrong);
  return { ...read, pool };
}

describe('a pasted session', () => {
  const addPasted = async (...how: Parameters<typeof pasted>): Promise<Session> => {
    const { tokens, username, pool } = await pasted(...how);
    return sessions().add({ connectionId: 'demo', pool, origin: 'pasted', username, tokens });
  };

  it('is marked, and renewed like any other where a refresh token came with it', async () => {
    const session = await addPasted('alice');
    expect(session).toMatchObject({ origin: 'pasted', username: 'alice', renewable: true, holds: ['id', 'access'] });
    expect(session).not.toHaveProperty('authFlow');
    sleep(61 * MINUTE);
    expect(await sentClaims(session.id)).toMatchObject({ token_use: 'id' });
  });

  it('that is over is renewed at once', async () => {
    const { tokens, pool } = await pasted('alice');
    sleep(61 * MINUTE);
    const { id } = sessions().add({ connectionId: 'demo', pool, origin: 'pasted', username: 'alice', tokens });
    const renewed = until(id, ({ status, expiresAt }) => status === 'active' && expiresAt > now());
    pass(1);
    expect(await renewed).toMatchObject({ origin: 'pasted' });
  });

  it('of an access token alone sends that, until its end', async () => {
    const { id } = await addPasted('alice', {}, ['access'], false);
    expect(shown(id)).toMatchObject({ sends: 'access', holds: ['access'], renewable: false });
    expect(await sentClaims(id)).toMatchObject({ token_use: 'access' });
    sessions().setSends(id, 'id');
    expect(shown(id).sends).toBe('access');
    expect(sessions().claimsOf(id)).not.toHaveProperty('id');
    expect(sessions().copyOf(id, 'id')).toBeUndefined();
    pass(61 * MINUTE);
    expect(shown(id).status).toBe('expired');
    expect(await sessions().signOut(id)).toMatchObject({
      revoked: false,
      sentence: 'alice is signed out here. There was no refresh token to revoke.',
    });
  });

  it('of an access token with a refresh token holds both after a renewal', async () => {
    const { id } = await addPasted('alice', {}, ['access']);
    expect(await sessions().renewNow(id)).toEqual({ ok: true });
    expect(shown(id)).toMatchObject({ holds: ['id', 'access'], sends: 'access' });
  });

  it('of an ID token alone cannot be signed out everywhere', async () => {
    const { id } = await addPasted('alice', {}, ['id'], false);
    const since = standIn().levers.requests.length;
    expect(await sessions().signOutEverywhere(id)).toMatchObject({
      revoked: false,
      problem: { what: 'There is no access token to show to Cognito.' },
    });
    expect(asked(since)).toEqual([]);
  });

  it('of a pool that tracks devices is renewed under the device that its access token names', async () => {
    const { id } = await addPasted('vera', withDevice);
    expect(await sessions().renewNow(id)).toEqual({ ok: true });
  });

  it('of a client with a secret is renewed with the one that is known', async () => {
    const { id } = await addPasted('alice', withSecret);
    expect(await sessions().renewNow(id)).toEqual({ ok: true });
  });
});
