// Which events reach whom, and what they hold.
import { describe, expect, test } from 'vitest';
import { connectForEachTest, type Connected } from '../testing/connected.ts';

let bench: Connected['bench'];
let client: Connected['client'];
let bob: Connected['bob'];
connectForEachTest((connected) => {
  ({ bench, client, bob } = connected);
});

/** Events come in order: the one that closes the round shows that nothing came before it. */
async function heardUntilTheLast(): Promise<unknown[]> {
  await bench.mutate('mutation { add(note: { id: "last" }) { id title size color owner } }');
  const heard: unknown[] = [];
  for (;;) {
    const frame = await client.next();
    if (JSON.stringify(frame).includes('"id":"last"')) return heard;
    heard.push(frame);
  }
}

test('an event, byte by byte', async () => {
  await bench.subscribe(client, '7d0c', bob, 'subscription { onAdd { id title } }');
  const answer = await bench.mutate('mutation { add(note: { id: "1", title: "Hello" }) { id title } }');
  expect(answer).toStrictEqual({ data: { add: { id: '1', title: 'Hello' } } });
  expect(await client.nextText()).toBe(
    '{"id":"7d0c","type":"data","payload":{"data":{"onAdd":{"id":"1","title":"Hello"}}}}',
  );
});

describe('the mutation’s selection set is all there is:', () => {
  const subscription = 'subscription { onAdd { id title text color extra inner { id } } }';

  test('what it left out is null', async () => {
    await bench.subscribe(client, 's', bob, subscription);
    await bench.mutate('mutation { add(note: { id: "1", text: "there" }) { id title } }');
    expect(await client.next()).toMatchObject({
      payload: { data: { onAdd: { id: '1', title: 'Untitled', text: null, color: null, extra: null, inner: null } } },
    });
  });

  test('a non-null field that it left out is an error, and takes its object along', async () => {
    await bench.subscribe(client, 's', bob, subscription);
    await bench.mutate('mutation { add(note: { id: "1" }) { id } }');
    const message = "Cannot return null for non-nullable type: 'String' within parent 'Note' (/onAdd/title)";
    expect(await client.next()).toStrictEqual({
      id: 's',
      type: 'data',
      payload: { data: { onAdd: null }, errors: [{ path: ['onAdd', 'title'], locations: null, message }] },
    });
  });

  test('aliases and fragments on either side change nothing', async () => {
    const query = 'subscription { mine: onAdd { ...F } } fragment F on Note { key: id title inner { name: id } }';
    await bench.subscribe(client, 's', bob, query);
    await bench.mutate(
      'mutation { a: add(note: { id: "1" }) { nr: id ... on Note { head: title } inner { ...F } } } fragment F on Note { id }',
    );
    expect(await client.next()).toMatchObject({
      payload: { data: { mine: { key: '1', title: 'Untitled', inner: { name: '1' } } } },
    });
  });

  test('values come as they were sent', async () => {
    await bench.subscribe(client, 's', bob, subscription);
    const query =
      'mutation ($e: AWSJSON) { add(note: { id: "1", color: RED, extra: $e }) { id title color extra inner { id } } }';
    await bench.mutate(query, { e: '{"a":[1]}' });
    expect(await client.next()).toMatchObject({
      payload: { data: { onAdd: { color: 'RED', extra: '{"a":[1]}', inner: { id: '1' } } } },
    });
  });

  test('a field that only the mutation’s caller may see is not told to others', async () => {
    await bench.subscribe(client, 's', bob, 'subscription { onAdd { id hidden } }');
    bench.levers.publish('onAdd', { id: '1', hidden: 'for admins' });
    expect(await client.next()).toMatchObject({
      payload: {
        data: { onAdd: { id: '1', hidden: null } },
        errors: [{ path: ['onAdd', 'hidden'], errorType: 'Unauthorized' }],
      },
    });
  });
});

describe('no event comes of', () => {
  test.each([
    ['a mutation that fails', 'mutation { fail(note: { id: "1" }) { id } }'],
    ['a mutation that is refused', 'mutation { add(note: { id: "1" }) { nope } }'],
    ['another mutation', 'mutation { change(note: { id: "1" }) { id title } }'],
  ])('%s', async (_, mutation) => {
    await bench.subscribe(client, 's', bob, 'subscription { onAdd { id } }');
    await bench.mutate(mutation);
    expect(await heardUntilTheLast()).toStrictEqual([]);
  });

  test('what was stopped', async () => {
    await bench.subscribe(client, 's', bob, 'subscription { onAdd { title } }');
    await bench.subscribe(client, 't', bob, 'subscription { onAdd { id } }');
    client.send({ id: 's', type: 'stop' });
    expect(await client.next()).toStrictEqual({ id: 's', type: 'complete' });
    expect(await heardUntilTheLast()).toStrictEqual([]);
  });
});

