// Second factors, as the stand-in asks for them and as people answer.
import { Secret, TOTP } from 'otpauth';
import { beforeEach, describe, expect, it } from 'vitest';
import { demoMfaClientId, demoMfaPoolId } from '../../stand-in/demo/demo-mfa-pool.ts';
import { demoTotpSecrets } from '../../stand-in/demo/demo-people.ts';
import { demoClientIds, demoClientSecret } from '../../stand-in/demo/demo-pool.ts';
import type { ChallengePrompt } from './challenges/challenge.ts';
import type { SignIn, SignInState } from './sign-in.ts';
import { byPassword, bySrp, outcome, promptIn, signInBench, userIn } from './testing/sign-in-bench.ts';

const { standIn, newSignIn } = signInBench();
const mfaPool = { userPoolId: demoMfaPoolId, appClientId: demoMfaClientId };
const MINUTE = 60_000;

/** A code that counts once: each test has a half minute of its own. */
beforeEach(() => standIn().levers.moveClock(MINUTE));

const totp = (secret: string) =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: standIn().levers.now() });
const next = (username: string) => standIn().levers.outbox.next((message) => message.username === username);

/** `123456` as people copy it. */
const spaced = (code: string) => ` ${code.slice(0, 3)} ${code.slice(3, 5)}-${code.slice(5)}`;

function secretIn(prompt: ChallengePrompt): string {
  const part = prompt.shows?.find(({ kind }) => kind === 'authenticator');
  if (part?.kind !== 'authenticator') throw new Error('No secret is shown.');
  expect(new URL(part.uri).searchParams.get('secret')).toBe(part.secret.replaceAll(' ', ''));
  return part.secret.replaceAll(' ', '');
}

const answer = (signIn: SignIn, answers: Record<string, string>): Promise<SignInState> =>
  outcome(signIn, () => signIn.answer(answers));

describe.each([
  ['SRP', bySrp, { appClientId: demoClientIds.default }, {}],
  ['password', byPassword, { appClientId: demoClientIds.default }, {}],
  ['SRP with a client secret', bySrp, { appClientId: demoClientIds.withSecret }, { clientSecret: demoClientSecret }],
  [
    'password with a client secret',
    byPassword,
    { appClientId: demoClientIds.withSecret },
    { clientSecret: demoClientSecret },
  ],
] as const)('after %s, a second factor', (_case, credentialsOf, options, secret) => {
  const startAs = (signIn: SignIn, username: string) =>
    outcome(signIn, () => signIn.start({ ...credentialsOf(username), ...secret }));

  it.each([
    ['SMS_MFA', 'mia', /\+\*+0123/],
    ['EMAIL_OTP', 'emma', /e\*+@e\*+/],
  ])('%s is a code that is sent', async (challengeName, username, sentTo) => {
    const signIn = newSignIn(options);
    const sent = next(username);
    const prompt = promptIn(await startAs(signIn, username));
    expect(prompt).toMatchObject({ challengeName, help: expect.stringMatching(sentTo) });
    const { code } = await sent;
    expect(userIn(await answer(signIn, { [`${challengeName}_CODE`]: spaced(code) })).username).toBe(username);
  });

  it('SOFTWARE_TOKEN_MFA is a code of the app', async () => {
    const signIn = newSignIn(options);
    promptIn(await startAs(signIn, 'tom'));
    const code = totp(demoTotpSecrets.tom);
    expect(userIn(await answer(signIn, { SOFTWARE_TOKEN_MFA_CODE: spaced(code) })).username).toBe('tom');
  });

  it('SELECT_MFA_TYPE is a choice, and leads to the form of what was chosen', async () => {
    const signIn = newSignIn(options);
    promptIn(await startAs(signIn, 'sam'));
    const asked = promptIn(await answer(signIn, { ANSWER: 'SOFTWARE_TOKEN_MFA' }));
    expect(asked.challengeName).toBe('SOFTWARE_TOKEN_MFA');
    const code = totp(demoTotpSecrets.sam);
    expect(userIn(await answer(signIn, { SOFTWARE_TOKEN_MFA_CODE: code })).username).toBe('sam');
  });
});

