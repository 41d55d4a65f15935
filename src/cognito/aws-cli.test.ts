import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { awsCliCommandFrom, quoted, type CliConnection } from './aws-cli.ts';

const connection: CliConnection = {
  userPoolId: 'eu-west-1_AbC',
  appClientId: '1example',
  authFlow: 'USER_PASSWORD_AUTH',
};

/** The words that a real shell makes of a command. */
function wordsIn(command: string): string[] {
  const script = `aws() { printf '%s\\0' "$@"; }\n${command}\n`;
  return execFileSync('sh', ['-c', script], { encoding: 'utf8' }).split('\0').slice(0, -1);
}

/** Its options by name; the parameters as what their JSON says. */
function asked(more: Partial<CliConnection> = {}, username?: string) {
  const [service, operation, ...options] = wordsIn(awsCliCommandFrom({ ...connection, ...more }, username).command);
  const entries = options.flatMap((option, at) => (at % 2 === 0 ? [[option, options[at + 1] ?? '']] : []));
  const { '--auth-parameters': parameters = '', ...rest }: Record<string, string> = Object.fromEntries(entries);
  const values: unknown = JSON.parse(parameters);
  return { service, operation, ...rest, parameters: values };
}

describe('the command', () => {
  it('is the sign-in of the connection, with placeholders for what is secret', () => {
    expect(asked({}, ' alice ')).toEqual({
      service: 'cognito-idp',
      operation: 'initiate-auth',
      '--region': 'eu-west-1',
      '--client-id': '1example',
      '--auth-flow': 'USER_PASSWORD_AUTH',
      parameters: { USERNAME: 'alice', PASSWORD: '<PASSWORD>' },
    });
  });

  it('reads well', () => {
    expect(awsCliCommandFrom(connection, 'alice').command).toBe(
      String.raw`aws cognito-idp initiate-auth \
  --region eu-west-1 \
  --client-id 1example \
  --auth-flow USER_PASSWORD_AUTH \
  --auth-parameters '{"USERNAME":"alice","PASSWORD":"<PASSWORD>"}'`,
    );
  });

  it('has a placeholder for the name too, where there is none', () => {
    expect(asked({}, ' ')).toMatchObject({ parameters: { USERNAME: '<USERNAME>' } });
  });

  it('with a client secret has a place for its hash, and says what prints it', () => {
    expect(asked({ hasClientSecret: true }, "o'neill")).toMatchObject({
      parameters: { USERNAME: "o'neill", PASSWORD: '<PASSWORD>', SECRET_HASH: '<SECRET-HASH>' },
    });
    const { notes } = awsCliCommandFrom({ ...connection, hasClientSecret: true }, "o'neill");
    expect(notes).toEqual([
      String.raw`SECRET_HASH is printed by: npm run --silent cli -- secret-hash 'o'\''neill' 1example`,
    ]);
  });

  it('of the admin flow names the pool, and whose credentials sign', () => {
    const admin = { authFlow: 'ADMIN_USER_PASSWORD_AUTH' } as const;
    expect(asked(admin, 'alice')).toMatchObject({
      operation: 'admin-initiate-auth',
      '--user-pool-id': 'eu-west-1_AbC',
      '--auth-flow': 'ADMIN_USER_PASSWORD_AUTH',
    });
    expect(awsCliCommandFrom({ ...connection, ...admin }).notes).toEqual([expect.stringMatching(/--profile/)]);
  });

  it('for SRP is the password flow, and says so', () => {
    expect(asked({ authFlow: 'USER_SRP_AUTH' })).toMatchObject({ '--auth-flow': 'USER_PASSWORD_AUTH' });
    expect(awsCliCommandFrom({ ...connection, authFlow: 'USER_SRP_AUTH' }).notes).toEqual([
      expect.stringMatching(/cannot do SRP/),
    ]);
  });

  it('of CUSTOM_AUTH sends no password', () => {
    expect(asked({ authFlow: 'CUSTOM_AUTH' }, 'cleo')).toMatchObject({ parameters: { USERNAME: 'cleo' } });
    expect(asked({ authFlow: 'CUSTOM_AUTH' })).not.toHaveProperty('parameters.PASSWORD');
  });

  it.each([
    [undefined, undefined],
    ['https://cognito-idp.eu-west-1.amazonaws.com/', undefined],
    ['http://localhost:5825/', 'http://localhost:5825/'],
    ['https://cognito-idp.us-east-1.amazonaws.com/', 'https://cognito-idp.us-east-1.amazonaws.com/'],
    ['https://proxy.example/a b?x=$HOME', 'https://proxy.example/a b?x=$HOME'],
  ])('for the endpoint %s names %s', (cognitoEndpoint, url) => {
    expect(asked(cognitoEndpoint === undefined ? {} : { cognitoEndpoint })).toMatchObject(
      url === undefined ? {} : { '--endpoint-url': url },
    );
    if (url === undefined) expect(asked({})).not.toHaveProperty('--endpoint-url');
  });

  it.each([
    "o'neill",
    'a "b" c',
    '$(id)',
    '`id`',
    '$HOME',
    'a\\nb',
    'back\\slash',
    '!x',
    '*',
    '山田',
    "''",
    '<x>&y|z;',
  ])('keeps the name %j as it is through a shell', (username) => {
    expect(asked({}, username)).toMatchObject({ parameters: { USERNAME: username } });
  });
});

it.each(['', 'plain', "it's", "'", 'a b', '-x', '~', '#', '\t', "'; rm -rf x; '"])('one word stays one: %j', (text) => {
  expect(wordsIn(`aws ${quoted(text)}`)).toEqual([text]);
});
