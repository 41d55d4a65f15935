// Who is signed in, and with which tokens, against the stand-in.
import { describe, expect, it, vi } from 'vitest';
import { unverifiedClaims } from '../cognito/unverified-claims.ts';
import { MINUTE, sessionsBench } from './testing/sessions-bench.ts';

const { now, sentClaims, sessions, signIn, sleep } = sessionsBench();

describe('who is signed in', () => {
  it('is listed in order, each with a mark of their own', async () => {
    const [carol, bob] = [await signIn('carol'), await signIn('bob')];
    const snapshot = sessions().getSnapshot();
    expect(snapshot.sessions).toEqual([carol, bob]);
    expect(carol).toMatchObject({
      username: 'carol',
      groups: ['admins'],
      sends: 'id',
      status: 'active',
      mark: { letter: 'C' },
    });
    expect(carol.expiresAt - now()).toBeGreaterThan(59 * MINUTE);
    expect(bob.mark).not.toEqual(carol.mark);
  });

  it('is told without any token', async () => {
    const { id } = await signIn('carol');
    const { token } = await sessions().tokenFor(id);
    expect(token).toMatch(/^eyJ/);
    expect(JSON.stringify(sessions().getSnapshot())).not.toContain('eyJ');
    expect(JSON.stringify(sessions())).not.toContain('eyJ');
  });

  it('is a new snapshot after a change and the same without', async () => {
    const before = sessions().getSnapshot();
    expect(sessions().getSnapshot()).toBe(before);
    const heard = vi.fn();
    const stop = sessions().subscribe(heard);
    const { id } = await signIn('carol');
    expect(heard).toHaveBeenCalledTimes(1);
    expect(before.sessions).toEqual([]);
    stop();
    sessions().setSends(id, 'access');
    expect(heard).toHaveBeenCalledTimes(1);
  });

  it('may be the same user on two connections', async () => {
    const [demo, team] = [await signIn('alice'), await signIn('alice', { connectionId: 'team' })];
    expect(demo.id).not.toBe(team.id);
    expect(sessions().getSnapshot().sessions).toEqual([demo, team]);
  });

  it('who signs in again stays in place, with id, mark and choice of token', async () => {
    const alice = await signIn('alice');
    const bob = await signIn('bob');
    sessions().setSends(alice.id, 'access');
    sleep(10 * MINUTE);
    const again = await signIn('alice');
    expect(again).toMatchObject({ id: alice.id, mark: alice.mark, sends: 'access' });
    expect(again.signedInAt).toBeGreaterThan(alice.signedInAt);
    expect(sessions().getSnapshot()).toMatchObject({ sessions: [{ id: alice.id }, { id: bob.id }] });
  });

  it('sends the ID token, or the access token where that is chosen', async () => {
    const { id } = await signIn('alice');
    expect(await sentClaims(id)).toMatchObject({ token_use: 'id' });
    sessions().setSends(id, 'access');
    expect(await sessions().tokenFor(id)).toMatchObject({ kind: 'access' });
    expect(await sentClaims(id)).toMatchObject({ token_use: 'access' });
  });

  it('gives the other token too, to who asks for it', async () => {
    const { id, sends } = await signIn('alice');
    const { token, kind } = await sessions().tokenFor(id, 'access');
    expect([sends, kind]).toEqual(['id', 'access']);
    expect(unverifiedClaims(token)).toMatchObject({ token_use: 'access' });
  });
});

describe('the token of a session', () => {
  it('can be read and copied, and is not verified by reading', async () => {
    const { id } = await signIn('alice');
    expect(sessions().claimsOf(id)).toMatchObject({
      id: { token_use: 'id', 'cognito:username': 'alice' },
      access: { token_use: 'access', username: 'alice' },
    });
    expect(unverifiedClaims(sessions().copyOf(id, 'access') ?? '')).toMatchObject({ token_use: 'access' });
    expect(sessions().claimsOf('nobody')).toBeUndefined();
    expect(sessions().copyOf('nobody', 'id')).toBeUndefined();
  });

  it('is verified against the pool’s keys', async () => {
    const { id } = await signIn('alice');
    expect(await sessions().verify(id)).toMatchObject([
      { kind: 'id', verdict: 'good' },
      { kind: 'access', verdict: 'good' },
    ]);
    sleep(61 * MINUTE);
    expect((await sessions().verify(id)).map(({ verdict }) => verdict)).toEqual(['expired', 'expired']);
    expect(await sessions().verify('nobody')).toEqual([]);
  });
});
