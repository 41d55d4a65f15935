// The demo's subscriptions as its people would try them: with true tokens, the starter tabs, and two users.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { dial, inProtocol, startMessage, type RealtimeClient } from '../appsync/testing/realtime-client.ts';
import { startStandIn, type StandIn } from '../start.ts';
import { demoClientIds, demoPassword } from './demo-pool.ts';

let standIn: StandIn;
let host = '';
beforeAll(async () => {
  standIn = await startStandIn();
  host = `localhost:${standIn.port}`;
});
afterAll(() => standIn.close());

async function tokenOf(username: string): Promise<string> {
  const response = await fetch(standIn.cognitoEndpoint, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-amz-json-1.1',
      'x-amz-target': 'AWSCognitoIdentityProviderService.InitiateAuth',
    },
    body: JSON.stringify({
      AuthFlow: 'USER_PASSWORD_AUTH',
      ClientId: demoClientIds.default,
      AuthParameters: { USERNAME: username, PASSWORD: demoPassword },
    }),
  });
  return (JSON.parse(await response.text()) as { AuthenticationResult: { IdToken: string } }).AuthenticationResult
    .IdToken;
}

async function ask(username: string, query: string, variables: unknown = {}, path = '/graphql'): Promise<unknown> {
  const headers = { 'content-type': 'application/json', authorization: await tokenOf(username) };
  const response = await fetch(`${standIn.origin}${path}`, {
    method: 'POST',
    headers,
    body: JSON.stringify({ query, variables }),
  });
  return response.json();
}

async function listen(username: string, query: string, path = '/graphql'): Promise<RealtimeClient> {
  const auth = { host, Authorization: await tokenOf(username) };
  const client = await dial({ url: `ws://${host}${path}/realtime`, protocols: inProtocol(auth) });
  client.send(startMessage('s', auth, query));
  expect(await client.next()).toStrictEqual({ id: 's', type: 'start_ack' });
  return client;
}

function tab(connection: string, name: string) {
  const found = standIn.world.guide.operations[connection]?.find((operation) => operation.name === name);
  if (!found) throw new Error(`The demo has no tab ${name}.`);
  return { query: found.query, variables: JSON.parse(found.variables ?? '{}') as unknown };
}

test.each(['bob', 'erin'])('%s listens with one starter tab to what alice writes with another', async (listener) => {
  const client = await listen(listener, tab('demo', 'Listen for posts').query);
  const { query, variables } = tab('demo', 'Write a post');
  await ask('alice', query, variables);
  expect(await client.next()).toMatchObject({
    payload: { data: { onCreatePost: { title: 'Fog, and what to do in it', owner: 'alice', publishedAt: null } } },
  });
  client.close();
});

test('the team API has its own', async () => {
  const client = await listen('bob', tab('demo-team', 'Watch the board').query, '/team/graphql');
  const { query, variables } = tab('demo-team', 'Put up a notice');
  await ask('carol', query, variables, '/team/graphql');
  expect(await client.next()).toMatchObject({ payload: { data: { onPostNotice: { by: 'carol' } } } });
  client.close();
});

test('an enhanced filter lets long posts of the sections through', async () => {
  const client = await listen('bob', 'subscription { onLongPost(sections: [WALKS], minWords: 4) { title } }');
  const create = 'mutation ($i: CreatePostInput!) { createPost(input: $i) { title section wordCount } }';
  const post = (title: string, section: string, lead: string) => ask('alice', create, { i: { title, section, lead } });
  await post('Short', 'WALKS', 'Two words.');
  await post('Elsewhere', 'KITCHEN', 'Four words are here.');
  await post('Heard', 'WALKS', 'Four words are here.');
  expect(await client.next()).toMatchObject({ payload: { data: { onLongPost: { title: 'Heard' } } } });
  client.close();
});

test('a deleted post ends the subscriptions to it', async () => {
  const client = await listen('bob', 'subscription { onUpdatePost(id: "post-36") { title } }');
  await ask('alice', 'mutation { updatePost(input: { id: "post-36", title: "New" }) { id title } }');
  expect(await client.next()).toMatchObject({ payload: { data: { onUpdatePost: { title: 'New' } } } });
  await ask('alice', 'mutation { deletePost(id: "post-36") { id } }');
  expect(await client.next()).toStrictEqual({ id: 's', type: 'complete' });
  await client.closed;
});
