// The resolvers of the blog API's Subscription type. They run when a subscription starts; the other fields need none.
import * as v from 'valibot';
import type { Resolver } from '../appsync/api.ts';
import type { FilterRule } from '../appsync/realtime/subscription-filter.ts';
import { resolverWith } from '../appsync/typed-resolver.ts';

export const blogSubscriptions: Readonly<Record<string, Resolver>> = {
  onUpdatePost: resolverWith(v.object({ id: v.nullish(v.string()) }), ({ id }, { extensions }) => {
    if (typeof id !== 'string') return;
    const filters: FilterRule[] = [{ fieldName: 'id', operator: 'eq', value: id }];
    extensions.setSubscriptionInvalidationFilter({ filterGroup: [{ filters }] });
  }),

  onLongPost: resolverWith(
    v.object({ sections: v.array(v.string()), minWords: v.number() }),
    ({ sections, minWords }, { extensions }) => {
      const filters: FilterRule[] = [
        { fieldName: 'section', operator: 'in', value: sections },
        { fieldName: 'wordCount', operator: 'ge', value: minWords },
      ];
      extensions.setSubscriptionFilter({ filterGroup: [{ filters }] });
    },
  ),
};
