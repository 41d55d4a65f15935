// Every challenge, answered from the terminal or from the environment, against the stand-in.
import { decodeJwt } from 'jose';
import { TOTP } from 'otpauth';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { demoDeviceClientId, demoDevicePoolId } from '../../stand-in/demo/demo-device-pool.ts';
import { demoIam } from '../../stand-in/demo/demo-iam.ts';
import { demoMfaClientId, demoMfaPoolId } from '../../stand-in/demo/demo-mfa-pool.ts';
import { demoTotpSecrets } from '../../stand-in/demo/demo-people.ts';
import { demoClientIds, demoPassword, demoPoolId } from '../../stand-in/demo/demo-pool.ts';
import { startStandIn, type StandIn } from '../../stand-in/start.ts';
import { runToken, type TokenOptions } from './run-token.ts';
import { scriptedTerminal, type ScriptedTerminal } from './scripted-terminal.ts';

// One stand-in for all, so each authenticator app's code is used once: a code counts once in its half minute.
let standIn: StandIn;
beforeAll(async () => {
  standIn = await startStandIn();
});
afterEach(() => {
  vi.unstubAllEnvs();
});
afterAll(() => standIn.close());

type Given = Readonly<Record<string, string>>;

function token(options: Partial<TokenOptions>, given: Given | ScriptedTerminal): Promise<string> {
  const isTerminal = (one: Given | ScriptedTerminal): one is ScriptedTerminal => 'isInteractive' in one;
  return runToken(
    {
      username: 'carol',
      userPoolId: demoPoolId,
      clientId: demoClientIds.default,
      cognitoEndpoint: standIn.cognitoEndpoint,
      output: 'id',
      ...options,
    },
    {
      environment: isTerminal(given) ? {} : { APPSYNC_GRAPHIQL_PASSWORD: demoPassword, ...given },
      terminal: isTerminal(given) ? given : scriptedTerminal(),
      fetch: (url, init) => fetch(url, init),
      folder: '/',
      readConnections: () => Promise.reject(new Error('not asked for')),
      now: Date.now,
    },
  );
}

const totp = (secret: string) => new TOTP({ secret }).generate();
const lastCode = () => standIn.levers.outbox.messages.at(-1)?.code ?? '';
/** As people read it out: in two halves. */
const inHalves = (code: string) => `${code.slice(0, 3)} ${code.slice(3)}`;
const mfaPool = { userPoolId: demoMfaPoolId, clientId: demoMfaClientId };

describe('at the terminal', () => {
  it('a code by text message, again where it was wrong, with spaces', async () => {
    const terminal = scriptedTerminal([demoPassword, '000000', () => inHalves(lastCode())]);
    expect(decodeJwt(await token({ username: 'mia' }, terminal))).toMatchObject({ 'cognito:username': 'mia' });
    expect(terminal.asked).toEqual(['[Password: ]', '[Code: ]', '[Code: ]']);
    expect(terminal.said.join('\n')).toMatch(/text message.*AWS says: Invalid code/s);
  });

  it('a code by e-mail', async () => {
    const terminal = scriptedTerminal([demoPassword, () => lastCode()]);
    expect(decodeJwt(await token({ username: 'emma' }, terminal))).toMatchObject({ 'cognito:username': 'emma' });
  });

  it('a choice between factors', async () => {
    const terminal = scriptedTerminal([demoPassword, '2', () => totp(demoTotpSecrets.sam)]);
    expect(decodeJwt(await token({ username: 'sam' }, terminal))).toMatchObject({ 'cognito:username': 'sam' });
  });

  it('a new password, then an authenticator app set up by the secret that is shown', async () => {
    const secretShown = (said: readonly string[]) => /[?&]secret=(\w+)/.exec(said.join('\n'))?.[1] ?? '';
    const terminal = scriptedTerminal([
      demoPassword,
      'N3w-passw0rd!',
      'N3w-passw0rd!',
      (said) => totp(secretShown(said)),
    ]);
    expect(decodeJwt(await token({ username: 'nora', ...mfaPool }, terminal))).toMatchObject({
      'cognito:username': 'nora',
    });
  });

  it('the pool’s own question, without a password, until the answer is right', async () => {
    const terminal = scriptedTerminal(['', 'fire', 'water']);
    const custom = { username: 'cleo', clientId: demoClientIds.customAuth, authFlow: 'CUSTOM_AUTH' } as const;
    expect(decodeJwt(await token(custom, terminal))).toMatchObject({ 'cognito:username': 'cleo' });
    expect(terminal.said.join('\n')).toMatch(/question: The paper/);
  });
});

describe('from the environment', () => {
  it.each<[string, Partial<TokenOptions>, () => Given]>([
    [
      'a code of an authenticator app',
      { username: 'tom' },
      () => ({ APPSYNC_GRAPHIQL_CODE: totp(demoTotpSecrets.tom) }),
    ],
    [
      'an answer to the pool’s own question',
      { username: 'cleo', clientId: demoClientIds.customAuth, authFlow: 'CUSTOM_AUTH' },
      () => ({ APPSYNC_GRAPHIQL_ANSWER: 'water' }),
    ],
  ])('%s', async (_, options, given) => {
    expect(decodeJwt(await token(options, given()))).toMatchObject({ 'cognito:username': options.username });
  });

  it.each<[string, Partial<TokenOptions>, Given, number, string]>([
    ['a wrong code', { username: 'tom' }, { APPSYNC_GRAPHIQL_CODE: '000000' }, 3, 'AWS says: Invalid code'],
    ['no code', { username: 'tom' }, {}, 4, 'Set APPSYNC_GRAPHIQL_CODE'],
    ['no choice', { username: 'sam' }, {}, 4, 'A choice (SMS_MFA, SOFTWARE_TOKEN_MFA)'],
    [
      'a choice and no code',
      { username: 'sam' },
      { APPSYNC_GRAPHIQL_ANSWER: 'SMS_MFA' },
      4,
      'Set APPSYNC_GRAPHIQL_CODE',
    ],
    ['a factor to be set up', { username: 'max', ...mfaPool }, {}, 4, 'Code is asked for'],
  ])('with %s a script is told', async (_, options, given, exitCode, words) => {
    await expect(token(options, given)).rejects.toMatchObject({ exitCode, message: expect.stringContaining(words) });
  });
});

it('the admin flow answers a challenge as an administrator too', async () => {
  vi.stubEnv('AWS_ACCESS_KEY_ID', demoIam.allowed.accessKeyId);
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', demoIam.allowed.secretAccessKey);
  const before = standIn.levers.requests.length;
  const options = {
    username: 'emma',
    clientId: demoClientIds.adminOnly,
    authFlow: 'ADMIN_USER_PASSWORD_AUTH',
  } as const;
  const text = await token(options, scriptedTerminal([demoPassword, () => lastCode()]));
  expect(decodeJwt(text)).toMatchObject({ 'cognito:username': 'emma' });
  expect(standIn.levers.requests.slice(before).map(({ operation }) => operation)).toEqual([
    'AdminInitiateAuth',
    'AdminRespondToAuthChallenge',
  ]);
});

it('a device that the pool has just met is named beside the tokens, as the AWS CLI names it', async () => {
  const pool = { username: 'vera', userPoolId: demoDevicePoolId, clientId: demoDeviceClientId };
  const all: unknown = JSON.parse(await token({ ...pool, output: 'json' }, {}));
  const device = { DeviceKey: expect.stringMatching(/^eu-west-1_/), DeviceGroupKey: expect.any(String) };
  expect(all).toMatchObject({ AuthenticationResult: { NewDeviceMetadata: device } });
});
