// The sessions against the stand-in, with a clock that both share and a timer that the test lets go.
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { demoClientIds, demoPassword, demoPoolId } from '../../stand-in/demo/demo-pool.ts';
import { startStandIn, type StandIn } from '../../stand-in/start.ts';
import { createCognitoApi } from '../cognito/cognito-api.ts';
import { tokensFrom, type Tokens } from '../cognito/tokens.ts';
import { unverifiedClaims } from '../cognito/unverified-claims.ts';
import { SessionExpired } from './session-expired.ts';
import type { Session } from './session.ts';
import { createSessions, type Sessions, type SessionsDeps } from './sessions.ts';

const MINUTE = 60_000;
let standIn: StandIn;
beforeAll(async () => {
  standIn = await startStandIn();
});
afterAll(() => standIn.close());

const now = () => standIn.levers.now();
let timer: { run: () => void; at: number } | undefined;
let sessions: Sessions;

const setTimer: SessionsDeps['setTimer'] = (run, afterMs) => {
  const mine = { run, at: now() + afterMs };
  timer = mine;
  return () => {
    if (timer === mine) timer = undefined;
  };
};
const apiFor: SessionsDeps['apiFor'] = ({ cognitoEndpoint }) =>
  createCognitoApi({ endpoint: cognitoEndpoint, fetch: (url, init) => fetch(url, init) });

beforeEach(() => {
  timer = undefined;
  sessions = createSessions({ now, setTimer, apiFor, fetchKeys: fetch });
});

/** The machine was awake: the timer fires as often as it is due. */
function pass(ms: number): void {
  const end = now() + ms;
  while (timer !== undefined && timer.at <= end) {
    const due = timer;
    standIn.levers.moveClock(Math.max(due.at - now(), 0));
    timer = undefined;
    due.run();
  }
  standIn.levers.moveClock(Math.max(end - now(), 0));
}

/** The machine slept: time went on, no timer did. */
const sleep = (ms: number) => standIn.levers.moveClock(ms);

interface Who {
  readonly connectionId?: string;
  readonly appClientId?: string;
  readonly tokens?: (tokens: Tokens) => Tokens;
}

async function signIn(username: string, who: Who = {}): Promise<Session> {
  const { connectionId = 'demo', appClientId = demoClientIds.default, tokens: change = (tokens) => tokens } = who;
  const pool = { userPoolId: demoPoolId, appClientId, cognitoEndpoint: standIn.cognitoEndpoint };
  const AuthParameters = { USERNAME: username, PASSWORD: demoPassword };
  const reply = await apiFor(pool).initiateAuth({
    AuthFlow: 'USER_PASSWORD_AUTH',
    ClientId: appClientId,
    AuthParameters,
  });
  const parsed = reply.kind === 'tokens' ? tokensFrom(reply.result, now()) : { ok: false as const, wrong: reply.name };
  if (!parsed.ok) throw new Error(parsed.wrong);
  return sessions.add({ connectionId, pool, origin: 'signed-in', username, tokens: change(parsed.tokens) });
}

function shown(id: string): Session {
  const session = sessions.getSnapshot().sessions.find((candidate) => candidate.id === id);
  if (session === undefined) throw new Error(`There is no ${id}.`);
  return session;
}

/** The first time that the session is as asked for, from now on or already. */
function until(id: string, isThere: (session: Session) => boolean): Promise<Session> {
  return new Promise((resolve) => {
    const stop = sessions.subscribe(look);
    look();
    function look() {
      const session = sessions.getSnapshot().sessions.find((candidate) => candidate.id === id);
      if (session === undefined || !isThere(session)) return;
      queueMicrotask(() => stop());
      resolve(session);
    }
  });
}
const active = ({ status }: Session) => status === 'active';

function gate() {
  const waiting: (() => void)[] = [];
  const opened = new Promise<void>((resolve) => waiting.push(resolve));
  return { opened, open: () => waiting.forEach((go) => go()) };
}

function asked(since: number): (string | null)[] {
  return standIn.levers.requests.slice(since).map(({ operation }) => operation);
}
const claimsOf = async (id: string) => unverifiedClaims((await sessions.tokenFor(id)).token);

