// The whole sign-in against the stand-in, which reads AWS's protocol for itself.
import { afterEach, describe, expect, it } from 'vitest';
import { demoClientIds, demoPassword, demoPoolId } from '../../stand-in/demo/demo-pool.ts';
import type { Credentials } from './sign-in.ts';
import type { Srp } from './srp-exchange.ts';
import { srpOnThisThread } from './srp.ts';
import { byPassword, bySrp, outcome, signInBench, type SignInOptions } from './testing/sign-in-bench.ts';

const { standIn, newSignIn, attempt } = signInBench();

/** Nina as she is at the start: with a temporary password, and without the name that the pool requires. */
afterEach(() => {
  const { name: _name, ...attributes } = standIn().levers.user('nina').attributes;
  Object.assign(standIn().levers.user('nina'), { status: 'FORCE_CHANGE_PASSWORD', password: demoPassword, attributes });
});

describe('a user', () => {
  it.each([
    ['SRP', bySrp('carol')],
    ['password', byPassword('carol')],
  ])('signs in by %s', async (_case, credentials) => {
    expect(await attempt(credentials)).toMatchObject({
      step: 'signed-in',
      username: 'carol',
      tokens: { username: 'carol', groups: ['admins'], refreshToken: expect.any(String) },
    });
  });

  it('signs in by SRP many times, whatever numbers are drawn', async () => {
    const states = await Promise.all(Array.from({ length: 8 }, () => attempt(bySrp('carol'))));
    expect(states.map(({ step }) => step)).toEqual(Array.from({ length: 8 }, () => 'signed-in'));
  });

  it('sends no password over the network by SRP', async () => {
    const bodies: unknown[] = [];
    const signIn = newSignIn({
      fetch: (url, init) => {
        bodies.push(init.body);
        return fetch(url, init);
      },
    });
    expect((await outcome(signIn, () => signIn.start(bySrp('bob')))).step).toBe('signed-in');
    expect(bodies).toHaveLength(2);
    expect(bodies.join('\n')).not.toContain(demoPassword);
  });

  it.each([
    ['SRP', bySrp('nina')],
    ['password', byPassword('nina')],
  ])('with a temporary password chooses a new one, by %s', async (_case, credentials) => {
    const signIn = newSignIn();
    const asked = await outcome(signIn, () => signIn.start(credentials));
    expect(asked).toMatchObject({
      step: 'challenge',
      position: { n: 2 },
      prompt: { challengeName: 'NEW_PASSWORD_REQUIRED' },
    });
    const names = asked.step === 'challenge' ? asked.prompt.fields.map(({ name }) => name) : [];
    expect(names).toEqual(['NEW_PASSWORD', 'userAttributes.name']);

    const weak = await outcome(signIn, () =>
      signIn.answer({ NEW_PASSWORD: 'weakling', 'userAttributes.name': 'Nina' }),
    );
    expect(weak).toMatchObject({
      step: 'challenge',
      failure: { retry: 'same-form', awsMessage: expect.stringMatching(/policy/) },
    });
    const done = await outcome(signIn, () =>
      signIn.answer({ NEW_PASSWORD: 'N3w!passw0rd', 'userAttributes.name': 'Nina' }),
    );
    expect(done).toMatchObject({ step: 'signed-in', username: 'nina' });
    expect((await attempt(bySrp('nina', 'N3w!passw0rd'))).step).toBe('signed-in');
  });

  it('keeps the form drawn while its answer is under way', async () => {
    const signIn = newSignIn();
    await outcome(signIn, () => signIn.start(bySrp('nina')));
    const done = outcome(signIn, () => signIn.answer({ NEW_PASSWORD: 'N3w!passw0rd', 'userAttributes.name': 'Nina' }));
    expect(signIn.getState()).toMatchObject({
      step: 'working',
      doing: 'Setting the new password',
      prompt: { challengeName: 'NEW_PASSWORD_REQUIRED' },
    });
    await done;
  });

  it('who answers too late is told so, at the password', async () => {
    const signIn = newSignIn();
    await outcome(signIn, () => signIn.start(bySrp('nina')));
    standIn().levers.moveClock(4 * 60_000);
    const late = await outcome(signIn, () =>
      signIn.answer({ NEW_PASSWORD: 'N3w!passw0rd', 'userAttributes.name': 'Nina' }),
    );
    standIn().levers.moveClock(-4 * 60_000);
    expect(late).toMatchObject({
      step: 'credentials',
      failure: { retry: 'start-over', what: 'The sign-in took too long.' },
    });
  });

  it('whom Cognito asks for what nobody knows learns that this cannot be answered', async () => {
    const body = JSON.stringify({ ChallengeName: 'WEB_AUTHN', Session: 's', ChallengeParameters: {} });
    standIn().levers.misbehave(
      { target: 'cognito', operation: 'RespondToAuthChallenge' },
      { kind: 'answer', status: 200, body },
    );
    expect(await attempt(bySrp('mia'))).toMatchObject({ step: 'unsupported', challengeName: 'WEB_AUTHN' });
  });
});

