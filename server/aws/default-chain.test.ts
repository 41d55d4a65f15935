// The SDK's own chain against files, commands and endpoints as a developer's machine has them: so that a new wording of the SDK's
// is noticed here and not by a person.
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type RequestListener, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createAwsCredentials, type Loaded } from './aws-credentials.ts';

let home = '';
const servers: Server[] = [];

beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'aws-'));
  await mkdir(join(home, '.aws', 'sso', 'cache'), { recursive: true });
  for (const name of Object.keys(process.env)) if (name.startsWith('AWS_')) vi.stubEnv(name, undefined);
  vi.stubEnv('HOME', home);
  vi.stubEnv('AWS_EC2_METADATA_DISABLED', 'true');
});
afterEach(async () => {
  vi.unstubAllEnvs();
  for (const server of servers.splice(0)) {
    server.close();
    server.closeAllConnections();
  }
  await rm(home, { recursive: true, force: true });
});

const write = (name: 'config' | 'credentials', ...lines: string[]) =>
  writeFile(join(home, '.aws', name), lines.join('\n'));

const load = (profile?: string): Promise<Loaded> =>
  createAwsCredentials({ profile, environment: process.env }).load(new AbortController().signal);

async function origin(answer: RequestListener): Promise<string> {
  const server = createServer(answer);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`;
}

const found = (accessKeyId: string) => ({ ok: true, identity: expect.objectContaining({ accessKeyId }) });
const fault = (reason: string) => ({ ok: false, fault: { reason } });

it('finds keys in the environment', async () => {
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'AKIAENV');
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'hush');
  expect(await load()).toMatchObject(found('AKIAENV'));
});

it('finds the keys of the profile that is asked for, before those of the environment', async () => {
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'AKIAENV');
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'hush');
  await write('credentials', '[work]', 'aws_access_key_id = AKIAWORK', 'aws_secret_access_key = hush');
  expect(await load('work')).toMatchObject(found('AKIAWORK'));
  vi.stubEnv('AWS_PROFILE', 'work');
  expect(await load()).toMatchObject(found('AKIAWORK'));
});

it('finds what a command gives', async () => {
  const json = JSON.stringify({ Version: 1, AccessKeyId: 'AKIAPROCESS', SecretAccessKey: 'hush' });
  await writeFile(join(home, 'keys.json'), json);
  await write('config', '[profile work]', `credential_process = cat ${join(home, 'keys.json')}`);
  expect(await load('work')).toMatchObject(found('AKIAPROCESS'));
});

it('finds what a container’s endpoint gives', async () => {
  const body = {
    AccessKeyId: 'AKIACONTAINER',
    SecretAccessKey: 'hush',
    Token: 't',
    Expiration: '2099-01-01T00:00:00Z',
  };
  const endpoint = await origin((_request, response) => response.end(JSON.stringify(body)));
  vi.stubEnv('AWS_CONTAINER_CREDENTIALS_FULL_URI', `${endpoint}/creds`);
  expect(await load()).toMatchObject(found('AKIACONTAINER'));
});

it('sees what was written after a failure', async () => {
  const credentials = createAwsCredentials({ environment: process.env });
  const { signal } = new AbortController();
  expect(await credentials.load(signal)).toMatchObject(fault('none'));
  await write('credentials', '[default]', 'aws_access_key_id = AKIANEW', 'aws_secret_access_key = hush');
  expect(await credentials.load(signal)).toMatchObject(found('AKIANEW'));
});

it.each([
  ['nothing at all', 'none', undefined, []],
  ['a default profile with a region only', 'none', undefined, ['[default]', 'region = eu-west-1']],
  ['another profile only', 'none', undefined, ['[profile work]', 'region = eu-west-1']],
  ['a profile with a region only', 'profile-incomplete', 'work', ['[profile work]', 'region = eu-west-1']],
  ['a profile of another name', 'profile-not-found', 'wrok', ['[profile work]', 'region = eu-west-1']],
  ['a command that fails', 'process-failed', 'work', ['[profile work]', 'credential_process = false']],
  ['a command that prints no keys', 'process-failed', 'work', ['[profile work]', 'credential_process = echo hello']],
  ['a command that is the default profile’s', 'process-failed', undefined, ['[default]', 'credential_process = false']],
  [
    'an SSO session that was never begun',
    'expired-sso',
    'work',
    [
      '[profile work]',
      'sso_session = corp',
      'sso_account_id = 111122223333',
      'sso_role_name = Dev',
      '[sso-session corp]',
      'sso_start_url = https://example.awsapps.com/start',
      'sso_region = eu-west-1',
    ],
  ],
  [
    'an SSO login of the older kind that was never begun',
    'expired-sso',
    'work',
    [
      '[profile work]',
      'sso_start_url = https://example.awsapps.com/start',
      'sso_region = eu-west-1',
      'sso_account_id = 111122223333',
      'sso_role_name = Dev',
    ],
  ],
  [
    'an SSO profile without a role',
    'profile-incomplete',
    'work',
    [
      '[profile work]',
      'sso_start_url = https://example.awsapps.com/start',
      'sso_region = eu-west-1',
      'sso_account_id = 1',
    ],
  ],
  [
    'an SSO profile whose session is in no file',
    'profile-incomplete',
    'work',
    ['[profile work]', 'sso_session = corp', 'sso_account_id = 1', 'sso_role_name = Dev'],
  ],
  [
    'a role with MFA',
    'role-refused',
    'work',
    [
      '[profile work]',
      'role_arn = arn:aws:iam::111122223333:role/dev',
      'source_profile = keys',
      'mfa_serial = arn:aws:iam::111122223333:mfa/me',
      '[profile keys]',
      'aws_access_key_id = AKIA',
      'aws_secret_access_key = hush',
    ],
  ],
  [
    'a console sign-in that was never begun',
    'expired',
    'work',
    ['[profile work]', 'login_session = arn:aws:iam::111122223333:user/me', 'region = eu-west-1'],
  ],
] as const)('%s: %s', async (_, reason, profile, config) => {
  await write('config', ...config);
  expect(await load(profile)).toMatchObject(fault(reason));
});

it('an SSO session whose token is out of time', async () => {
  await write(
    'config',
    '[profile work]',
    'sso_session = corp',
    'sso_account_id = 111122223333',
    'sso_role_name = Dev',
    '[sso-session corp]',
    'sso_start_url = https://example.awsapps.com/start',
    'sso_region = eu-west-1',
  );
  const { createHash } = await import('node:crypto');
  const cached = join(home, '.aws', 'sso', 'cache', `${createHash('sha1').update('corp').digest('hex')}.json`);
  await writeFile(cached, JSON.stringify({ accessToken: 'hush', expiresAt: '2020-01-01T00:00:00Z' }));
  expect(await load('work')).toMatchObject(fault('expired-sso'));
});

it('a container’s endpoint that refuses', async () => {
  const endpoint = await origin((_request, response) => response.writeHead(500).end());
  vi.stubEnv('AWS_CONTAINER_CREDENTIALS_FULL_URI', `${endpoint}/creds`);
  expect(await load()).toMatchObject(fault('unreachable'));
});

it('an instance’s metadata that never answers is waited for shortly', async () => {
  const endpoint = await origin(() => {});
  vi.stubEnv('AWS_EC2_METADATA_DISABLED', 'false');
  vi.stubEnv('AWS_EC2_METADATA_SERVICE_ENDPOINT', endpoint);
  const began = performance.now();
  expect(await load()).toMatchObject(fault('none'));
  expect(performance.now() - began).toBeLessThan(4500);
}, 15_000);
