// AppSync's `extensions` for resolvers: what one request says about subscriptions, collected to be carried out once it went well.
import type { SubscriptionFilter } from './realtime/subscription-filter.ts';
import { ResolverError } from './resolver-error.ts';

export interface ResolverExtensions {
  /** In a subscription's resolver: takes the place of filtering by its arguments. */
  setSubscriptionFilter(filter: SubscriptionFilter): void;
  /** In a subscription's resolver: which invalidations end it. */
  setSubscriptionInvalidationFilter(filter: SubscriptionFilter): void;
  /** In a mutation's resolver: ends the subscriptions whose invalidation filter matches the payload. */
  invalidateSubscriptions(invalidation: Invalidation): void;
}

export interface Invalidation {
  readonly subscriptionField: string;
  readonly payload: Readonly<Record<string, unknown>>;
}

const invalidationsPerRequest = 5;

export class CollectedExtensions implements ResolverExtensions {
  readonly invalidations: Invalidation[] = [];
  filter: SubscriptionFilter | null = null;
  invalidationFilter: SubscriptionFilter | null = null;

  setSubscriptionFilter(filter: SubscriptionFilter): void {
    this.filter = filter;
  }

  setSubscriptionInvalidationFilter(filter: SubscriptionFilter): void {
    this.invalidationFilter = filter;
  }

  invalidateSubscriptions(invalidation: Invalidation): void {
    if (this.invalidations.length === invalidationsPerRequest) {
      // The limit is documented, the words are not.
      throw new ResolverError('A request may invalidate subscriptions 5 times at most.', 'MappingTemplate');
    }
    this.invalidations.push(invalidation);
  }
}