describe('who is signed in', () => {
  it('is listed in order, each with a mark of their own, and the last is who requests run as', async () => {
    const [carol, bob] = [await signIn('carol'), await signIn('bob')];
    const snapshot = sessions.getSnapshot();
    expect(snapshot.sessions).toEqual([carol, bob]);
    expect(snapshot.activeIds).toEqual({ demo: bob.id });
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
    const { token } = await sessions.tokenFor(id);
    expect(token).toMatch(/^eyJ/);
    expect(JSON.stringify(sessions.getSnapshot())).not.toContain('eyJ');
    expect(JSON.stringify(sessions)).not.toContain('eyJ');
  });

  it('is a new snapshot after a change and the same without', async () => {
    const before = sessions.getSnapshot();
    expect(sessions.getSnapshot()).toBe(before);
    const heard = vi.fn();
    const stop = sessions.subscribe(heard);
    const { id } = await signIn('carol');
    expect(heard).toHaveBeenCalledTimes(1);
    expect(before.sessions).toEqual([]);
    sessions.setActive(id);
    expect(heard).toHaveBeenCalledTimes(1);
    stop();
    sessions.setSends(id, 'access');
    expect(heard).toHaveBeenCalledTimes(1);
  });

  it('may be the same user on two connections', async () => {
    const [demo, team] = [await signIn('alice'), await signIn('alice', { connectionId: 'team' })];
    expect(demo.id).not.toBe(team.id);
    expect(sessions.getSnapshot().activeIds).toEqual({ demo: demo.id, team: team.id });
  });

  it('who signs in again stays in place, with id, mark and choice of token', async () => {
    const alice = await signIn('alice');
    const bob = await signIn('bob');
    sessions.setSends(alice.id, 'access');
    sleep(10 * MINUTE);
    const again = await signIn('alice');
    expect(again).toMatchObject({ id: alice.id, mark: alice.mark, sends: 'access' });
    expect(again.signedInAt).toBeGreaterThan(alice.signedInAt);
    expect(sessions.getSnapshot()).toMatchObject({
      sessions: [{ id: alice.id }, { id: bob.id }],
      activeIds: { demo: bob.id },
    });
  });

  it('sends the ID token, or the access token where that is chosen', async () => {
    const { id } = await signIn('alice');
    expect(await claimsOf(id)).toMatchObject({ token_use: 'id' });
    sessions.setSends(id, 'access');
    expect(await sessions.tokenFor(id)).toMatchObject({ kind: 'access' });
    expect(await claimsOf(id)).toMatchObject({ token_use: 'access' });
  });
});

