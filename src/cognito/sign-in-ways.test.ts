// The ways in: each flow, with and without a client secret, against the stand-in.
import { describe, expect, it } from 'vitest';
import { demoIam } from '../../stand-in/demo/demo-iam.ts';
import { demoClientIds, demoClientSecret, demoPassword } from '../../stand-in/demo/demo-pool.ts';
import type { Credentials } from './sign-in.ts';
import { adminApiBySdk } from './testing/admin-api-by-sdk.ts';
import { bySrp, outcome, promptIn, signInBench, userIn } from './testing/sign-in-bench.ts';

const { standIn, newSignIn, attempt, asked } = signInBench();

const adminApiOf = (keys: { accessKeyId: string; secretAccessKey: string }) => adminApiBySdk(standIn(), keys);

const { default: web, withSecret, secretRotating, adminOnly, adminWithSecret, customAuth } = demoClientIds;
const by = (authFlow: Credentials['authFlow'], clientSecret?: string): Credentials => ({
  ...bySrp('alice'),
  authFlow,
  ...(clientSecret !== undefined && { clientSecret }),
});

describe('a user gets in', () => {
  it.each<[string, string, Credentials]>([
    ['by SRP', web, by('USER_SRP_AUTH')],
    ['by SRP with a client secret', withSecret, by('USER_SRP_AUTH', demoClientSecret)],
    ['by SRP with a client secret and rotation', secretRotating, by('USER_SRP_AUTH', demoClientSecret)],
    ['by password', web, by('USER_PASSWORD_AUTH')],
    ['by password with a client secret', withSecret, by('USER_PASSWORD_AUTH', demoClientSecret)],
    ['by the admin flow', adminOnly, by('ADMIN_USER_PASSWORD_AUTH')],
    ['by the admin flow with a client secret', adminWithSecret, by('ADMIN_USER_PASSWORD_AUTH', demoClientSecret)],
  ])('%s', async (_case, appClientId, credentials) => {
    const state = await attempt(credentials, { appClientId, adminApi: adminApiOf(demoIam.allowed) });
    const user = userIn(state);
    expect(user).toMatchObject({ username: 'alice', authFlow: credentials.authFlow, tokens: { groups: ['editors'] } });
    expect(user.clientSecret).toBe(credentials.clientSecret);
  });

  it('with the secret field left empty, where the client has none', async () => {
    expect((await attempt(by('USER_SRP_AUTH', ''))).step).toBe('signed-in');
  });

  it('by custom authentication, with a password first or without', async () => {
    for (const password of [demoPassword, '']) {
      const signIn = newSignIn({ appClientId: customAuth });
      const credentials = { authFlow: 'CUSTOM_AUTH', username: 'cleo', password } as const;
      // oxlint-disable-next-line no-await-in-loop -- one sign-in after the other
      const question = await outcome(signIn, () => signIn.start(credentials));
      expect(promptIn(question).shows).toContainEqual({ kind: 'text', label: 'triesLeft', value: '3' });
      // oxlint-disable-next-line no-await-in-loop
      const wrong = await outcome(signIn, () => signIn.answer({ ANSWER: 'tide' }));
      expect(wrong).toMatchObject({ step: 'challenge', position: { n: 3 } });
      expect(promptIn(wrong).shows).toContainEqual({ kind: 'text', label: 'triesLeft', value: '2' });
      // oxlint-disable-next-line no-await-in-loop
      expect(await outcome(signIn, () => signIn.answer({ ANSWER: 'Water' }))).toMatchObject({ step: 'signed-in' });
    }
  });

  it('by custom authentication no more after too many wrong answers', async () => {
    const signIn = newSignIn({ appClientId: customAuth });
    await outcome(signIn, () => signIn.start({ authFlow: 'CUSTOM_AUTH', username: 'cleo', password: '' }));
    await outcome(signIn, () => signIn.answer({ ANSWER: '1' }));
    await outcome(signIn, () => signIn.answer({ ANSWER: '2' }));
    expect(await outcome(signIn, () => signIn.answer({ ANSWER: '3' }))).toMatchObject({
      step: 'credentials',
      failure: { what: expect.stringMatching(/did not accept the answer/) },
    });
  });
});

describe('the admin flow', () => {
  it('goes through the one who signs, from the first call to the last', async () => {
    const signIn = newSignIn({ appClientId: adminWithSecret, adminApi: adminApiOf(demoIam.allowed) });
    const since = standIn().levers.requests.length;
    const sent = standIn().levers.outbox.next(({ username }) => username === 'mia');
    const credentials = { ...by('ADMIN_USER_PASSWORD_AUTH', demoClientSecret), username: 'mia' };
    promptIn(await outcome(signIn, () => signIn.start(credentials)));
    const { code } = await sent;
    expect((await outcome(signIn, () => signIn.answer({ SMS_MFA_CODE: code }))).step).toBe('signed-in');
    expect(asked(since)).toEqual(['AdminInitiateAuth', 'AdminRespondToAuthChallenge']);
  });

  it('that IAM refuses is told as that', async () => {
    const state = await attempt(by('ADMIN_USER_PASSWORD_AUTH'), {
      appClientId: adminOnly,
      adminApi: adminApiOf(demoIam.denied),
    });
    expect(state).toMatchObject({
      step: 'credentials',
      failure: { what: expect.stringMatching(/IAM/), awsMessage: expect.stringContaining('AdminInitiateAuth') },
    });
  });

  it('where nobody signs says so', async () => {
    expect(await attempt(by('ADMIN_USER_PASSWORD_AUTH'), { appClientId: adminOnly })).toMatchObject({
      step: 'credentials',
      failure: { code: 'NoHelper' },
    });
  });
});

describe('a client secret that does not fit', () => {
  it.each<[string, string, Credentials, RegExp]>([
    ['wrong, by SRP', withSecret, by('USER_SRP_AUTH', 'another secret'), /secret is not the right one/],
    ['wrong, by password', withSecret, by('USER_PASSWORD_AUTH', 'another secret'), /secret is not the right one/],
    ['missing, by SRP', withSecret, by('USER_SRP_AUTH'), /none was sent/],
    ['missing, by the admin flow', adminWithSecret, by('ADMIN_USER_PASSWORD_AUTH'), /none was sent/],
  ])('is told as %s', async (_case, appClientId, credentials, what) => {
    const state = await attempt(credentials, { appClientId, adminApi: adminApiOf(demoIam.allowed) });
    expect(state).toMatchObject({
      step: 'credentials',
      failure: { what: expect.stringMatching(what), action: 'client-secret' },
    });
    expect(JSON.stringify(state)).not.toContain(credentials.clientSecret ?? demoClientSecret);
  });

  // The stand-in ignores it, as newer reports have it; older ones saw this refusal.
  it('is told as not wanted', async () => {
    const message = `Client ${web} is not configured for secret but secret hash was received`;
    standIn().levers.misbehave({ target: 'cognito' }, { kind: 'error', type: 'InvalidParameterException', message });
    expect(await attempt(by('USER_SRP_AUTH', demoClientSecret))).toMatchObject({
      failure: { what: expect.stringMatching(/has no secret/), action: 'client-secret' },
    });
  });
});
