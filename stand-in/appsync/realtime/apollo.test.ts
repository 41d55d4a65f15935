// The AppSync links for Apollo Client, unpatched, against the stand-in. Browsers bring the WebSocket that they look for.
import { ApolloLink, gql, HttpLink } from '@apollo/client';
import { ApolloClient, InMemoryCache } from '@apollo/client/core';
import { createAuthLink, type AuthOptions } from 'aws-appsync-auth-link';
import { createSubscriptionHandshakeLink } from 'aws-appsync-subscription-link';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { WebSocket } from 'ws';
import { demoApiKey, demoExpiredApiKey } from '../../demo/blog-api.ts';
import { demoPasses } from '../../demo/blog-authorizer.ts';
import { demoClientIds, demoPassword } from '../../demo/demo-pool.ts';
import { startStandIn, type StandIn } from '../../start.ts';
import { accessTokenOf } from '../testing/amplify-bench.ts';

let standIn: StandIn;
let tokenOfBob = '';
beforeAll(async () => {
  standIn = await startStandIn();
  tokenOfBob = await accessTokenOf(standIn, demoClientIds.default, 'bob', demoPassword);
  vi.stubGlobal('WebSocket', WebSocket);
});
afterAll(async () => {
  vi.unstubAllGlobals();
  await standIn.close();
});

function clientFor(auth: AuthOptions): ApolloClient {
  const setting = { url: `${standIn.origin}/graphql`, region: 'eu-west-1', auth };
  const http = new HttpLink({ uri: setting.url });
  const link = ApolloLink.from([createAuthLink(setting), createSubscriptionHandshakeLink(setting, http)]);
  return new ApolloClient({ link, cache: new InMemoryCache() });
}

function listen(client: ApolloClient): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const observer = {
      next: (result: { data?: unknown; error?: unknown }) => {
        if (result.error === undefined) resolve(result.data);
        else reject(result.error instanceof Error ? result.error : new Error('not an error'));
      },
      error: reject,
    };
    client.subscribe({ query: gql('subscription { onCreatePost { id title } }') }).subscribe(observer);
  });
}

test.each<[string, () => AuthOptions | Promise<AuthOptions>]>([
  ['API_KEY', () => ({ type: 'API_KEY', apiKey: demoApiKey })],
  ['AMAZON_COGNITO_USER_POOLS', () => ({ type: 'AMAZON_COGNITO_USER_POOLS', jwtToken: tokenOfBob })],
  ['OPENID_CONNECT', async () => ({ type: 'OPENID_CONNECT', jwtToken: await standIn.levers.oidcToken() })],
  ['AWS_LAMBDA', () => ({ type: 'AWS_LAMBDA', token: demoPasses.press })],
  // AWS_IAM is left to Amplify: the signer of these links does not load as a module of Node's.
])('%s: a query, and a subscription that hears', async (_, authOf) => {
  const client = clientFor(await authOf());
  const { data } = await client.query({ query: gql('{ about { name } }') });
  expect(data).toMatchObject({ about: { name: 'Low Water' } });
  const started = standIn.levers.realtime().nextFrame(({ type }) => type === 'start_ack');
  const heard = listen(client);
  await started;
  standIn.levers.realtime().publish('onCreatePost', { __typename: 'Post', id: '1', title: 'Heard by Apollo' });
  expect(await heard).toMatchObject({ onCreatePost: { id: '1', title: 'Heard by Apollo' } });
  client.stop();
});

test('an expired key is an error', async () => {
  const message = expect.stringMatching(/UnauthorizedException/) as string;
  await expect(listen(clientFor({ type: 'API_KEY', apiKey: demoExpiredApiKey }))).rejects.toMatchObject({
    cause: { errors: [{ message }] },
  });
});