describe('a refused user learns why', () => {
  const { legacyErrors, passwordOnly, withSecret } = demoClientIds;
  it.each<[string, Credentials, SignInOptions, string]>([
    ['wrong password by SRP', bySrp('alice', 'wrong'), {}, 'Cognito did not accept this user name with this password.'],
    ['wrong password', byPassword('alice', 'wrong'), {}, 'Cognito did not accept this user name with this password.'],
    ['unknown user', bySrp('nobody'), {}, 'Cognito did not accept this user name with this password.'],
    [
      'unknown user, legacy errors',
      bySrp('nobody'),
      { appClientId: legacyErrors },
      `The pool ${demoPoolId} has no such user.`,
    ],
    ['disabled', byPassword('dora'), {}, 'This user is disabled.'],
    ['unconfirmed', bySrp('ulla'), { appClientId: legacyErrors }, 'This user has not been confirmed.'],
    [
      'reset required',
      byPassword('rita'),
      { appClientId: legacyErrors },
      'This user must reset the password before signing in.',
    ],
    [
      'flow not enabled',
      bySrp('alice'),
      { appClientId: passwordOnly },
      `The app client ${passwordOnly} does not allow USER_SRP_AUTH.`,
    ],
    [
      'client with a secret',
      bySrp('alice'),
      { appClientId: withSecret },
      'The app client has a secret, and none was sent.',
    ],
  ])('%s', async (_case, credentials, options, what) => {
    const state = await attempt(credentials, options);
    expect(state).toMatchObject({ step: 'credentials', failure: { what, awsMessage: expect.any(String) } });
  });

  it('unknown app client', async () => {
    const appClientId = '0'.repeat(26);
    const state = await attempt(byPassword('alice'), { appClientId });
    expect(state).toMatchObject({
      failure: { retry: 'fix-connection', what: `localhost:${standIn().port} has no app client ${appClientId}.` },
    });
  });

  it('locked out after five wrong passwords', async () => {
    // A user of its own, since the lock outlasts the test.
    for (let failures = 0; failures < 5; failures += 1) {
      // oxlint-disable-next-line no-await-in-loop -- the count is what locks
      await attempt(byPassword('erin', 'wrong'));
    }
    expect(await attempt(byPassword('erin'))).toMatchObject({
      failure: { retry: 'wait', awsMessage: 'Password attempts exceeded' },
    });
  });

  it.each([
    ['web page', { kind: 'answer', status: 200, body: '<html>' }, /web page/],
    ['502', { kind: 'answer', status: 502, body: '<html>' }, /HTTP 502/],
    ['nothing', { kind: 'answer', status: 200, body: '' }, /with nothing/],
    ['cut', { kind: 'cut' }, /broke off/],
    ['dropped', { kind: 'drop' }, /could not be reached/],
    ['redirect', { kind: 'redirect', location: 'https://example.com/' }, /elsewhere/],
    ['20 MB', { kind: 'flood', bytes: 20_000_000 }, /far more/],
    ['throttled', { kind: 'error', type: 'TooManyRequestsException', message: 'Rate exceeded' }, /throttling/],
  ] as const)('an answer gone wrong: %s', async (_case, fault, what) => {
    const set = standIn().levers.misbehave({ target: 'cognito', times: 'every' }, fault);
    const state = await attempt(bySrp('alice'));
    set.remove();
    expect(state).toMatchObject({
      step: 'credentials',
      failure: { what: expect.stringMatching(what) },
    });
  });
});

describe('leaving', () => {
  it('stops the request, and its answer changes nothing any more', async () => {
    const held = standIn().levers.misbehave({ target: 'cognito' }, { kind: 'hold' });
    const signIn = newSignIn();
    signIn.start(byPassword('alice'));
    const request = await held.arrived;
    signIn.cancel();
    expect(signIn.getState()).toEqual({ step: 'credentials' });
    expect(await request.ended).toBe('cut off');
    held.release();
    expect(signIn.getState()).toEqual({ step: 'credentials' });
  });

  it('for a new start drops what the old one still computes', async () => {
    const waiting: (() => void)[] = [];
    const slowSrp: Srp = {
      ...srpOnThisThread,
      begin: () => new Promise((resolve) => waiting.push(() => resolve(srpOnThisThread.begin()))),
    };
    const signIn = newSignIn({ srp: slowSrp });
    const before = standIn().levers.requests.length;
    signIn.start(bySrp('alice'));
    const state = outcome(signIn, () => signIn.start(byPassword('bob')));
    for (const go of waiting) go();
    expect(await state).toMatchObject({ step: 'signed-in', username: 'bob' });
    expect(
      standIn()
        .levers.requests.slice(before)
        .map(({ operation }) => operation),
    ).toEqual(['InitiateAuth']);
  });

  it('a challenge goes back to the credentials', async () => {
    const signIn = newSignIn();
    await outcome(signIn, () => signIn.start(bySrp('nina')));
    signIn.back();
    expect(signIn.getState()).toEqual({ step: 'credentials' });
  });

  it('forgets the tokens that were handed over', async () => {
    const signIn = newSignIn();
    await outcome(signIn, () => signIn.start(byPassword('alice')));
    signIn.cancel();
    expect(JSON.stringify(signIn.getState())).not.toContain('eyJ');
  });

  it('tells those who listen, until they stop', async () => {
    const signIn = newSignIn();
    let calls = 0;
    const stop = signIn.subscribe(() => (calls += 1));
    signIn.start({ ...bySrp(''), password: '' });
    expect(calls).toBe(1);
    expect(signIn.getState()).toBe(signIn.getState());
    stop();
    signIn.cancel();
    expect(calls).toBe(1);
  });
});