describe('arguments filter by equality:', () => {
  const query =
    'subscription ($id: ID, $color: Color, $owner: String) { onChange(id: $id, color: $color, owner: $owner) { id } }';
  const heard = { id: 'f', type: 'data', payload: { data: { onChange: { id: '1' } } } };
  const everything = 'id title color owner';
  test.each<[string, object, string, string, boolean]>([
    ['none given: everything', {}, '{ id: "1", color: RED }', everything, true],
    ['the same value', { id: '1' }, '{ id: "1" }', everything, true],
    ['another value', { id: '2' }, '{ id: "1" }', everything, false],
    ['all must match', { id: '1', color: 'GREEN' }, '{ id: "1", color: RED }', everything, false],
    ['enums too', { color: 'RED' }, '{ id: "1", color: RED }', everything, true],
    ['null wants null', { owner: null }, '{ id: "1" }', everything, true],
    ['null refuses a value: the classic trap', { owner: null }, '{ id: "1", owner: "ann" }', everything, false],
    [
      'null is satisfied where the mutation left the field out',
      { owner: null },
      '{ id: "1", owner: "ann" }',
      'id title',
      true,
    ],
    [
      'a value that the mutation left out never matches',
      { owner: 'ann' },
      '{ id: "1", owner: "ann" }',
      'id title',
      false,
    ],
  ])('%s', async (_, variables, note, selection, isHeard) => {
    await bench.subscribe(client, 'f', bob, query, variables);
    await bench.subscribe(client, 'all', bob, 'subscription { onAdd { id } }');
    await bench.mutate(`mutation { change(note: ${note}) { ${selection} } }`);
    expect(await heardUntilTheLast()).toStrictEqual(isHeard ? [heard] : []);
  });

  test('literals and defaults are arguments like any other', async () => {
    await bench.subscribe(client, 'f', bob, 'subscription ($c: Color = RED) { onChange(id: "1", color: $c) { id } }');
    await bench.mutate(`mutation { change(note: { id: "1", color: GREEN }) { ${everything} } }`);
    await bench.mutate(`mutation { change(note: { id: "1", color: RED }) { ${everything} } }`);
    expect(await client.next()).toStrictEqual(heard);
  });
});

test('a filter that the resolver sets takes the place of the arguments', async () => {
  await bench.subscribe(client, 'f', bob, 'subscription { onLarge(min: 10) { size } }');
  await bench.mutate('mutation { add(note: { id: "1", size: 9 }) { size } }');
  await bench.mutate('mutation { add(note: { id: "2", size: 11 }) { size } }');
  expect(await client.next()).toStrictEqual({ id: 'f', type: 'data', payload: { data: { onLarge: { size: 11 } } } });
});

test('an invalidation ends the subscriptions it matches, and their connection', async () => {
  const other = await bench.connect(bob);
  await bench.subscribe(client, 'one', bob, 'subscription { onLife(id: "1") { id } }');
  await bench.subscribe(other, 'two', bob, 'subscription { onLife(id: "2") { id } }');
  await bench.mutate('mutation { remove(id: "1") { id } }');
  expect(await client.next()).toStrictEqual({ id: 'one', type: 'complete' });
  await client.closed;
  expect(bench.levers.connections.map(({ subscriptions }) => subscriptions)).toStrictEqual([
    [{ id: 'two', field: 'onLife' }],
  ]);
  other.close();
});

test('an event above 240 KB is dropped, and counted', async () => {
  await bench.subscribe(client, 's', bob, 'subscription { onAdd { id text } }');
  const query = 'mutation ($t: String) { add(note: { id: "1", text: $t }) { id text } }';
  const fits = 'x'.repeat(239 * 1024);
  await bench.mutate(query, { t: `${fits}xxxxxxxxxx`.padEnd(241 * 1024, 'x') });
  await bench.mutate(query, { t: fits });
  expect(await client.next()).toMatchObject({ payload: { data: { onAdd: { text: fits } } } });
  expect(bench.levers.droppedEvents).toBe(1);
});

test('everybody who subscribed hears, each in their own words', async () => {
  const key = { host: bench.host, 'x-api-key': 'da2-good' };
  const other = await bench.connect(key);
  await bench.subscribe(client, 'a', bob, 'subscription { onAdd { id } }');
  await bench.subscribe(client, 'b', bob, 'subscription { onAdd { title } }');
  await bench.subscribe(other, 'c', key, 'subscription { onAdd { size } }');
  await bench.mutate('mutation { add(note: { id: "1", size: 3 }) { id title size } }');
  expect([await client.next(), await client.next(), await other.next()]).toStrictEqual([
    { id: 'a', type: 'data', payload: { data: { onAdd: { id: '1' } } } },
    { id: 'b', type: 'data', payload: { data: { onAdd: { title: 'Untitled' } } } },
    { id: 'c', type: 'data', payload: { data: { onAdd: { size: 3 } } } },
  ]);
  other.close();
});
