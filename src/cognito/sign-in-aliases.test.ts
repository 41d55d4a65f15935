// Whose name goes along: an alias at first, the real name from the challenge on. A secret hash over the wrong one fails.
import { beforeAll, describe, expect, it } from 'vitest';
import { demoClientIds, demoClientSecret, demoPassword } from '../../stand-in/demo/demo-pool.ts';
import { bySrp, byPassword, outcome, promptIn, signInBench, userIn } from './testing/sign-in-bench.ts';

const { standIn, newSignIn, attempt } = signInBench();
const withSecret = { appClientId: demoClientIds.withSecret };

beforeAll(() => {
  for (const pool of standIn().world.pools) Object.assign(pool, { aliasAttributes: ['email', 'phone_number'] });
});

describe.each([
  ['SRP', bySrp],
  ['password', byPassword],
] as const)('by %s and with a client secret', (_case, credentialsOf) => {
  const credentials = (alias: string) => ({ ...credentialsOf(alias), clientSecret: demoClientSecret });

  it('an e-mail address signs in', async () => {
    const user = userIn(await attempt(credentials('alice@example.com'), withSecret));
    expect(user).toMatchObject({ username: 'alice', tokens: { username: 'alice' } });
  });

  it('a phone number signs in, with a second factor', async () => {
    const signIn = newSignIn(withSecret);
    const sent = standIn().levers.outbox.next(({ username }) => username === 'mia');
    promptIn(await outcome(signIn, () => signIn.start(credentials('+15555550123'))));
    const { code } = await sent;
    expect(userIn(await outcome(signIn, () => signIn.answer({ SMS_MFA_CODE: code }))).username).toBe('mia');
  });

  it('an e-mail address chooses a new password', async () => {
    Object.assign(standIn().levers.user('nina'), { status: 'FORCE_CHANGE_PASSWORD', password: demoPassword });
    const signIn = newSignIn(withSecret);
    promptIn(await outcome(signIn, () => signIn.start(credentials('nina@example.com'))));
    const answers = { NEW_PASSWORD: 'N3w!passw0rd', 'userAttributes.name': 'Nina' };
    expect(userIn(await outcome(signIn, () => signIn.answer(answers))).username).toBe('nina');
  });
});

it('an e-mail address has its password reset, with a client secret', async () => {
  const signIn = newSignIn(withSecret);
  const sent = standIn().levers.outbox.next(({ username }) => username === 'rita');
  const receiver = { authFlow: 'USER_SRP_AUTH', username: 'rita@example.com', clientSecret: demoClientSecret } as const;
  promptIn(await outcome(signIn, () => signIn.forgotPassword(receiver)));
  const { code } = await sent;
  const done = await outcome(signIn, () => signIn.answer({ CODE: code, NEW_PASSWORD: 'N3w!passw0rd' }));
  expect(userIn(done).username).toBe('rita');
});
