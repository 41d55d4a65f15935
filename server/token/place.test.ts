import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Connection } from '../../src/settings/connection.ts';
import { callersFolder, readPlace, type PlaceOptions } from './place.ts';

let folder = '';
const file = (name: string) => join(folder, name);
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'place-'));
  const auth = { user_pool_id: 'eu-west-1_File', user_pool_client_id: '1file' };
  await writeFile(file('aws.json'), JSON.stringify({ auth, version: '1' }));
  await writeFile(
    file('custom.json'),
    JSON.stringify({ auth, custom: { cognito_endpoint: 'http://localhost:5825/' } }),
  );
  await writeFile(file('poor.json'), JSON.stringify({ auth: { user_pool_id: 'eu-west-1_File' } }));
});
afterAll(() => rm(folder, { recursive: true }));

const kept: Connection = {
  id: 'team',
  name: 'Our Team',
  userPoolId: 'us-east-1_Kept',
  appClientId: '1kept',
  graphqlEndpoint: 'https://api.example.com/graphql',
  authFlow: 'USER_PASSWORD_AUTH',
  hasClientSecret: true,
};
const readConnections = () => Promise.resolve({ connections: [kept], notes: [] });
const read = (options: PlaceOptions) => readPlace(options, { folder, readConnections });

const ofFile = {
  userPoolId: 'eu-west-1_File',
  appClientId: '1file',
  cognitoEndpoint: 'https://cognito-idp.eu-west-1.amazonaws.com/',
  authFlow: 'USER_SRP_AUTH',
  hasClientSecret: false,
};
const ofKept = {
  userPoolId: 'us-east-1_Kept',
  appClientId: '1kept',
  cognitoEndpoint: 'https://cognito-idp.us-east-1.amazonaws.com/',
  authFlow: 'USER_PASSWORD_AUTH',
  hasClientSecret: true,
};

it('a path begins where npm was called, or else here', () => {
  expect(callersFolder({ npm_lifecycle_event: 'cli', INIT_CWD: '/my/app' })).toBe('/my/app');
  expect(callersFolder({ npm_lifecycle_event: 'test', INIT_CWD: '/my/app' })).toBe(process.cwd());
  expect(callersFolder({})).toBe(process.cwd());
});

describe('where to sign in', () => {
  it('a file of Amplify’s says', async () => {
    expect(await read({ config: 'aws.json' })).toEqual(ofFile);
  });

  it('with the Cognito that it names', async () => {
    const place = await read({ config: file('custom.json') });
    expect(place.cognitoEndpoint).toBe('http://localhost:5825/');
  });

  it.each(['team', 'Our Team', 'our team'])('the kept connection %s says', async (connection) => {
    expect(await read({ connection })).toEqual(ofKept);
  });

  it('flags say, alone or in place of what the others say', async () => {
    const flags = { userPoolId: 'eu-west-1_Flag', clientId: '1flag' };
    expect(await read(flags)).toEqual({ ...ofFile, userPoolId: 'eu-west-1_Flag', appClientId: '1flag' });
    const over = {
      config: file('aws.json'),
      clientId: '1other',
      authFlow: 'CUSTOM_AUTH',
      cognitoEndpoint: 'http://localhost:1/',
    } as const;
    expect(await read(over)).toEqual({
      ...ofFile,
      appClientId: '1other',
      authFlow: 'CUSTOM_AUTH',
      cognitoEndpoint: 'http://localhost:1/',
    });
  });

  it.each([
    ['nothing', {}, 2, /^Say where to sign in: /],
    ['half of it', { userPoolId: 'eu-west-1_A' }, 2, /^Say where to sign in: /],
    ['a file that is not there', { config: 'nowhere.json' }, 6, /^There is no file nowhere\.json\.$/],
    ['a folder', { config: '.' }, 6, /cannot be read \(EISDIR\)/],
    [
      'a file without an app client',
      { config: 'poor.json' },
      6,
      /poor\.json cannot be used\. It has no "auth\.user_pool_client_id"/,
    ],
    [
      'a connection that is not kept',
      { connection: 'x' },
      6,
      /^No connection is called “x”\. There are: “Our Team”\.$/,
    ],
  ])('%s is a sentence', async (_, options, exitCode, words) => {
    const refused = { exitCode, message: expect.stringMatching(words) };
    await expect(read(options)).rejects.toMatchObject(refused);
  });
});
