// The table of docs/ways-in.md, cell by cell: every flow, with and without a client secret, through every challenge it may meet.
import { readFile } from 'node:fs/promises';
import { Secret, TOTP } from 'otpauth';
import { beforeEach, describe, expect, it } from 'vitest';
import { demoDevicePoolId } from '../../stand-in/demo/demo-device-pool.ts';
import { demoIam } from '../../stand-in/demo/demo-iam.ts';
import { demoMfaPoolId } from '../../stand-in/demo/demo-mfa-pool.ts';
import { demoTotpSecrets } from '../../stand-in/demo/demo-people.ts';
import { appClient, demoClientSecret, demoPassword, demoPoolId } from '../../stand-in/demo/demo-pool.ts';
import { demoWorld } from '../../stand-in/demo-world.ts';
import type { ChallengePrompt } from './challenges/challenge.ts';
import { createDevices } from './devices.ts';
import type { AuthFlow } from './explanation.ts';
import type { SignInState } from './sign-in.ts';
import { adminApiBySdk } from './testing/admin-api-by-sdk.ts';
import { outcome, promptIn, signInBench, userIn } from './testing/sign-in-bench.ts';

const flows = ['USER_SRP_AUTH', 'USER_PASSWORD_AUTH', 'ADMIN_USER_PASSWORD_AUTH', 'CUSTOM_AUTH'] as const;
const secrets = [undefined, demoClientSecret] as const;

interface Way {
  readonly username: string;
  readonly userPoolId: string;
  /** Absent: all but CUSTOM_AUTH, where the pool's triggers decide what comes. */
  readonly flows?: readonly AuthFlow[];
  /** The forms that come, by AWS's names. */
  readonly asks: readonly string[];
}

/** By the row of the table. */
const ways: Readonly<Record<string, Way>> = {
  'no challenge': { username: 'alice', userPoolId: demoPoolId, asks: [] },
  NEW_PASSWORD_REQUIRED: { username: 'nina', userPoolId: demoPoolId, asks: ['NEW_PASSWORD_REQUIRED'] },
  SMS_MFA: { username: 'mia', userPoolId: demoPoolId, asks: ['SMS_MFA'] },
  EMAIL_OTP: { username: 'emma', userPoolId: demoPoolId, asks: ['EMAIL_OTP'] },
  SOFTWARE_TOKEN_MFA: { username: 'tom', userPoolId: demoPoolId, asks: ['SOFTWARE_TOKEN_MFA'] },
  SELECT_MFA_TYPE: { username: 'sam', userPoolId: demoPoolId, asks: ['SELECT_MFA_TYPE', 'SOFTWARE_TOKEN_MFA'] },
  MFA_SETUP: { username: 'max', userPoolId: demoMfaPoolId, asks: ['MFA_SETUP'] },
  'NEW_PASSWORD_REQUIRED, then MFA_SETUP': {
    username: 'nora',
    userPoolId: demoMfaPoolId,
    asks: ['NEW_PASSWORD_REQUIRED', 'MFA_SETUP'],
  },
  CUSTOM_CHALLENGE: { username: 'cleo', userPoolId: demoPoolId, flows: ['CUSTOM_AUTH'], asks: ['CUSTOM_CHALLENGE'] },
  'DEVICE_SRP_AUTH, DEVICE_PASSWORD_VERIFIER': { username: 'vera', userPoolId: demoDevicePoolId, asks: [] },
};
const withDevice = 'DEVICE_SRP_AUTH, DEVICE_PASSWORD_VERIFIER';
const flowsOf = ({ flows: own = flows.slice(0, 3) }: Way) => own;

const clientOf = (poolIndex: number, secret: string | undefined) =>
  `${poolIndex}${secret === undefined ? 'everyflow' : 'everyflowwithsecret'}`.padEnd(26, '0');

const { pools, ...demo } = demoWorld();
const everyFlow = ['USER_SRP_AUTH', 'USER_PASSWORD_AUTH', 'ADMIN_USER_PASSWORD_AUTH', 'CUSTOM_AUTH'] as const;
/** The demo's world; each pool has two app clients more, which allow every flow. */
const { standIn, newSignIn, asked } = signInBench({
  ...demo,
  pools: pools.map((pool, index) => ({
    ...pool,
    clients: secrets.map((secret) =>
      appClient({
        id: clientOf(index, secret),
        name: 'every-flow',
        explicitAuthFlows: [...everyFlow.map((flow) => `ALLOW_${flow}` as const), 'ALLOW_REFRESH_TOKEN_AUTH'],
        ...(secret !== undefined && { secret }),
      }),
    ),
  })),
});