describe('a renewal', () => {
  it('comes by itself five minutes before the end, without a break', async () => {
    const { id, expiresAt, signedInAt } = await signIn('alice');
    const since = standIn.levers.requests.length;
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
    standIn.levers.user('erin').groups = ['readers'];
    expect(await sessions.renewNow(id)).toEqual({ ok: true });
    standIn.levers.user('erin').groups = [];
    expect(shown(id).groups).toEqual(['readers']);
  });

  it('comes on demand after a sleep that outlasted the token', async () => {
    const { id } = await signIn('alice');
    sleep(3 * 60 * MINUTE);
    const claims = await claimsOf(id);
    expect(Number(claims?.['exp']) * 1000).toBeGreaterThan(now());
    expect(shown(id).status).toBe('active');
  });

  it('runs once for all who wait for it', async () => {
    const { id } = await signIn('alice');
    const since = standIn.levers.requests.length;
    sleep(61 * MINUTE);
    const [one, two] = await Promise.all([sessions.tokenFor(id), sessions.tokenFor(id), sessions.renewNow(id)]);
    expect(one).toEqual(two);
    expect(asked(since)).toEqual(['GetTokensFromRefreshToken']);
  });

  it('keeps nobody waiting while the token is good', async () => {
    const { id } = await signIn('alice');
    const held = standIn.levers.misbehave({ target: 'cognito' }, { kind: 'hold' });
    sleep(57 * MINUTE);
    expect((await sessions.tokenFor(id)).kind).toBe('id');
    await held.arrived;
    held.release();
    await until(id, active);
  });

  it('goes with a client that rotates its refresh tokens, again and again', async () => {
    const { id } = await signIn('alice', { appClientId: demoClientIds.rotatingRefresh });
    for (let round = 0; round < 3; round += 1) {
      sleep(61 * MINUTE);
      // oxlint-disable-next-line no-await-in-loop -- each needs the refresh token that the last one brought
      expect(await claimsOf(id)).toMatchObject({ token_use: 'id' });
    }
  });

  it('falls back to REFRESH_TOKEN_AUTH where the newer way is unknown, and remembers that', async () => {
    const { id } = await signIn('alice');
    const unknown = { kind: 'error', type: 'UnknownOperationException', message: '' } as const;
    const set = standIn.levers.misbehave(
      { target: 'cognito', operation: 'GetTokensFromRefreshToken', times: 'every' },
      unknown,
    );
    const since = standIn.levers.requests.length;
    expect(await sessions.renewNow(id)).toEqual({ ok: true });
    expect(await sessions.renewNow(id)).toEqual({ ok: true });
    set.remove();
    expect(asked(since)).toEqual(['GetTokensFromRefreshToken', 'InitiateAuth', 'InitiateAuth']);
  });

  it('that found no way through is tried again, and says why meanwhile', async () => {
    const { id } = await signIn('alice');
    const set = standIn.levers.misbehave({ target: 'cognito', times: 'every' }, { kind: 'drop' });
    pass(55 * MINUTE);
    const problem = { what: expect.stringMatching(/could not be reached/) };
    expect(await until(id, (session) => session.problem !== undefined && active(session))).toMatchObject({ problem });
    expect((await sessions.tokenFor(id)).kind).toBe('id');
    set.remove();
    const well = until(id, (session) => session.problem === undefined);
    await until(id, active);
    pass(3000);
    expect(await well).toMatchObject({ status: 'active' });
  });

  it('that Cognito refuses asks for a new sign-in, and the token is good until its end', async () => {
    const { id } = await signIn('alice');
    standIn.levers.expireRefreshTokens();
    expect(await sessions.renewNow(id)).toMatchObject({ ok: false, problem: { retry: 'start-over' } });
    expect(shown(id)).toMatchObject({ status: 'renewal-failed', problem: { awsMessage: 'Refresh Token has expired' } });
    expect((await sessions.tokenFor(id)).kind).toBe('id');
    pass(61 * MINUTE);
    expect(shown(id)).toMatchObject({ status: 'expired' });
    const since = standIn.levers.requests.length;
    const refusal: unknown = await sessions.tokenFor(id).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(SessionExpired);
    expect(String(refusal)).toMatch(
      /The token of alice has expired and could not be renewed\. The session has ended\. Sign in again\./,
    );
    expect(asked(since)).toEqual([]);
    expect(await signIn('alice')).toMatchObject({ id, status: 'active' });
  });

  it('is not to be had without a refresh token', async () => {
    const { id } = await signIn('alice', { tokens: ({ refreshToken: _none, ...tokens }) => tokens });
    expect(await sessions.renewNow(id)).toMatchObject({ ok: false });
    expect(shown(id).status).toBe('active');
    pass(61 * MINUTE);
    expect(shown(id).status).toBe('expired');
    await expect(sessions.tokenFor(id)).rejects.toThrow('The token of alice has expired. Sign in again to go on.');
  });

  it('follows the token that is sent, where the two kinds live differently', async () => {
    standIn.levers.setTokenLife(demoClientIds.default, { accessToken: 5 * 60 });
    const { id } = await signIn('alice');
    standIn.levers.setTokenLife(demoClientIds.default, { accessToken: 3600 });
    const since = standIn.levers.requests.length;
    pass(10 * MINUTE);
    expect(asked(since)).toEqual([]);
    sessions.setSends(id, 'access');
    expect(shown(id).expiresAt).toBeLessThan(now());
    expect(await claimsOf(id)).toMatchObject({ token_use: 'access' });
    expect(shown(id).expiresAt).toBeGreaterThan(now());
  });
});

