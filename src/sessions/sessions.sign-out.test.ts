// Signing out, here and everywhere, against the stand-in.
import { describe, expect, it } from 'vitest';
import { demoClientIds } from '../../stand-in/demo/demo-pool.ts';
import { createCognitoApi } from '../cognito/cognito-api.ts';
import { SessionExpired } from './session-expired.ts';
import type { SessionsDeps } from './sessions.ts';
import { MINUTE, sessionsBench } from './testing/sessions-bench.ts';

const { asked, isTimerSet, remake, sessions, signIn, sleep, standIn } = sessionsBench();

function gate() {
  const waiting: (() => void)[] = [];
  const opened = new Promise<void>((resolve) => waiting.push(resolve));
  return { opened, open: () => waiting.forEach((go) => go()) };
}

describe('signing out', () => {
  it('forgets at once, revokes, and says how long the token stays good', async () => {
    const [alice, bob] = [await signIn('alice'), await signIn('bob')];
    const since = standIn().levers.requests.length;
    const leaving = sessions().signOut(bob.id);
    expect(sessions().getSnapshot()).toMatchObject({ sessions: [{ id: alice.id }] });
    const result = await leaving;
    expect(asked(since)).toEqual(['RevokeToken']);
    expect(result).toMatchObject({ revoked: true, acceptedUntil: bob.expiresAt });
    expect(result?.sentence).toMatch(/^bob is signed out, .* until \d\d:\d\d\.$/);
    await expect(sessions().tokenFor(bob.id)).rejects.toBeInstanceOf(SessionExpired);
    expect(await sessions().signOut(bob.id)).toBeUndefined();
    await sessions().signOut(alice.id);
    expect(sessions().getSnapshot()).toEqual({ sessions: [] });
    expect(isTimerSet()).toBe(false);
  });

  it('says so where Cognito cannot be told', async () => {
    const { id } = await signIn('alice');
    const set = standIn().levers.misbehave({ target: 'cognito', times: 'every' }, { kind: 'drop' });
    const result = await sessions().signOut(id);
    set.remove();
    expect(result).toMatchObject({ revoked: false, problem: { what: expect.stringMatching(/could not be reached/) } });
    expect(sessions().getSnapshot().sessions).toEqual([]);
  });

  it('during a renewal revokes what the renewal brings', async () => {
    const [arrived, go] = [gate(), gate()];
    const slowToTell: SessionsDeps['apiFor'] = ({ cognitoEndpoint }) =>
      createCognitoApi({
        endpoint: cognitoEndpoint,
        fetch: async (url, init) => {
          const response = await fetch(url, init);
          if (!init.headers['X-Amz-Target']?.endsWith('GetTokensFromRefreshToken')) return response;
          arrived.open();
          await go.opened;
          return response;
        },
      });
    remake({ apiFor: slowToTell });
    const { id } = await signIn('alice', { appClientId: demoClientIds.rotatingRefresh });
    const since = standIn().levers.requests.length;
    const renewing = sessions().renewNow(id);
    await arrived.opened;
    await sessions().signOut(id);
    go.open();
    await renewing;
    expect(sessions().getSnapshot().sessions).toEqual([]);
    expect(asked(since)).toEqual(['GetTokensFromRefreshToken', 'RevokeToken', 'RevokeToken']);
  });
});

describe('signing out everywhere', () => {
  it('ends the sessions of the user at other places too', async () => {
    const [here, there] = [await signIn('alice'), await signIn('alice', { connectionId: 'team' })];
    const since = standIn().levers.requests.length;
    const result = await sessions().signOutEverywhere(here.id);
    expect(result).toMatchObject({ revoked: true, reach: 'everywhere' });
    expect(result?.sentence).toMatch(/^alice is signed out everywhere/);
    expect(asked(since)).toEqual(['GlobalSignOut']);
    expect(await sessions().renewNow(there.id)).toMatchObject({ ok: false });
  });

  it('renews first where the access token is over', async () => {
    const { id } = await signIn('alice');
    sleep(61 * MINUTE);
    const since = standIn().levers.requests.length;
    expect(await sessions().signOutEverywhere(id)).toMatchObject({ revoked: true });
    expect(asked(since)).toEqual(['GetTokensFromRefreshToken', 'GlobalSignOut']);
  });
});

it('signing out all of them revokes each', async () => {
  await signIn('alice');
  await signIn('bob');
  const results = await sessions().signOutAll();
  expect(results.map(({ username, revoked }) => [username, revoked])).toEqual([
    ['alice', true],
    ['bob', true],
  ]);
  expect(sessions().getSnapshot()).toEqual({ sessions: [] });
});
