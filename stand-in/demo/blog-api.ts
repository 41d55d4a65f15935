// The demo's first API: the paper "Low Water", for user pool tokens and an API key. Data in memory, fresh at each start.
import type { Api } from '../appsync/api.ts';
import { blogMutations } from './blog-mutations.ts';
import { blogQueries, pauseFor, type Pause } from './blog-queries.ts';
import { blogSchema } from './blog-schema.ts';
import { specimenResolver } from './blog-specimen.ts';
import { BlogStore } from './blog-store.ts';
import { blogSubscriptions } from './blog-subscriptions.ts';
import { demoDevicePoolId } from './demo-device-pool.ts';
import { demoMfaPoolId } from './demo-mfa-pool.ts';
import { demoPoolId } from './demo-pool.ts';

/** Opens what the schema marks @aws_api_key; no secret, it is the same on every machine. */
export const demoApiKey = 'da2-lowwaterdemokeyopentoall00';

/** @param pause stands in for the slow field's three seconds in tests. */
export function blogApi(pause: Pause = pauseFor): Api {
  const store = new BlogStore();
  return {
    name: 'Low Water',
    path: '/graphql',
    schema: blogSchema,
    defaultProvider: { mode: 'AMAZON_COGNITO_USER_POOLS', userPoolId: demoPoolId, defaultAction: 'ALLOW' },
    additionalProviders: [
      { mode: 'API_KEY', keys: [{ id: demoApiKey }] },
      { mode: 'AMAZON_COGNITO_USER_POOLS', userPoolId: demoMfaPoolId, defaultAction: 'ALLOW' },
      { mode: 'AMAZON_COGNITO_USER_POOLS', userPoolId: demoDevicePoolId, defaultAction: 'ALLOW' },
    ],
    resolvers: {
      Query: { ...blogQueries(store, pause), scalars: specimenResolver },
      Mutation: blogMutations(store),
      Subscription: blogSubscriptions,
    },
  };
}
