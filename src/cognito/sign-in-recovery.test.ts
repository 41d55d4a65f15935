// Passwords that are forgotten or must be reset, and sign-ups that nobody has confirmed, against the stand-in.
import { afterEach, describe, expect, it } from 'vitest';
import { demoClientIds, demoClientSecret, demoPassword } from '../../stand-in/demo/demo-pool.ts';
import { bySrp, outcome, promptIn, signInBench, userIn } from './testing/sign-in-bench.ts';

const { standIn, newSignIn, attempt } = signInBench();
const authFlow = 'USER_SRP_AUTH';
const next = (username: string) => standIn().levers.outbox.next((message) => message.username === username);

afterEach(() => {
  Object.assign(standIn().levers.user('rita'), { status: 'RESET_REQUIRED', password: demoPassword });
  Object.assign(standIn().levers.user('ulla'), { status: 'UNCONFIRMED' });
  // Cognito counts what is asked within an hour.
  standIn().levers.moveClock(61 * 60_000);
});

describe('a password that must be reset', () => {
  it.each([
    ['without a client secret', { appClientId: demoClientIds.default }, {}],
    ['with a client secret', { appClientId: demoClientIds.withSecret }, { clientSecret: demoClientSecret }],
  ])('is set with a code, and signs in: %s', async (_case, options, secret) => {
    const signIn = newSignIn(options);
    const sent = next('rita');
    const asked = await outcome(signIn, () => signIn.forgotPassword({ authFlow, username: ' rita ', ...secret }));
    expect(asked).toMatchObject({ step: 'challenge', position: { n: 2 }, prompt: { resend: 'Send another code' } });
    const { code } = await sent;

    const weak = await outcome(signIn, () => signIn.answer({ CODE: code, NEW_PASSWORD: 'weakling' }));
    expect(weak).toMatchObject({ step: 'challenge', failure: { next: expect.stringMatching(/^Add an upper/) } });
    const wrong = await outcome(signIn, () => signIn.answer({ CODE: '1', NEW_PASSWORD: 'N3w!passw0rd' }));
    expect(wrong).toMatchObject({ step: 'challenge', failure: { what: 'That code is not the right one.' } });
    const done = await outcome(signIn, () =>
      signIn.answer({ CODE: `${code.slice(0, 3)}-${code.slice(3)}`, NEW_PASSWORD: 'N3w!passw0rd' }),
    );
    expect(userIn(done).username).toBe('rita');
    expect((await attempt({ ...bySrp('rita', 'N3w!passw0rd'), ...secret }, options)).step).toBe('signed-in');
  });

  it('can have another code, of which only the newest counts', async () => {
    const signIn = newSignIn();
    const first = next('rita');
    await outcome(signIn, () => signIn.forgotPassword({ authFlow, username: 'rita' }));
    await first;
    const second = next('rita');
    const again = await outcome(signIn, () => signIn.resend());
    expect(again).toMatchObject({
      step: 'challenge',
      position: { n: 2 },
      told: expect.stringMatching(/^Another code is on its way to r\*/),
    });
    const { code } = await second;
    const done = await outcome(signIn, () => signIn.answer({ CODE: code, NEW_PASSWORD: 'N3w!passw0rd' }));
    expect(done.step).toBe('signed-in');
  });

  it('of a user that there is not looks the same, where the pool does not tell', async () => {
    const signIn = newSignIn();
    const asked = await outcome(signIn, () => signIn.forgotPassword({ authFlow, username: 'nobody' }));
    expect(promptIn(asked).help).toMatch(/^If the pool has this user/);
    const legacy = newSignIn({ appClientId: demoClientIds.legacyErrors });
    expect(await outcome(legacy, () => legacy.forgotPassword({ authFlow, username: 'nobody' }))).toMatchObject({
      step: 'credentials',
      failure: { code: 'UserNotFoundException' },
    });
  });

  it('of a temporary password is none, and says so', async () => {
    const signIn = newSignIn();
    expect(await outcome(signIn, () => signIn.forgotPassword({ authFlow, username: 'nina' }))).toMatchObject({
      step: 'credentials',
      failure: { what: 'This password cannot be reset.' },
    });
  });

  it('that is refused tells what to do, with a button for it', async () => {
    expect(await attempt(bySrp('rita'), { appClientId: demoClientIds.legacyErrors })).toMatchObject({
      failure: { action: 'reset-password' },
    });
  });
});

describe('a sign-up', () => {
  it.each([
    ['without a client secret', { appClientId: demoClientIds.default }, {}],
    ['with a client secret', { appClientId: demoClientIds.withSecret }, { clientSecret: demoClientSecret }],
  ])('is confirmed with a code that is sent again, and then signs in: %s', async (_case, options, secret) => {
    const signIn = newSignIn(options);
    const asked = await outcome(signIn, () => signIn.confirmSignUp({ authFlow, username: 'ulla', ...secret }));
    expect(promptIn(asked).challengeName).toBe('CONFIRM_SIGN_UP');
    const sent = next('ulla');
    const again = await outcome(signIn, () => signIn.resend());
    expect(again).toMatchObject({ step: 'challenge', told: expect.stringMatching(/^Another code/) });
    const { code } = await sent;
    expect(await outcome(signIn, () => signIn.answer({ CODE: code }))).toEqual({
      step: 'credentials',
      told: 'The sign-up is confirmed. Sign in with user name and password.',
    });
    expect((await attempt({ ...bySrp('ulla'), ...secret }, options)).step).toBe('signed-in');
  });

  it('that is confirmed already says so', async () => {
    const signIn = newSignIn();
    await outcome(signIn, () => signIn.confirmSignUp({ authFlow, username: 'alice' }));
    expect(await outcome(signIn, () => signIn.answer({ CODE: '123456' }))).toMatchObject({
      step: 'credentials',
      failure: { what: 'This user is confirmed already.' },
    });
    const again = newSignIn();
    await outcome(again, () => again.confirmSignUp({ authFlow, username: 'alice' }));
    expect(await outcome(again, () => again.resend())).toMatchObject({
      failure: { what: 'This user is confirmed already.' },
    });
  });

  it('that is refused tells what to do, with a button for it', async () => {
    expect(await attempt(bySrp('ulla'))).toMatchObject({ failure: { action: 'confirm-sign-up' } });
  });
});
