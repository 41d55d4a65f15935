// Renewals against the stand-in, with a clock that both share and a timer that the test lets go.
import { describe, expect, it } from 'vitest';
import { demoClientIds } from '../../stand-in/demo/demo-pool.ts';
import { SessionExpired } from './session-expired.ts';
import type { Session } from './session.ts';
import { MINUTE, sessionsBench } from './testing/sessions-bench.ts';

const { asked, now, pass, sentClaims, sessions, shown, signIn, sleep, standIn, until } = sessionsBench();

const active = ({ status }: Session) => status === 'active';

describe('a renewal', () => {
  it('comes by itself five minutes before the end, without a break', async () => {
    const { id, expiresAt, signedInAt } = await signIn('alice');
    const since = standIn().levers.requests.length;
    pass(54 * MINUTE);
    expect(asked(since)).toEqual([]);
    const renewed = until(id, (session) => session.status === 'active' && session.expiresAt > expiresAt);
    pass(2 * MINUTE);
    expect(shown(id).status).toBe('renewing');
    expect(await renewed).toMatchObject({ signedInAt });
    expect(asked(since)).toEqual(['GetTokensFromRefreshToken']);
  });

  it('brings new groups', async () => {
    const { id } = await signIn('erin');
    standIn().levers.user('erin').groups = ['readers'];
    expect(await sessions().renewNow(id)).toEqual({ ok: true });
    standIn().levers.user('erin').groups = [];
    expect(shown(id).groups).toEqual(['readers']);
  });

  it('comes on demand after a sleep that outlasted the token', async () => {
    const { id } = await signIn('alice');
    sleep(3 * 60 * MINUTE);
    const claims = await sentClaims(id);
    expect(Number(claims?.['exp']) * 1000).toBeGreaterThan(now());
    expect(shown(id).status).toBe('active');
  });

  it('runs once for all who wait for it', async () => {
    const { id } = await signIn('alice');
    const since = standIn().levers.requests.length;
    sleep(61 * MINUTE);
    const [one, two] = await Promise.all([sessions().tokenFor(id), sessions().tokenFor(id), sessions().renewNow(id)]);
    expect(one).toEqual(two);
    expect(asked(since)).toEqual(['GetTokensFromRefreshToken']);
  });

  it('keeps nobody waiting while the token is good', async () => {
    const { id } = await signIn('alice');
    const held = standIn().levers.misbehave({ target: 'cognito' }, { kind: 'hold' });
    sleep(57 * MINUTE);
    expect((await sessions().tokenFor(id)).kind).toBe('id');
    await held.arrived;
    held.release();
    await until(id, active);
  });

  it('goes with a client that rotates its refresh tokens, again and again', async () => {
    const { id } = await signIn('alice', { appClientId: demoClientIds.rotatingRefresh });
    for (let round = 0; round < 3; round += 1) {
      sleep(61 * MINUTE);
      // oxlint-disable-next-line no-await-in-loop -- each needs the refresh token that the last one brought
      expect(await sentClaims(id)).toMatchObject({ token_use: 'id' });
    }
  });

  it('falls back to REFRESH_TOKEN_AUTH where the newer way is unknown, and remembers that', async () => {
    const { id } = await signIn('alice');
    const unknown = { kind: 'error', type: 'UnknownOperationException', message: '' } as const;
    const set = standIn().levers.misbehave(
      { target: 'cognito', operation: 'GetTokensFromRefreshToken', times: 'every' },
      unknown,
    );
    const since = standIn().levers.requests.length;
    expect(await sessions().renewNow(id)).toEqual({ ok: true });
    expect(await sessions().renewNow(id)).toEqual({ ok: true });
    set.remove();
    expect(asked(since)).toEqual(['GetTokensFromRefreshToken', 'InitiateAuth', 'InitiateAuth']);
  });

  it('that found no way through is tried again, and says why meanwhile', async () => {
    const { id } = await signIn('alice');
    const set = standIn().levers.misbehave({ target: 'cognito', times: 'every' }, { kind: 'drop' });
    pass(55 * MINUTE);
    const problem = { what: expect.stringMatching(/could not be reached/) };
    expect(await until(id, (session) => session.problem !== undefined && active(session))).toMatchObject({ problem });
    expect((await sessions().tokenFor(id)).kind).toBe('id');
    set.remove();
    const well = until(id, (session) => session.problem === undefined);
    await until(id, active);
    pass(3000);
    expect(await well).toMatchObject({ status: 'active' });
  });

  it('that Cognito refuses asks for a new sign-in, and the token is good until its end', async () => {
    const { id } = await signIn('alice');
    standIn().levers.expireRefreshTokens();
    expect(await sessions().renewNow(id)).toMatchObject({ ok: false, problem: { retry: 'start-over' } });
    expect(shown(id)).toMatchObject({ status: 'renewal-failed', problem: { awsMessage: 'Refresh Token has expired' } });
    expect((await sessions().tokenFor(id)).kind).toBe('id');
    pass(61 * MINUTE);
    expect(shown(id)).toMatchObject({ status: 'expired' });
    const since = standIn().levers.requests.length;
    const refusal: unknown = await sessions()
      .tokenFor(id)
      .catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(SessionExpired);
    expect(String(refusal)).toMatch(
      /The token of alice has expired and could not be renewed\. The session has ended\. Sign in again\./,
    );
    expect(asked(since)).toEqual([]);
    expect(await signIn('alice')).toMatchObject({ id, status: 'active' });
  });

  it('is not to be had without a refresh token', async () => {
    const { id } = await signIn('alice', { tokens: ({ refreshToken: _none, ...tokens }) => tokens });
    expect(await sessions().renewNow(id)).toMatchObject({ ok: false });
    expect(shown(id).status).toBe('active');
    pass(61 * MINUTE);
    expect(shown(id).status).toBe('expired');
    await expect(sessions().tokenFor(id)).rejects.toThrow('The token of alice has expired. Sign in again to go on.');
  });

  it('follows the token that is sent, where the two kinds live differently', async () => {
    standIn().levers.setTokenLife(demoClientIds.default, { accessToken: 5 * 60 });
    const { id } = await signIn('alice');
    standIn().levers.setTokenLife(demoClientIds.default, { accessToken: 3600 });
    const since = standIn().levers.requests.length;
    pass(10 * MINUTE);
    expect(asked(since)).toEqual([]);
    sessions().setSends(id, 'access');
    expect(shown(id).expiresAt).toBeLessThan(now());
    expect(await sentClaims(id)).toMatchObject({ token_use: 'access' });
    expect(shown(id).expiresAt).toBeGreaterThan(now());
  });
});
