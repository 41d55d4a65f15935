// The demo's first API: the paper "Low Water", which takes callers of every authorization mode. Data in memory, fresh at each start.
import type { Api } from '../appsync/api.ts';
import { blogAuthorizer, demoPassExpression } from './blog-authorizer.ts';
import { blogMutations } from './blog-mutations.ts';
import { blogQueries, pauseFor, type Pause } from './blog-queries.ts';
import { blogSchema } from './blog-schema.ts';
import { specimenResolver } from './blog-specimen.ts';
import { BlogStore } from './blog-store.ts';
import { blogSubscriptions } from './blog-subscriptions.ts';
import { demoDevicePoolId } from './demo-device-pool.ts';
import { demoEmailPoolId } from './demo-email-pool.ts';
import { demoMfaPoolId } from './demo-mfa-pool.ts';
import { demoOidcIssuer } from './demo-oidc.ts';
import { demoPoolId } from './demo-pool.ts';

/** Opens what the schema marks @aws_api_key; no secret, it is the same on every machine. */
export const demoApiKey = 'da2-lowwaterdemokeyopentoall00';

/** Was good once. */
export const demoExpiredApiKey = 'da2-lowwaterdemokeyoflastyear0';
export const demoKeyExpiredAt = Date.parse('2025-11-23T12:00:00.000Z');

export const demoBlogApiId = 'lowwater2ternquay3blogapi4';

/** @param pause stands in for the slow field's three seconds in tests. */
export function blogApi(pause: Pause = pauseFor): Api {
  const store = new BlogStore();
  return {
    id: demoBlogApiId,
    name: 'Low Water',
    path: '/graphql',
    schema: blogSchema,
    defaultProvider: { mode: 'AMAZON_COGNITO_USER_POOLS', userPoolId: demoPoolId, defaultAction: 'ALLOW' },
    additionalProviders: [
      {
        mode: 'API_KEY',
        keys: [{ id: demoApiKey }, { id: demoExpiredApiKey, expires: demoKeyExpiredAt / 1000 }],
      },
      { mode: 'AMAZON_COGNITO_USER_POOLS', userPoolId: demoMfaPoolId, defaultAction: 'ALLOW' },
      { mode: 'AMAZON_COGNITO_USER_POOLS', userPoolId: demoDevicePoolId, defaultAction: 'ALLOW' },
      { mode: 'AMAZON_COGNITO_USER_POOLS', userPoolId: demoEmailPoolId, defaultAction: 'ALLOW' },
      { mode: 'AWS_IAM' },
      { mode: 'OPENID_CONNECT', issuerId: demoOidcIssuer.id, clientId: demoOidcIssuer.clientId },
      { mode: 'AWS_LAMBDA', authorize: blogAuthorizer, identityValidationExpression: demoPassExpression },
    ],
    settings: {},
    resolvers: {
      Query: { ...blogQueries(store, pause), scalars: specimenResolver },
      Mutation: blogMutations(store),
      Subscription: blogSubscriptions,
    },
  };
}