/** A code counts once, and a user is set up once: each test has a minute of its own, and everybody as they were. */
const asTheyWere = structuredClone(pools.flatMap(({ users }) => users));
beforeEach(() => {
  standIn().levers.moveClock(60_000);
  for (const before of asTheyWere) {
    const user = standIn().levers.user(before.username);
    delete user.softwareToken;
    delete user.enabledMfas;
    Object.assign(user, structuredClone(before));
  }
});

const newPassword = 'An0ther-passw0rd!';
const totp = (secret: string) =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: standIn().levers.now() });

function keyIn({ shows = [] }: ChallengePrompt): string {
  const part = shows.find(({ kind }) => kind === 'authenticator');
  return part?.kind === 'authenticator' ? part.secret.replaceAll(' ', '') : '';
}

/** What the person does with a form, by the one who is asked. */
function answersTo(prompt: ChallengePrompt, username: string): Record<string, string> {
  const { messages } = standIn().levers.outbox;
  const code = messages.findLast((message) => message.username === username)?.code ?? '';
  switch (prompt.challengeName) {
    case 'NEW_PASSWORD_REQUIRED':
      return { NEW_PASSWORD: newPassword, 'userAttributes.name': 'Nina Petrov' };
    case 'SMS_MFA':
      return { SMS_MFA_CODE: code };
    case 'EMAIL_OTP':
      return { EMAIL_OTP_CODE: code };
    case 'SELECT_MFA_TYPE':
      return { ANSWER: 'SOFTWARE_TOKEN_MFA' };
    case 'SOFTWARE_TOKEN_MFA':
      return { SOFTWARE_TOKEN_MFA_CODE: totp(username === 'sam' ? demoTotpSecrets.sam : demoTotpSecrets.tom) };
    case 'MFA_SETUP':
      return { USER_CODE: totp(keyIn(prompt)) };
    default:
      return { ANSWER: 'water' };
  }
}

describe.each(Object.entries(ways))('%s', (row, way) => {
  const columns = flowsOf(way).flatMap((flow) => secrets.map((secret) => [flow, secret] as const));
  it.each(
    columns.map(([flow, secret]) => [flow, secret === undefined ? 'no secret' : 'client secret', secret] as const),
  )('%s, %s', async (authFlow, _secret, clientSecret) => {
    const { username, userPoolId } = way;
    const options = {
      userPoolId,
      appClientId: clientOf(
        pools.findIndex(({ id }) => id === userPoolId),
        clientSecret,
      ),
      adminApi: adminApiBySdk(standIn(), demoIam.allowed),
      devices: createDevices(),
    };
    const signInOnce = async () => {
      const signIn = newSignIn(options);
      const credentials = { authFlow, username, password: demoPassword, ...(clientSecret && { clientSecret }) };
      const forms: string[] = [];
      let state: SignInState = await outcome(signIn, () => signIn.start(credentials));
      while (state.step === 'challenge') {
        const prompt = promptIn(state);
        forms.push(prompt.challengeName);
        // oxlint-disable-next-line no-await-in-loop -- one form after the other
        state = await outcome(signIn, () => signIn.answer(answersTo(prompt, username)));
      }
      return { user: userIn(state), forms };
    };

    const { user, forms } = await signInOnce();
    expect(user).toMatchObject({ username, authFlow });
    expect(forms).toEqual(way.asks);
    if (row !== withDevice) return;
    const since = standIn().levers.requests.length;
    await signInOnce();
    expect(asked(since)).toHaveLength(authFlow === 'USER_SRP_AUTH' ? 4 : 3);
  });
});

it('docs/ways-in.md has these rows and cells', async () => {
  const text = await readFile(new URL('../../docs/ways-in.md', import.meta.url), 'utf8');
  const rows = text.split('\n').flatMap((line) => {
    const cells = line.split('|').map((cell) => cell.trim());
    const [, name = '', ...columns] = cells;
    return columns.some((cell) => /^(?:✓|–)/.test(cell))
      ? [[name.replaceAll('`', ''), columns.slice(0, 8)] as const]
      : [];
  });
  const expected = Object.entries(ways).map(([name, way]) => [
    name,
    flows.flatMap((flow) => secrets.map(() => (flowsOf(way).includes(flow) ? '✓' : '–'))),
  ]);
  expect(rows).toEqual(expected);
});