describe('a wrong code', () => {
  it('can be typed again in place', async () => {
    const signIn = newSignIn();
    const sent = next('mia');
    const asked = await outcome(signIn, () => signIn.start(bySrp('mia')));
    const { code } = await sent;
    const wrong = await answer(signIn, { SMS_MFA_CODE: code === '000000' ? '000001' : '000000' });
    expect(wrong).toMatchObject({
      step: 'challenge',
      position: { n: 2 },
      failure: { what: 'That code is not the right one.' },
    });
    expect(promptIn(wrong)).toBe(promptIn(asked));
    expect((await answer(signIn, { SMS_MFA_CODE: code })).step).toBe('signed-in');
  });

  it('of an app that was used already is told as that', async () => {
    const code = totp(demoTotpSecrets.tom);
    const [first, second] = [newSignIn(), newSignIn()];
    await outcome(first, () => first.start(byPassword('tom')));
    await answer(first, { SOFTWARE_TOKEN_MFA_CODE: code });
    await outcome(second, () => second.start(byPassword('tom')));
    expect(await answer(second, { SOFTWARE_TOKEN_MFA_CODE: code })).toMatchObject({
      step: 'challenge',
      failure: { what: 'That code was used already.', retry: 'same-form' },
    });
  });

  it('that comes too late is told so, at the password', async () => {
    const signIn = newSignIn();
    const sent = next('emma');
    await outcome(signIn, () => signIn.start(bySrp('emma')));
    const { code } = await sent;
    standIn().levers.moveClock(4 * MINUTE);
    expect(await answer(signIn, { EMAIL_OTP_CODE: code })).toMatchObject({
      step: 'credentials',
      failure: { what: 'The sign-in took too long.', retry: 'start-over' },
    });
  });

  it('whose step Cognito has closed is told so, at the password', async () => {
    const signIn = newSignIn();
    await outcome(signIn, () => signIn.start(bySrp('mia')));
    standIn().levers.misbehave(
      { target: 'cognito', operation: 'RespondToAuthChallenge' },
      {
        kind: 'error',
        type: 'NotAuthorizedException',
        message: 'Invalid session for the user, session can only be used once.',
      },
    );
    expect(await answer(signIn, { SMS_MFA_CODE: '123456' })).toMatchObject({
      step: 'credentials',
      failure: { what: 'This step of the sign-in was answered already.' },
    });
  });
});

describe('MFA_SETUP', () => {
  it('sets up an authenticator app, and takes the next code of that at the next sign-in', async () => {
    const signIn = newSignIn(mfaPool);
    const prompt = promptIn(await outcome(signIn, () => signIn.start(bySrp('max'))));
    const secret = secretIn(prompt);
    const wrong = await answer(signIn, { USER_CODE: '000000' });
    expect(wrong).toMatchObject({ step: 'challenge', failure: { retry: 'same-form' } });
    expect(secretIn(promptIn(wrong))).toBe(secret);
    expect(userIn(await answer(signIn, { USER_CODE: spaced(totp(secret)) })).username).toBe('max');

    standIn().levers.moveClock(MINUTE);
    const again = newSignIn(mfaPool);
    const asked = promptIn(await outcome(again, () => again.start(bySrp('max'))));
    expect(asked.challengeName).toBe('SOFTWARE_TOKEN_MFA');
    expect((await answer(again, { SOFTWARE_TOKEN_MFA_CODE: totp(secret) })).step).toBe('signed-in');
  });

  it('comes after a new password, where both are due', async () => {
    const signIn = newSignIn(mfaPool);
    const newPassword = promptIn(await outcome(signIn, () => signIn.start(bySrp('nora'))));
    expect(newPassword.challengeName).toBe('NEW_PASSWORD_REQUIRED');
    const chained = await answer(signIn, { NEW_PASSWORD: 'N3w!passw0rd' });
    expect(chained).toMatchObject({ step: 'challenge', position: { n: 3 } });
    const secret = secretIn(promptIn(chained));
    expect(userIn(await answer(signIn, { USER_CODE: totp(secret) })).username).toBe('nora');

    standIn().levers.moveClock(MINUTE);
    const again = newSignIn(mfaPool);
    await outcome(again, () => again.start(bySrp('nora', 'N3w!passw0rd')));
    expect((await answer(again, { SOFTWARE_TOKEN_MFA_CODE: totp(secret) })).step).toBe('signed-in');
  });
});
