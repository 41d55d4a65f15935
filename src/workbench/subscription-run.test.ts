import { describe, expect, it } from 'vitest';
import { subscriptionNameIn } from './subscription-run.ts';

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
