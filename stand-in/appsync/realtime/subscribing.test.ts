// start, start_ack, stop, complete, and every refusal of a start, frame by frame.
import { describe, expect, test } from 'vitest';
import { connectForEachTest, type Connected } from '../testing/connected.ts';
import { startMessage } from '../testing/realtime-client.ts';

let desk: Connected['desk'];
let bench: Connected['bench'];
let client: Connected['client'];
let bob: Connected['bob'];
connectForEachTest((connected) => {
  ({ desk, bench, client, bob } = connected);
});

const onAdd = 'subscription S { onAdd { id title } }';

test('start is acknowledged, stop completes, and the id is free again', async () => {
  client.send(startMessage('7d0c', bob, onAdd, {}));
  expect(await client.nextText()).toBe('{"id":"7d0c","type":"start_ack"}');
  client.send({ id: '7d0c', type: 'stop' });
  expect(await client.nextText()).toBe('{"id":"7d0c","type":"complete"}');
  await bench.mutate('mutation { add(note: { id: "1" }) { id title } }');
  client.send(startMessage('7d0c', bob, onAdd));
  expect(await client.nextText()).toBe('{"id":"7d0c","type":"start_ack"}');
});

test('the other way to write an id and further members of the authorization do no harm', async () => {
  const auth = { ...bob, 'x-amz-user-agent': 'aws-amplify/6', 'X-Ünknown': 'ß', number: 7 };
  client.send(startMessage('ä ö', auth, onAdd));
  expect(await client.next()).toStrictEqual({ id: 'ä ö', type: 'start_ack' });
});

const refusedWith = async (...errors: object[]) => {
  expect(await client.next()).toStrictEqual({ id: 'x', type: 'error', payload: { errors } });
};
const unauthorized = (message: string) => ({ errorType: 'UnauthorizedException', message });

describe('a start is refused:', () => {
  test.each<[refused: string, query: string, error: object, variables?: object]>([
    [
      'a field for others',
      'subscription { onSecret { id } }',
      { errorType: 'Unauthorized', message: 'Not Authorized to access onSecret on type Subscription' },
    ],
    [
      'a resolver that says no',
      'subscription { onRefusal { id } }',
      { errorType: 'HouseFull', message: 'No room left' },
    ],
    [
      'a resolver that breaks',
      'subscription { onBreak { id } }',
      { errorType: 'Lambda:Unhandled', message: 'x is not a function' },
    ],
    [
      'an unknown field',
      'subscription { onNope { id } }',
      {
        message:
          "Validation error of type FieldUndefined: Field 'onNope' in type 'Subscription' is undefined @ 'onNope'",
      },
    ],
    [
      'a variable that is missing',
      'subscription S($id: ID!) { onLife(id: $id) { id } }',
      { message: "Variable 'id' has coerced Null value for NonNull type 'ID!'" },
      {},
    ],
    [
      'two fields at once',
      'subscription { onAdd { id } onChange { id } }',
      {
        message:
          'Validation error of type SubscriptionMultipleRootFields: Subscription operation must have exactly one root field',
      },
    ],
    [
      'a query',
      '{ ping }',
      { errorType: 'UnsupportedOperation', message: 'query not supported through the realtime channel' },
    ],
    [
      'a mutation',
      'mutation { remove(id: 1) { id } }',
      { errorType: 'UnsupportedOperation', message: 'mutation not supported through the realtime channel' },
    ],
    [
      'what is no GraphQL',
      'subscription {',
      { errorType: 'MalformedHttpRequestException', message: 'Unable to parse GraphQL query.' },
    ],
    [
      'several operations without a name',
      'subscription A { onAdd { id } } subscription B { onAdd { id } }',
      { errorType: 'BadRequestException', message: 'Missing operation name.' },
    ],
  ])('%s', async (_, query, error, variables) => {
    client.send(startMessage('x', bob, query, variables));
    await refusedWith(error);
    expect(bench.levers.connections.flatMap(({ subscriptions }) => subscriptions)).toStrictEqual([]);
  });

  test('no credential, although the connection was let in with one', async () => {
    client.send(startMessage('x', { host: bench.host }, onAdd));
    await refusedWith(unauthorized('Valid authorization header not provided.'));
  });

  test('an expired token', async () => {
    client.send(startMessage('x', { ...bob, Authorization: await desk.tokenFor('bob', [], { exp: 1 }) }, onAdd));
    await refusedWith(unauthorized('Token has expired.'));
  });

  test('another host', async () => {
    client.send(startMessage('x', { ...bob, host: 'api.example.com' }, onAdd));
    await refusedWith({ errorType: 'BadRequestException', errorCode: 400 });
  });

  test.each<[string, unknown]>([
    ['no payload', undefined],
    ['data that is no text', { data: { query: onAdd }, extensions: { authorization: {} } }],
    ['no authorization', { data: '{}', extensions: {} }],
  ])('%s', async (_, payload) => {
    client.send({ id: 'x', type: 'start', payload });
    await refusedWith({ errorType: 'BadRequestException' });
  });

  test('data that is no JSON', async () => {
    client.send({ id: 'x', type: 'start', payload: { data: '{', extensions: { authorization: bob } } });
    await refusedWith({ errorType: 'MalformedHttpRequestException', message: 'Unable to parse GraphQL query.' });
  });

  test('an id that is in use', async () => {
    await bench.subscribe(client, 'x', bob, onAdd);
    client.send(startMessage('x', bob, onAdd));
    expect(await client.next()).toMatchObject({
      id: 'x',
      type: 'error',
      payload: { errors: [{ errorType: 'DuplicatedOperationError' }] },
    });
    expect(bench.levers.connections[0]?.subscriptions).toStrictEqual([{ id: 'x', field: 'onAdd' }]);
  });
});

