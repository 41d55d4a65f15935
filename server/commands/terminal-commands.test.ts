// token and secret-hash as processes of their own: what is on standard output, and the exit code, is what scripts live by.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { decodeJwt } from 'jose';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { demoIam } from '../../stand-in/demo/demo-iam.ts';
import { demoClientIds, demoPassword, demoPoolId } from '../../stand-in/demo/demo-pool.ts';
import { startStandIn, type StandIn } from '../../stand-in/start.ts';
import { endAllRuns, runCli } from '../run-cli.ts';

// A process starts in half a second, on a busy machine in several.
vi.setConfig({ testTimeout: 30_000 });

let standIn: StandIn;
let home = '';
beforeAll(async () => {
  standIn = await startStandIn();
  home = await mkdtemp(join(tmpdir(), 'commands-'));
  await writeFile(
    join(home, 'amplify_outputs.json'),
    await (await fetch(`${standIn.origin}/amplify_outputs.json`)).text(),
  );
});
afterEach(endAllRuns);
afterAll(async () => {
  await standIn.close();
  await rm(home, { recursive: true });
});

const password = { APPSYNC_GRAPHIQL_PASSWORD: demoPassword };
const token = (words: readonly string[], environment: NodeJS.ProcessEnv = {}) =>
  runCli(['token', '--config', join(home, 'amplify_outputs.json'), ...words], home, environment).ended;

describe('token', () => {
  it('prints the token and a line’s end, and nothing else anywhere', async () => {
    const { code, out, err } = await token(['--username', 'alice'], password);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(/^[\w-]+\.[\w-]+\.[\w-]+\n$/);
    expect(decodeJwt(out.trim())).toMatchObject({ 'cognito:username': 'alice' });
  });

  it('signs the admin flow with the AWS SDK’s own chain, and warns of nothing', async () => {
    const { accessKeyId: AWS_ACCESS_KEY_ID, secretAccessKey: AWS_SECRET_ACCESS_KEY } = demoIam.allowed;
    const words = [
      '--username',
      'alice',
      '--auth-flow',
      'ADMIN_USER_PASSWORD_AUTH',
      '--client-id',
      demoClientIds.adminOnly,
    ];
    const { code, out, err } = await token(words, { ...password, AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY });
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(decodeJwt(out.trim())).toMatchObject({ 'cognito:username': 'alice' });
  });

  it('takes a kept connection by its name', async () => {
    const connection = {
      id: 'demo',
      name: 'The demo',
      userPoolId: demoPoolId,
      appClientId: demoClientIds.passwordOnly,
      graphqlEndpoint: `${standIn.origin}/graphql`,
      cognitoEndpoint: standIn.cognitoEndpoint,
      authFlow: 'USER_PASSWORD_AUTH',
    };
    const folder = await mkdtemp(join(home, 'config-'));
    await writeFile(join(folder, 'connections.json'), JSON.stringify({ version: 1, connections: [connection] }));
    const environment = { ...password, APPSYNC_GRAPHIQL_CONFIG_DIR: folder };
    const words = ['token', '--connection', 'the demo', '--username', 'bob', '--output', 'access'];
    const { code, out } = await runCli(words, home, environment).ended;
    expect({ code, kind: decodeJwt(out.trim())['token_use'] }).toEqual({ code: 0, kind: 'access' });
  });

  it('says on standard error what was refused', async () => {
    const { code, out, err } = await token(['--username', 'alice'], { APPSYNC_GRAPHIQL_PASSWORD: 'Wr0ng-passw0rd' });
    expect({ code, out }).toEqual({ code: 3, out: '' });
    expect(err).toMatch(/^error: .*AWS says: Incorrect username or password\.\n$/s);
    expect(err).not.toContain('Wr0ng-passw0rd');
  });

  it('does not wait for an answer that nobody can give', async () => {
    expect(await token(['--username', 'alice'])).toMatchObject({ code: 4, out: '' });
  });

  it.each([
    ['no user name', [], "required option '--username <name>' not specified"],
    ['an empty user name', ['--username', ''], 'A user name is not empty.'],
    ['a password as an argument', ['--username', 'alice', '--password', 'x'], "unknown option '--password'"],
    ['two places', ['--username', 'alice', '--connection', 'x'], 'cannot be used with'],
    ['a flow that there is not', ['--username', 'alice', '--auth-flow', 'SRP'], 'Allowed choices are USER_SRP_AUTH'],
    ['a pool id that is none', ['--username', 'alice', '--user-pool-id', 'x'], 'A user pool id is like'],
  ])('with %s shows its usage, exit code 2', async (_, words, sentence) => {
    const { code, out, err } = await token(words);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(sentence);
    expect(err).toContain('Usage: appsync-graphiql token');
  });

  it('tells its exit codes in its help', async () => {
    const { code, out } = await runCli(['token', '--help'], home).ended;
    expect(code).toBe(0);
    expect(out).toMatch(/Exit codes:\n {2}0 {4}done\n.* {2}130 {2}ended by Ctrl-C\n/s);
  });
});

describe('secret-hash', () => {
  const clientSecret = { APPSYNC_GRAPHIQL_CLIENT_SECRET: 'examplesecret123' };

  it('prints the hash', async () => {
    expect(await runCli(['secret-hash', 'alice', 'exampleclientid123'], home, clientSecret).ended).toEqual({
      code: 0,
      out: 'OmM4g5zdM/9Mw0siwR30z0O3YG54xBDWlA5YOUJSDEA=\n',
      err: '',
    });
  });

  it.each([
    ['too few words', ['alice']],
    ['the secret as a third', ['alice', 'exampleclientid123', 'hush']],
  ])('with %s shows its usage and not what was typed, exit code 2', async (_, words) => {
    const { code, out, err } = await runCli(['secret-hash', ...words], home, clientSecret).ended;
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain('Usage: appsync-graphiql secret-hash');
    expect(err).not.toContain('hush');
  });

  it('does not wait for a secret that nobody can type', async () => {
    expect(await runCli(['secret-hash', 'alice', 'x'], home).ended).toMatchObject({ code: 4, out: '' });
  });
});
