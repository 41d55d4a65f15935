// The command `token` against the stand-in, with a terminal at which the answers are known beforehand.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { decodeJwt } from 'jose';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { demoIam } from '../../stand-in/demo/demo-iam.ts';
import { demoClientIds, demoClientSecret, demoPassword, demoPoolId } from '../../stand-in/demo/demo-pool.ts';
import { startStandIn, type StandIn } from '../../stand-in/start.ts';
import { runToken, type TokenOptions } from './run-token.ts';
import { scriptedTerminal, type ScriptedTerminal } from './scripted-terminal.ts';

let standIn: StandIn;
let home = '';
beforeAll(async () => {
  standIn = await startStandIn();
  home = await mkdtemp(join(tmpdir(), 'token-'));
  await writeFile(
    join(home, 'amplify_outputs.json'),
    await (await fetch(`${standIn.origin}/amplify_outputs.json`)).text(),
  );
});
afterEach(() => {
  vi.unstubAllEnvs();
});
afterAll(async () => {
  await standIn.close();
  await rm(home, { recursive: true });
});

interface Surroundings {
  readonly environment?: Readonly<Record<string, string>>;
  readonly terminal?: ScriptedTerminal;
}

function token(options: Partial<TokenOptions>, { environment = {}, terminal = scriptedTerminal() }: Surroundings = {}) {
  const files = { AWS_CONFIG_FILE: join(home, 'none'), AWS_SHARED_CREDENTIALS_FILE: join(home, 'none') };
  const all = { ...files, AWS_EC2_METADATA_DISABLED: 'true', ...environment };
  // The AWS SDK reads the process's own.
  for (const name of Object.keys(process.env)) if (name.startsWith('AWS_')) vi.stubEnv(name, undefined);
  for (const [name, value] of Object.entries(all)) if (name.startsWith('AWS_')) vi.stubEnv(name, value);
  return runToken(
    { username: 'carol', config: join(home, 'amplify_outputs.json'), output: 'id', ...options },
    {
      environment: all,
      terminal,
      fetch: (url, init) => fetch(url, init),
      folder: '/',
      readConnections: () => Promise.resolve({ connections: [], notes: [] }),
      now: Date.now,
    },
  );
}

const password = { APPSYNC_GRAPHIQL_PASSWORD: demoPassword };
const byAdmin = { authFlow: 'ADMIN_USER_PASSWORD_AUTH', clientId: demoClientIds.adminOnly } as const;
const keys = ({ accessKeyId, secretAccessKey }: { accessKeyId: string; secretAccessKey: string }) => ({
  AWS_ACCESS_KEY_ID: accessKeyId,
  AWS_SECRET_ACCESS_KEY: secretAccessKey,
});

describe('a token from the terminal', () => {
  it.each([
    ['SRP', {}, {}],
    ['password', { authFlow: 'USER_PASSWORD_AUTH' }, {}],
    ['the admin flow', byAdmin, keys(demoIam.allowed)],
    [
      'SRP with a client secret',
      { clientId: demoClientIds.withSecret },
      { APPSYNC_GRAPHIQL_CLIENT_SECRET: demoClientSecret },
    ],
    [
      'the admin flow with a client secret',
      { ...byAdmin, clientId: demoClientIds.adminWithSecret },
      { ...keys(demoIam.allowed), APPSYNC_GRAPHIQL_CLIENT_SECRET: demoClientSecret },
    ],
  ] as const)('by %s, with all answers in the environment', async (_, options, environment) => {
    const text = await token(options, { environment: { ...password, ...environment } });
    expect(decodeJwt(text)).toMatchObject({ token_use: 'id', 'cognito:username': 'carol' });
  });

  it('is the access token, or all of them', async () => {
    expect(decodeJwt(await token({ output: 'access' }, { environment: password }))).toMatchObject({
      token_use: 'access',
    });
    const all: unknown = JSON.parse(await token({ output: 'json' }, { environment: password }));
    const AuthenticationResult = expect.objectContaining({ ExpiresIn: 3600, TokenType: 'Bearer' });
    expect(all).toEqual({ ChallengeParameters: {}, AuthenticationResult });
  });

  it('sends no password by SRP', async () => {
    const before = standIn.levers.requests.length;
    await token({}, { environment: password });
    expect(standIn.levers.requests.slice(before).map(({ operation }) => operation)).toEqual([
      'InitiateAuth',
      'RespondToAuthChallenge',
    ]);
  });

  it('asks for the client secret when Cognito tells that there is one, and not for the password again', async () => {
    const terminal = scriptedTerminal([demoPassword, demoClientSecret]);
    const text = await token({ clientId: demoClientIds.withSecret }, { terminal });
    expect(decodeJwt(text)).toMatchObject({ 'cognito:username': 'carol' });
    expect(terminal.asked).toEqual(['[Password: ]', '[Client secret: ]']);
  });

  it('is given to who types the password, unseen', async () => {
    const terminal = scriptedTerminal([demoPassword]);
    expect(decodeJwt(await token({}, { terminal }))).toMatchObject({ token_use: 'id' });
    expect(terminal.asked).toEqual(['[Password: ]']);
  });
});