test('the hundred and first subscription of a connection is refused; one that ends makes room', async () => {
  for (let count = 1; count <= 100; count += 1) client.send(startMessage(String(count), bob, onAdd));
  for (let count = 1; count <= 100; count += 1) expect(await client.next()).toMatchObject({ type: 'start_ack' });
  client.send(startMessage('x', bob, onAdd));
  await refusedWith({ errorType: 'MaxSubscriptionsReachedError', message: 'Max number of 100 subscriptions reached' });
  client.send({ id: '50', type: 'stop' });
  expect(await client.next()).toStrictEqual({ id: '50', type: 'complete' });
  await bench.subscribe(client, 'x', bob, onAdd);
});

test('each subscription authorizes itself: a key on a connection of a user', async () => {
  await bench.subscribe(client, 'user', bob, 'subscription { onChange { id } }');
  const key = { host: bench.host, 'x-api-key': 'da2-good' };
  await bench.subscribe(client, 'key', key, onAdd);
  client.send(startMessage('x', key, 'subscription { onChange { id } }'));
  await refusedWith({ errorType: 'Unauthorized', message: 'Not Authorized to access onChange on type Subscription' });
});

test.each<[string, object | string]>([
  ['a message of graphql-transport-ws', { id: '1', type: 'subscribe', payload: { query: onAdd } }],
  ['a start without id', { type: 'start', payload: {} }],
  ['what is no JSON', '}{'],
  ['a number', '7'],
])('%s is not supported', async (_, message) => {
  client.send(message);
  expect(await client.nextText()).toBe(
    '{"type":"error","payload":{"errors":[{"errorType":"UnsupportedOperation","message":"unknown not supported through the realtime channel"}]}}',
  );
});

test('a start that is stopped while it is decided is not acknowledged, and its id may start anew at once', async () => {
  client.send(startMessage('x', bob, onAdd));
  client.send({ id: 'x', type: 'stop' });
  client.send(startMessage('x', bob, 'subscription { onChange { id } }'));
  expect(await client.next()).toStrictEqual({ id: 'x', type: 'complete' });
  expect(await client.next()).toStrictEqual({ id: 'x', type: 'start_ack' });
  expect(bench.levers.connections.flatMap(({ subscriptions }) => subscriptions)).toStrictEqual([
    { id: 'x', field: 'onChange' },
  ]);
  client.send({ type: 'connection_init' });
  expect(await client.next()).toMatchObject({ type: 'connection_ack' });
});

test('a stop of what is not there is not answered', async () => {
  client.send({ id: 'nothing', type: 'stop' });
  client.send({ type: 'connection_init' });
  expect(await client.next()).toMatchObject({ type: 'connection_ack' });
});