describe('signing out', () => {
  it('forgets at once, revokes, and says how long the token stays good', async () => {
    const [alice, bob] = [await signIn('alice'), await signIn('bob')];
    const since = standIn.levers.requests.length;
    const leaving = sessions.signOut(bob.id);
    expect(sessions.getSnapshot()).toMatchObject({ sessions: [{ id: alice.id }], activeIds: { demo: alice.id } });
    const result = await leaving;
    expect(asked(since)).toEqual(['RevokeToken']);
    expect(result).toMatchObject({ revoked: true, acceptedUntil: bob.expiresAt });
    expect(result?.sentence).toMatch(/^bob is signed out, .* until \d\d:\d\d\.$/);
    await expect(sessions.tokenFor(bob.id)).rejects.toBeInstanceOf(SessionExpired);
    expect(await sessions.signOut(bob.id)).toBeUndefined();
    await sessions.signOut(alice.id);
    expect(sessions.getSnapshot()).toEqual({ sessions: [], activeIds: {} });
    expect(timer).toBeUndefined();
  });

  it('says so where Cognito cannot be told', async () => {
    const { id } = await signIn('alice');
    const set = standIn.levers.misbehave({ target: 'cognito', times: 'every' }, { kind: 'drop' });
    const result = await sessions.signOut(id);
    set.remove();
    expect(result).toMatchObject({ revoked: false, problem: { what: expect.stringMatching(/could not be reached/) } });
    expect(sessions.getSnapshot().sessions).toEqual([]);
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
    sessions = createSessions({ now, setTimer, apiFor: slowToTell, fetchKeys: fetch });
    const { id } = await signIn('alice', { appClientId: demoClientIds.rotatingRefresh });
    const since = standIn.levers.requests.length;
    const renewing = sessions.renewNow(id);
    await arrived.opened;
    await sessions.signOut(id);
    go.open();
    await renewing;
    expect(sessions.getSnapshot().sessions).toEqual([]);
    expect(asked(since)).toEqual(['GetTokensFromRefreshToken', 'RevokeToken', 'RevokeToken']);
  });
});

describe('the token of a session', () => {
  it('can be read and copied, and is not verified by reading', async () => {
    const { id } = await signIn('alice');
    expect(sessions.claimsOf(id)).toMatchObject({
      id: { token_use: 'id', 'cognito:username': 'alice' },
      access: { token_use: 'access', username: 'alice' },
    });
    expect(unverifiedClaims(sessions.copyOf(id, 'access') ?? '')).toMatchObject({ token_use: 'access' });
    expect(sessions.claimsOf('nobody')).toBeUndefined();
    expect(sessions.copyOf('nobody', 'id')).toBeUndefined();
  });

  it('is verified against the pool’s keys', async () => {
    const { id } = await signIn('alice');
    expect(await sessions.verify(id)).toMatchObject([
      { kind: 'id', verdict: 'good' },
      { kind: 'access', verdict: 'good' },
    ]);
    sleep(61 * MINUTE);
    expect((await sessions.verify(id)).map(({ verdict }) => verdict)).toEqual(['expired', 'expired']);
    expect(await sessions.verify('nobody')).toEqual([]);
  });
});

describe('signing out everywhere', () => {
  it('ends the sessions of the user at other places too', async () => {
    const [here, there] = [await signIn('alice'), await signIn('alice', { connectionId: 'team' })];
    const since = standIn.levers.requests.length;
    const result = await sessions.signOutEverywhere(here.id);
    expect(result).toMatchObject({ revoked: true, reach: 'everywhere' });
    expect(result?.sentence).toMatch(/^alice is signed out everywhere/);
    expect(asked(since)).toEqual(['GlobalSignOut']);
    expect(await sessions.renewNow(there.id)).toMatchObject({ ok: false });
  });

  it('renews first where the access token is over', async () => {
    const { id } = await signIn('alice');
    sleep(61 * MINUTE);
    const since = standIn.levers.requests.length;
    expect(await sessions.signOutEverywhere(id)).toMatchObject({ revoked: true });
    expect(asked(since)).toEqual(['GetTokensFromRefreshToken', 'GlobalSignOut']);
  });
});

it('signing out all of them revokes each', async () => {
  await signIn('alice');
  await signIn('bob');
  const results = await sessions.signOutAll();
  expect(results.map(({ username, revoked }) => [username, revoked])).toEqual([
    ['alice', true],
    ['bob', true],
  ]);
  expect(sessions.getSnapshot()).toEqual({ sessions: [], activeIds: {} });
});
