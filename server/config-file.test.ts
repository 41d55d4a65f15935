import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { connectionOfFile } from './config-file.ts';
import { openConnectionsFile } from './connections-file.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'config-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const key = 'da2-abcdefghijklmnopqrstuvwxyz';
const outputs = {
  version: '1.4',
  auth: { user_pool_id: 'eu-west-1_A', user_pool_client_id: '1example' },
  data: {
    url: 'https://api.example.com/graphql',
    api_key: key,
    default_authorization_type: 'AMAZON_COGNITO_USER_POOLS',
    authorization_types: ['API_KEY'],
  },
};

async function configured(name: string, text: string) {
  await writeFile(join(folder, name), text);
  return connectionOfFile(name, { folder, connections: openConnectionsFile(join(folder, 'kept')) });
}

it('a file becomes a kept connection, once, and its key is in none', async () => {
  const { connection, apiKeys } = await configured('amplify_outputs.json', JSON.stringify(outputs));
  expect(connection).toEqual({
    id: 'amplify-outputs-json',
    name: 'amplify_outputs.json',
    userPoolId: 'eu-west-1_A',
    appClientId: '1example',
    graphqlEndpoint: 'https://api.example.com/graphql',
    authFlow: 'USER_SRP_AUTH',
  });
  expect(apiKeys).toEqual([{ connectionId: connection.id, apiKey: key, isDefault: false }]);
  expect((await configured('amplify_outputs.json', JSON.stringify(outputs))).connection).toEqual(connection);
  const kept = await readFile(openConnectionsFile(join(folder, 'kept')).path, 'utf8');
  expect(kept).toContain('amplify-outputs-json');
  expect(kept).not.toContain(key);
});

it.each([
  ['no file', undefined, /^There is no file x\.js\.$/],
  ['code', 'export default make()', /^x\.js cannot be used\. It holds code/],
  ['no API', JSON.stringify({ ...outputs, data: undefined }), /names no GraphQL API/],
  [
    'several app clients',
    JSON.stringify({
      auth: {
        plugins: {
          awsCognitoAuthPlugin: {
            CognitoUserPool: {
              Default: { PoolId: 'eu-west-1_A', AppClientId: '1' },
              Web: { PoolId: 'eu-west-1_A', AppClientId: '2' },
            },
          },
        },
      },
      api: { plugins: { awsAPIPlugin: { blog: { endpoint: 'https://api.example.com/graphql' } } } },
    }),
    /several app clients: Default, Web\. Start without --config and drop the file/,
  ],
])('%s is a sentence', async (_, text, words) => {
  const asked =
    text === undefined
      ? connectionOfFile('x.js', { folder, connections: openConnectionsFile(folder) })
      : configured('x.js', text);
  await expect(asked).rejects.toThrow(words);
});
