// Every mode, by Amplify's own client.
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { demoPasses } from '../../demo/blog-authorizer.ts';
import { demoClientIds, demoPassword } from '../../demo/demo-pool.ts';
import { startStandIn, type StandIn } from '../../start.ts';
import { accessTokenOf, AmplifyBench, webSocketWithoutTls, type AmplifySetting } from '../testing/amplify-bench.ts';

let standIn: StandIn;
let amplify: AmplifyBench;
let bob: AmplifySetting;
beforeAll(async () => {
  standIn = await startStandIn();
  vi.stubGlobal('WebSocket', webSocketWithoutTls(standIn.port));
  amplify = new AmplifyBench(standIn);
  bob = await userPoolSettingOf('bob');
});
afterEach(() => {
  amplify.stopAll();
});
afterAll(async () => {
  vi.unstubAllGlobals();
  await standIn.close();
});

const userPoolSettingOf = async (username: string): Promise<AmplifySetting> => ({
  mode: 'userPool',
  token: await accessTokenOf(standIn, demoClientIds.default, username, demoPassword),
});
const realtime = () => standIn.levers.realtime();
const acknowledged = () => realtime().nextFrame(({ type }) => type === 'start_ack');
const onCreatePost = 'subscription OnCreatePost { onCreatePost { id title } }';
const event = { id: '1', title: 'Heard by Amplify' };

test.each<[string, () => AmplifySetting | Promise<AmplifySetting>]>([
  ['apiKey', () => ({ mode: 'apiKey' })],
  ['userPool', () => bob],
  ['oidc', async () => ({ mode: 'oidc', token: await standIn.levers.oidcToken() })],
  ['iam', () => ({ mode: 'iam' })],
  ['lambda', () => ({ mode: 'lambda', authToken: demoPasses.press })],
])('%s: a query, and a subscription that hears and is stopped', async (_, settingOf) => {
  const setting = await settingOf();
  expect(await amplify.ask(setting, '{ about { name } }')).toStrictEqual({ data: { about: { name: 'Low Water' } } });
  const started = acknowledged();
  const heard = amplify.listen(setting, onCreatePost);
  await started;
  realtime().publish('onCreatePost', event);
  expect(await heard).toStrictEqual({ data: { onCreatePost: event } });
  const stopped = realtime().nextFrame(({ type }) => type === 'stop');
  amplify.stopAll();
  await stopped;
});

test('two subscriptions share a connection', async () => {
  for (const query of [onCreatePost, 'subscription { onUpdatePost { id } }']) {
    const started = acknowledged();
    void amplify.listen(bob, query);
    await started;
  }
  const open = realtime().connections.map(({ subscriptions }) => subscriptions.map(({ field }) => field));
  expect(open).toStrictEqual([['onCreatePost', 'onUpdatePost']]);
});

test('a mutation of alice is heard by bob, filtered by his argument', async () => {
  const alice = await userPoolSettingOf('alice');
  const started = acknowledged();
  const query = 'subscription ($id: ID) { onUpdatePost(id: $id) { id title } }';
  const heard = amplify.listen(bob, query, { id: 'post-36' });
  await started;
  const mutation = 'mutation ($i: UpdatePostInput!) { updatePost(input: $i) { id title } }';
  for (const id of ['post-39', 'post-36']) await amplify.ask(alice, mutation, { i: { id, title: 'New' } });
  expect(await heard).toStrictEqual({ data: { onUpdatePost: { id: 'post-36', title: 'New' } } });
});

test('a start that is refused is an error', async () => {
  const message = expect.stringMatching(/^Connection failed: .*FieldUndefined/) as string;
  const heard = amplify.listen(bob, 'subscription { onNope { id } }');
  await expect(heard).rejects.toMatchObject({ errors: [{ message }] });
});