describe('a user with a temporary password', () => {
  afterEach(() => {
    const { name: _name, ...attributes } = standIn.levers.user('nina').attributes;
    Object.assign(standIn.levers.user('nina'), { status: 'FORCE_CHANGE_PASSWORD', password: demoPassword, attributes });
  });

  it('chooses a new one at the terminal, again where the pool’s policy refuses it', async () => {
    const terminal = scriptedTerminal([
      demoPassword,
      'weakling',
      'weakling',
      'Nina',
      'N3w-passw0rd!',
      'N3w-passw0rd!',
      'Nina',
    ]);
    expect(decodeJwt(await token({ username: 'nina' }, { terminal }))).toMatchObject({ name: 'Nina' });
    expect(terminal.said.join('\n')).toMatch(/Choose a new password.*did not conform/s);
  });

  it('is a sentence and exit code 4 for a script without a new one', async () => {
    const attempt = token({ username: 'nina' }, { environment: password });
    await expect(attempt).rejects.toMatchObject({ exitCode: 4, message: expect.stringContaining('NEW_PASSWORD') });
  });

  it('is told a script whose new one is refused', async () => {
    const nina = standIn.levers.user('nina');
    Object.assign(nina, { attributes: { ...nina.attributes, name: 'Nina' } });
    const environment = { ...password, APPSYNC_GRAPHIQL_NEW_PASSWORD: 'weakling' };
    const attempt = token({ username: 'nina' }, { environment });
    await expect(attempt).rejects.toMatchObject({ exitCode: 3, message: expect.stringContaining('did not conform') });
  });
});

describe('what goes wrong', () => {
  it.each([
    ['a wrong password', {}, { APPSYNC_GRAPHIQL_PASSWORD: 'Wr0ng-passw0rd' }, 3, 'Incorrect username or password.'],
    ['a disabled user', { username: 'dora' }, password, 3, 'disabled'],
    ['no password and nobody to ask', {}, {}, 4, 'Set APPSYNC_GRAPHIQL_PASSWORD'],
    [
      'a client secret that is needed, and nobody to ask',
      { clientId: demoClientIds.withSecret },
      password,
      4,
      'Set APPSYNC_GRAPHIQL_CLIENT_SECRET',
    ],
    [
      'a client secret that is wrong',
      { clientId: demoClientIds.withSecret },
      { ...password, APPSYNC_GRAPHIQL_CLIENT_SECRET: 'another' },
      3,
      'The client secret is not the right one.',
    ],
    ['nobody listening', { cognitoEndpoint: 'http://localhost:9/' }, password, 5, 'could not be reached'],
    [
      'a flow that the app client does not allow',
      { clientId: demoClientIds.passwordOnly },
      password,
      6,
      'does not allow USER_SRP_AUTH',
    ],
    ['an app client that is not there', { clientId: '1nobody' }, password, 6, 'no app client 1nobody'],
    ['the admin flow without AWS credentials', byAdmin, password, 7, 'aws configure'],
    ['an AWS profile that is not there', { ...byAdmin, profile: 'wrok' }, password, 7, 'no AWS profile “wrok”'],
    [
      'the admin flow where IAM refuses',
      byAdmin,
      { ...password, ...keys(demoIam.denied) },
      7,
      `userpool/${demoPoolId}"`,
    ],
    [
      'the admin flow at a host that is not AWS’s',
      { ...byAdmin, cognitoEndpoint: 'https://auth.example.com/' },
      { ...password, ...keys(demoIam.allowed) },
      7,
      'only for cognito-idp.eu-west-1',
    ],
  ] as const)('%s: a sentence and an exit code', async (_, options, environment, exitCode, words) => {
    const attempt = token(options, { environment });
    await expect(attempt).rejects.toMatchObject({ exitCode, message: expect.stringContaining(words) });
  });

  it('a server that is not Cognito', async () => {
    const server = createServer((_request, response) => response.end('<html>'));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    const cognitoEndpoint = `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}/`;
    const attempt = token({ cognitoEndpoint }, { environment: password });
    await expect(attempt).rejects.toMatchObject({ exitCode: 5 });
    server.close();
  });

  it('no word of it holds the password or the keys', async () => {
    const secrets = [demoPassword, demoIam.denied.secretAccessKey, demoIam.denied.accessKeyId];
    const failures = await Promise.all([
      token({ ...byAdmin }, { environment: { ...password, ...keys(demoIam.denied) } }).catch(String),
      token({ cognitoEndpoint: 'http://localhost:9/' }, { environment: password }).catch(String),
    ]);
    for (const secret of secrets) expect(failures.join('\n')).not.toContain(secret);
  });
});
