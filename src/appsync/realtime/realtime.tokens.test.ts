// What becomes of a subscription whose token AppSync refuses: over real sockets, against the stand-in.
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openTokenDesk, type TokenDesk } from '../../../stand-in/appsync/testing/tokens.ts';
import { AppSyncError } from '../appsync-error.ts';
import { listen, openRealtimeTestBench, type RealtimeTestBench } from './testing/realtime-test-bench.ts';

let desk: TokenDesk;
let bench: RealtimeTestBench;
beforeAll(async () => {
  desk = await openTokenDesk();
});
beforeEach(async () => {
  bench = await openRealtimeTestBench(desk);
});
afterEach(() => bench.close());

const onAdd = { query: 'subscription { onAdd { id title } }' };

describe('a token that AppSync refuses', () => {
  /** Gives the same token until it is renewed. */
  function keeper(username: string) {
    let token: string | undefined;
    let renewals = 0;
    return {
      authorize: async () => ({ Authorization: (token ??= await desk.tokenFor(username, [])) }),
      renew: async () => {
        renewals += 1;
        token = await desk.tokenFor(username, []);
      },
      get renewals() {
        return renewals;
      },
    };
  }

  test('is replaced once, when the connection is opened', async () => {
    const bob = keeper('bob');
    await bob.authorize();
    desk.expireTokens();
    const heard = listen(bench.realtimeAs(bob.authorize, bob.renew), onAdd);
    await heard.next('started');
    expect([heard.kinds, bob.renewals]).toEqual([['connecting', 'renewing', 'connecting', 'starting', 'started'], 1]);
  });

  test('is replaced at a start on a connection that stands', async () => {
    const bob = keeper('bob');
    const shared = bench.realtimeAs(bob.authorize, bob.renew);
    await listen(shared, onAdd).next('started');
    desk.expireTokens();
    const heard = listen(shared, onAdd);
    await heard.next('started');
    expect([heard.kinds, bob.renewals]).toEqual([['starting', 'renewing', 'starting', 'started'], 1]);
    expect(bench.levers.connections).toHaveLength(1);
  });

  test('is replaced while subscriptions are open, once for all of them', async () => {
    bench.api.settings.endsExpiredSubscriptions = true;
    const bob = keeper('bob');
    const shared = bench.realtimeAs(bob.authorize, bob.renew);
    const all = [listen(shared, onAdd), listen(shared, onAdd)];
    await Promise.all(all.map((heard) => heard.next('started')));
    desk.expireTokens();
    bench.clock.move(60_000);
    await Promise.all(all.map((heard) => heard.next('started')));
    expect(bob.renewals).toBe(1);
  });

  test('ends the subscription when the fresh one is refused too', async () => {
    const bob = { authorize: () => Promise.resolve({ Authorization: 'no.jwt.atall' }), renew: () => Promise.resolve() };
    const heard = listen(bench.realtimeAs(bob.authorize, bob.renew), onAdd);
    expect(await heard.next('ended')).toMatchObject({
      why: { kind: 'refused', what: 'connection', renewed: true, errors: [{ errorType: 'UnauthorizedException' }] },
    });
    expect(bench.levers.connections).toEqual([]);
  });

  test('ends it at once where there is no other', async () => {
    const heard = listen(
      bench.realtimeAs(() => Promise.resolve({ 'x-api-key': 'da2-none' })),
      onAdd,
    );
    expect(await heard.next('ended')).toMatchObject({ why: { kind: 'refused', renewed: false } });
  });

  test('ends it where nothing is left to ask with', async () => {
    const error = new AppSyncError('NotAuthorized', 'The session is over.');
    const heard = listen(
      bench.realtimeAs(() => Promise.reject(error)),
      onAdd,
    );
    expect(await heard.next('ended')).toEqual({ kind: 'ended', why: { kind: 'not authorized', error } });
  });

  test('of the person’s own headers stands for that subscription only', async () => {
    const own = { authorization: 'no.jwt.atall' };
    const realtime = bench.realtimeAs(async () => ({ Authorization: await desk.tokenFor('bob', []) }));
    const [refused, heard] = [listen(realtime, onAdd, own), listen(realtime, onAdd, { 'x-trace': '1' })];
    expect(await refused.next('ended')).toMatchObject({ why: { kind: 'refused', what: 'subscription' } });
    await heard.next('started');
  });
});

test('no token stands in anything that is told', async () => {
  const heard = listen(
    bench.realtimeAs(() => Promise.resolve({ Authorization: 'eyFake.eyFake.sig' })),
    onAdd,
  );
  await heard.next('ended');
  expect(JSON.stringify(heard.all)).not.toContain('eyFake');
});
