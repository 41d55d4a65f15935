import { describe, expect, it, vi } from 'vitest';
import { createSubscriptions, subscriptionNameIn } from './subscription-run.ts';
import { createLiveSubscriptions, type LiveSubscriptions } from './subscriptions/live-subscriptions.ts';

describe('subscriptionNameIn', () => {
  it.each([
    ['subscription OnPost { onPost { id } }', undefined, 'OnPost'],
    ['subscription { onPost { id } }', undefined, 'onPost'],
    ['subscription { ...F } fragment F on Subscription { onPost { id } }', undefined, 'subscription'],
    ['query Q { a } subscription S { onPost { id } }', 'S', 'S'],
    ['query Q { a } subscription S { onPost { id } }', 'Q', undefined],
    ['{ a }', undefined, undefined],
    ['subscription {', undefined, undefined],
    ['', undefined, undefined],
  ])('%s (%s): %s', (query, operationName, expected) => {
    expect(subscriptionNameIn({ query, operationName })).toBe(expected);
  });
});

describe('the subscriptions of a workbench', () => {
  it('that is gone before their code came ask nobody for a token', async () => {
    const authorize = vi.fn(() => Promise.resolve({}));
    const asker = {
      identityId: 'i',
      name: 'alice',
      groups: [],
      mark: { letter: 'A', hue: 0 },
      authMode: 'NONE',
    } as const;
    const operation = { query: 'subscription { onPost { id } }' };
    const run = { tabId: 'tab', name: 'onPost', operation, headers: {}, asking: { asker, authorize } };
    const live = createLiveSubscriptions({
      endpoint: 'https://api.example.com/graphql',
      openSocket: () => ({ send: () => undefined, close: () => undefined }),
      now: () => 0,
      setTimer: () => () => undefined,
      random: () => 0,
      renewalOf: () => undefined,
      identities: { has: () => true, subscribe: () => () => undefined },
      clock: () => 0,
      changed: () => undefined,
    });
    let arrive: (loaded: LiveSubscriptions) => void = () => undefined;
    const subscriptions = createSubscriptions(() => new Promise((resolve) => (arrive = resolve)));
    const started = subscriptions.start(run);
    subscriptions.end();
    arrive(live);
    await started;
    expect(authorize).not.toHaveBeenCalled();
    expect([subscriptions.live(), live.all()]).toEqual([undefined, []]);
  });
});
